package sourcebook.description;

import java.util.regex.Pattern;

/// Tells a country's short name in running text ("the US said") from its code in a list or a table
/// ("192.0.2.0/24 US"). Pure.
final class CodeLists {
    /// Longer names in capitals are no codes.
    private static final int LONGEST_CODE = 3;

    /// How much of a line is looked at on either side.
    private static final int NEAR = 200;

    /// A line with fewer letters beside its codes is no text.
    private static final int FEWEST_LETTERS = 4;

    private static final Pattern NETWORK = Pattern.compile(
            "(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])|(?<![\\p{L}\\d])\\p{XDigit}{1,4}(?::\\p{XDigit}{0,4}){3,}|(?<!\\p{L})ASN?\\d{2,}");
    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\d])[\\p{Lu}\\d]{1,3}(?![\\p{L}\\d])");

    private CodeLists() {}

    /// Whether the name there is a code in a list: alone in its line or cell, beside other codes, or in a
    /// line with network addresses.
    static boolean holds(String text, int start, int end) {
        if (end - start > LONGEST_CODE || !text.substring(start, end).chars().allMatch(Character::isLetter)) {
            return false;
        }
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int next = text.indexOf('\n', end);
        int to = next < 0 ? text.length() : next;
        if (from == 0 && to == text.length() && to - from <= LONGEST_CODE) {
            return false; // a title
        }
        String line = text.substring(Math.max(from, start - NEAR), Math.min(to, end + NEAR));
        boolean cell = divides(text, start - 1, -1, from) && divides(text, end, 1, to) && line.matches(".*[\\t|].*");
        return cell
                || NETWORK.matcher(line).find()
                || CODE.matcher(line)
                                .replaceAll("")
                                .chars()
                                .filter(Character::isLetter)
                                .count()
                        < FEWEST_LETTERS;
    }

    /// Whether the next thing there is the border of a cell or the line's end.
    private static boolean divides(String text, int from, int step, int limit) {
        int at = from;
        while (step < 0 ? at >= limit : at < limit) {
            char c = text.charAt(at);
            if (c != ' ') {
                return c == '\t' || c == '|';
            }
            at += step;
        }
        return true;
    }
}
