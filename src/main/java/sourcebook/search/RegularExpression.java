package sourcebook.search;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What may stand in `/…/`: letters for themselves, `.` for any one, `[a-z]`, `[^aeiou]`, `(a|b)`, `?`,
/// `*`, `+`, `{2}`, `{2,}`, `{2,4}`, `\d` for a figure, and `\` before a sign that is meant for itself.
/// It describes a word from beginning to end, case and diacritics aside; `^` at the beginning and `$` at
/// the end are allowed and say so again.
public final class RegularExpression {
    private static final Pattern BACKSLASHED_WORD = Pattern.compile("\\\\[a-ce-zA-Z0-9]");

    private RegularExpression() {}

    /// What is wrong with an expression.
    ///
    /// @param at where in the expression, in UTF-16 units from 0
    /// @param what for a person, a half-sentence
    record Problem(int at, String what) {}

    static Optional<Problem> problem(String expression) {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException wrong) {
            int at = Math.clamp(wrong.getIndex(), 0, Math.max(0, expression.length() - 1));
            return Optional.of(new Problem(at, described(wrong)));
        }
        boolean inClass = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                if (BACKSLASHED_WORD
                        .matcher(expression)
                        .region(i, expression.length())
                        .lookingAt()) {
                    return Optional.of(new Problem(i, "a backslash before a letter means nothing here"));
                }
                i++;
            } else if (inClass) {
                if (c == '[' || c == '&') {
                    return Optional.of(new Problem(i, "“" + c + "” in square brackets needs a backslash"));
                }
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                if (expression.startsWith("]", i + 1) || expression.startsWith("^]", i + 1)) {
                    return Optional.of(new Problem(i, "square brackets with nothing in them"));
                }
            } else if (c == '(' && expression.startsWith("?", i + 1)) {
                return Optional.of(new Problem(i, "“(?” means nothing here"));
            } else if ((c == '+' || c == '?') && i > 0 && repeats(expression, i - 1)) {
                return Optional.of(new Problem(i, "“" + c + "” behind a repetition means nothing here"));
            } else if ((c == '^' && i > 0) || (c == '$' && i < expression.length() - 1)) {
                return Optional.of(new Problem(i, "a word is always described from beginning to end"));
            }
        }
        return Optional.empty();
    }

    private static boolean repeats(String expression, int at) {
        boolean escaped = at > 0 && expression.charAt(at - 1) == '\\';
        return !escaped && "*+?}".indexOf(expression.charAt(at)) >= 0;
    }

    private static String described(PatternSyntaxException wrong) {
        String said = wrong.getDescription();
        return Character.toLowerCase(said.charAt(0)) + said.substring(1);
    }

    /// Where an expression that begins behind the slash at `slash` ends: the next slash that a blank, a
    /// closing bracket or the end follows, with its brackets closed; -1 if there is none.
    static int end(CharSequence text, int slash) {
        int depth = 0;
        int last = -1;
        for (int i = slash + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (QuerySigns.blank(c) || QuerySigns.quotes(c)) {
                break;
            }
            switch (c) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> depth--;
                case '/' -> {
                    boolean ends = i + 1 == text.length()
                            || QuerySigns.blank(text.charAt(i + 1))
                            || QuerySigns.quotes(text.charAt(i + 1))
                            || text.charAt(i + 1) == '|'
                            || QuerySigns.closes(text.charAt(i + 1));
                    if (ends && i > slash + 1) {
                        last = i;
                        if (depth == 0) {
                            return i;
                        }
                    }
                }
                default -> {}
            }
        }
        return last;
    }
}
