package sourcebook.search.lucene.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.util.IOUtils;

/// Words that carry grammar, not meaning, folded: articles, prepositions, pronouns, the verbs that help
/// others.
public final class FunctionWords {
    private static final String SNOWBALL = "english_stop.txt";

    private static final Set<String> ENGLISH = english();

    private FunctionWords() {}

    /// Whether a word is one of English, by the Snowball project's list.
    public static boolean english(String folded) {
        return ENGLISH.contains(folded);
    }

    /// Whether a word is one of any language; of languages other than English only the short ones,
    /// which are the most frequent. Reads the lists of all languages when first asked: for filling an
    /// index, not for searching.
    public static boolean anyLanguage(String folded) {
        return All.WORDS.contains(folded);
    }

    private static final class All {
        static final Set<String> WORDS = words();

        private static Set<String> words() {
            Set<String> words = new HashSet<>(ENGLISH);
            for (StemmedLanguage language : StemmedLanguage.values()) {
                words.addAll(language.commonWords());
            }
            return Set.copyOf(words);
        }
    }

    private static Set<String> english() {
        try (InputStream list =
                IOUtils.requireResourceNonNull(SnowballFilter.class.getResourceAsStream(SNOWBALL), SNOWBALL)) {
            CharArraySet listed = WordlistLoader.getSnowballWordSet(list);
            Set<String> words = new HashSet<>();
            listed.forEach(word -> words.add(Folding.folded(new String((char[]) word))));
            return Set.copyOf(words);
        } catch (IOException broken) {
            throw new UncheckedIOException(SNOWBALL, broken);
        }
    }
}
