package sourcebook.search.lucene;

import java.util.Random;
import java.util.regex.Pattern;
import sourcebook.search.lucene.language.Folding;

/// Random wildcards, likenesses and regular expressions, out of words of the texts.
final class RandomPatterns {
    /// What belongs to the character before it.
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\uFF9E\uFF9F]");

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Random random;

    RandomPatterns(Random random) {
        this.random = random;
    }

    /// A pattern made of a word, which it may or may not stand for.
    String of(String word) {
        String folded = Folding.folded(word);
        return switch (random.nextInt(5)) {
            case 0 -> fuzzy(folded);
            case 1 -> LETTERS.matcher(folded).matches() ? regex(folded) : fuzzy(word);
            case 2 -> "/" + (LETTERS.matcher(word).matches() ? word : "x+") + "/";
            default -> wildcard(word);
        };
    }

    private String wildcard(String word) {
        int from = between(word, random.nextInt(word.length()));
        if (from == word.length()) {
            from = 0;
        }
        int to = between(word, from + 1);
        return switch (random.nextInt(4)) {
            case 0 -> to == word.length() ? word + "*" : word.substring(0, to) + "*";
            case 1 -> "*" + word.substring(from);
            case 2 -> word.substring(0, from) + "*" + word.substring(to);
            default -> word.substring(0, from) + "?" + word.substring(to);
        };
    }

    /// The next place between two characters as a person counts them.
    private static int between(String word, int from) {
        int at = from;
        while (at < word.length()
                && (Character.isLowSurrogate(word.charAt(at))
                        || MARKS.matcher(word.substring(at)).lookingAt())) {
            at++;
        }
        return at;
    }

    /// A word a few letters of which are changed.
    private String fuzzy(String word) {
        StringBuilder changed = new StringBuilder(word);
        for (int i = random.nextInt(3); i > 0 && changed.length() > 1; i--) {
            int at = between(word, random.nextInt(changed.length()));
            if (at >= changed.length() || Character.isSurrogate(changed.charAt(at))) {
                continue;
            }
            switch (random.nextInt(5)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, "e");
                case 2 -> changed.setCharAt(at, 'о');
                default -> {
                    if (at > 0 && !Character.isSurrogate(changed.charAt(at - 1))) {
                        char before = changed.charAt(at - 1);
                        changed.setCharAt(at - 1, changed.charAt(at));
                        changed.setCharAt(at, before);
                    }
                }
            }
        }
        return changed + pick("~", "~1", "~1", "~2");
    }

    /// An expression that a folded word of letters and figures may follow.
    private String regex(String word) {
        int[] letters = word.codePoints().toArray();
        StringBuilder expression = new StringBuilder("/");
        for (int i = 0; i < letters.length; i++) {
            String letter = Character.toString(letters[i]);
            expression.append(
                    switch (random.nextInt(14)) {
                        case 0 -> ".";
                        case 1 -> "[" + letter + "a-c]";
                        case 2 -> letter + pick("?", "*", "+", "{1,2}");
                        case 3 -> "(" + letter + "|" + pick("x", "", "ing") + ")" + pick("", "?");
                        case 4 -> "[^" + pick("a", "xyz") + "]";
                        case 5 -> Character.isDigit(letters[i]) ? "\\d" : ".?";
                        case 6 -> ".*";
                        default -> letter;
                    });
        }
        return expression
                .append(pick("", "", ".*", "(s|ing)?", "@?", "#*", "~?"))
                .append("/")
                .toString();
    }

    private String pick(String one, String... others) {
        int which = random.nextInt(1 + others.length);
        return which == 0 ? one : others[which - 1];
    }
}
