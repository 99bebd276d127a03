package sourcebook.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Words;

/// The commonest words of languages, folded as the index folds: articles, pronouns, prepositions. The table is the one
/// by which languages are told apart. Immutable, thread-safe.
final class FunctionWords {
    private static final String TABLE = "/sourcebook/description/language/function-words.tsv";
    private static final Map<String, Set<String>> BY_LANGUAGE = read();

    private FunctionWords() {}

    /// @param language code of the text's language, null when it is not known
    static boolean has(@Nullable String language, String folded) {
        return language != null && BY_LANGUAGE.getOrDefault(language, Set.of()).contains(folded);
    }

    private static Map<String, Set<String>> read() {
        InputStream stream = FunctionWords.class.getResourceAsStream(TABLE);
        if (stream == null) {
            throw new IllegalStateException("The table " + TABLE + " is missing from the class path");
        }
        Map<String, Set<String>> read = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    Set<String> words = read.computeIfAbsent(line.substring(0, tab), any -> new HashSet<>());
                    Words.of(line.substring(tab + 1)).forEach(word -> words.add(word.folded()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table " + TABLE + " cannot be read", unreadable);
        }
        return read;
    }
}
