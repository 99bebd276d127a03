package sourcebook.description.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The commonest words of languages. A word that several share counts for each of them, but less. Immutable,
/// thread-safe.
final class FunctionWords {
    private static final Map<String, int[]> BY_WORD = new HashMap<>();
    private static final List<String> CODES = read();

    /// No word here is longer; a small letter is never shorter than its capital.
    private static final int LONGEST =
            BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0);

    /// Below this character are those of ASCII.
    private static final int PLAIN = 0x80;

    private FunctionWords() {}

    /// How much of a text each language explains, in the order of `CODES`.
    private static final class Tally {
        private final double[] weights = new double[CODES.size()];
        private final int[] counts = new int[CODES.size()];
        private int words;

        private void add(String word) {
            words++;
            int[] of = BY_WORD.get(word);
            if (of != null) {
                for (int language : of) {
                    weights[language] += 1.0 / of.length;
                    counts[language]++;
                }
            }
        }

        private double share(int language) {
            return words == 0 ? 0 : (double) counts[language] / words;
        }
    }

    /// @param code the language that explains most
    /// @param share of the words that are among its commonest, 0 to 1
    /// @param lead how much more of the text it explains than the next language does; 1 is no lead
    record Best(String code, double share, double lead, int words) {}

    static Best best(CharSequence text) {
        Tally tally = tally(text);
        int best = 0;
        double second = 0;
        for (int i = 1; i < CODES.size(); i++) {
            if (tally.weights[i] > tally.weights[best]) {
                second = tally.weights[best];
                best = i;
            } else {
                second = Math.max(second, tally.weights[i]);
            }
        }
        double lead = tally.weights[best] == 0 ? 1 : second == 0 ? 99 : tally.weights[best] / second;
        return new Best(CODES.get(best), tally.share(best), lead, tally.words);
    }

    /// The share of a text's words that are among the commonest of a language, 0 to 1; 0 for a language
    /// not known here.
    static double share(CharSequence text, String code) {
        int language = CODES.indexOf(code);
        return language < 0 ? 0 : tally(text).share(language);
    }

    private static Tally tally(CharSequence text) {
        Tally tally = new Tally();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && inside(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start <= LONGEST) {
                    tally.add(text.subSequence(start, i).toString().toLowerCase(Locale.ROOT));
                } else {
                    tally.words++;
                }
                start = -1;
            }
        }
        return tally;
    }

    private static boolean inside(char c) {
        if (c < PLAIN) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
        }
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static List<String> read() {
        InputStream stream = FunctionWords.class.getResourceAsStream("function-words.tsv");
        if (stream == null) {
            throw new IllegalStateException("The table function-words.tsv is missing from the class path");
        }
        List<String> codes = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    int language = codes.size();
                    codes.add(line.substring(0, tab));
                    for (String word : new LinkedHashSet<>(
                            Arrays.asList(line.substring(tab + 1).split(" ")))) {
                        BY_WORD.merge(word, new int[] {language}, FunctionWords::both);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table function-words.tsv cannot be read", unreadable);
        }
        return List.copyOf(codes);
    }

    private static int[] both(int[] some, int[] one) {
        int[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one[0];
        return all;
    }
}
