package sourcebook.description.print;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What web pages leave in articles that were saved as text, by its words. Immutable, thread-safe.
final class TeaserTable {
    private static final Map<String, Set<String>> PHRASES = read();
    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final String BEFORE = BLANKS + "*_#>»•|-–—";
    private static final String BEHIND = BLANKS + ":.…»>→*_|!-–—";
    private static final Predicate<String> DIGIT = text -> text.chars().anyMatch(c -> c >= '0' && c <= '9');
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:[.,]\\d+)*");

    /// No such line is longer.
    private static final int LONGEST = 160;

    private TeaserTable() {}

    /// "Keep reading", "Related articles", alone on a line.
    static boolean head(String line) {
        return line.length() <= LONGEST && phrases("head").contains(bare(line));
    }

    /// "Read more: Ferries of the south".
    static boolean named(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        int end = colon < 0 ? wide : colon;
        return end > 0
                && line.length() <= LONGEST
                && end < line.strip().length() - 1
                && phrases("before").contains(bare(line.substring(0, end)));
    }

    /// A line that is furniture wherever it stands.
    static boolean alone(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String bare = bare(line);
        return phrases("line").contains(bare)
                || phrases("line").contains(line.strip().toLowerCase(Locale.ROOT))
                || (DIGIT.test(bare)
                        && phrases("count").contains(NUMBERS.matcher(bare).replaceAll("#")));
    }

    private static String bare(String line) {
        String plain = line.replace('’', '\'').replace('\u00A0', ' ').toLowerCase(Locale.ROOT);
        int from = 0;
        int to = plain.length();
        while (from < to && BEFORE.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BEHIND.indexOf(plain.charAt(to - 1)) >= 0) {
            to--;
        }
        return plain.substring(from, to);
    }

    private static Set<String> phrases(String kind) {
        return PHRASES.getOrDefault(kind, Set.of());
    }

    private static Map<String, Set<String>> read() {
        InputStream stream = TeaserTable.class.getResourceAsStream("teasers.tsv");
        if (stream == null) {
            throw new IllegalStateException("The table teasers.tsv is missing from the class path");
        }
        Map<String, Set<String>> phrases = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    phrases.computeIfAbsent(line.substring(0, tab), kind -> new HashSet<>())
                            .addAll(Arrays.asList(line.substring(tab + 1).split("\\|", -1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table teasers.tsv cannot be read", unreadable);
        }
        return Map.copyOf(phrases);
    }
}
