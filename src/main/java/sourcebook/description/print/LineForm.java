package sourcebook.description.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a line has in common with its like on other pages: its text without case and its numbers apart.
///
/// @param text without case, blanks made one
/// @param pattern the same with `#` for each number
/// @param numbers in order; a line that is a Roman numeral alone counts as one
record LineForm(String text, String pattern, List<Integer> numbers) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern ROMAN = Pattern.compile("[-–—|\\[( ]*([ivxlc]{1,8})[-–—|\\]). ]*");

    /// Longer numbers count nothing.
    private static final int MOST_DIGITS = 5;

    static LineForm of(String line) {
        String text = text(line);
        Matcher roman = ROMAN.matcher(text);
        if (roman.matches()) {
            int value = roman(roman.group(1));
            if (value > 0) {
                return new LineForm(text, "#roman", List.of(value));
            }
        }
        List<Integer> numbers = new ArrayList<>();
        String pattern = NUMBER.matcher(text).replaceAll(number -> {
            numbers.add(number.group().length() > MOST_DIGITS ? -1 : Integer.parseInt(number.group()));
            return "#";
        });
        return new LineForm(text, pattern, numbers);
    }

    /// The text of such a form alone.
    static String text(String line) {
        String bare = line.strip();
        String spaced =
                isSpaced(bare) ? bare : BLANKS.matcher(bare).replaceAll(" ").strip();
        return spaced.toLowerCase(Locale.ROOT);
    }

    /// Whether all its blanks are spaces, and none of them beside another.
    private static boolean isSpaced(String line) {
        boolean space = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean other = c == '\u00A0' || (c >= '\t' && c <= '\r');
            if (other || (space && c == ' ')) {
                return false;
            }
            space = c == ' ';
        }
        return true;
    }

    /// Whether it is a number and signs around it.
    boolean bareNumber() {
        return numbers.size() == 1
                && (pattern.equals("#roman") || pattern.chars().noneMatch(Character::isLetter));
    }

    /// The value of a Roman numeral, 0 for what is none.
    private static int roman(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = switch (text.charAt(i)) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                case 'l' -> 50;
                default -> 100;
            };
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum > 0 && written(sum).equals(text) ? sum : 0;
    }

    private static String written(int number) {
        String[] tens = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
        String[] ones = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
        return number >= 400 ? "" : "c".repeat(number / 100) + tens[number / 10 % 10] + ones[number % 10];
    }
}
