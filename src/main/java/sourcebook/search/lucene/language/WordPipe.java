package sourcebook.search.lucene.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Sends single words through token filters. For one thread.
final class WordPipe {
    private final Source source = new Source();
    private final TokenStream filtered;
    private final CharTermAttribute term;

    WordPipe(UnaryOperator<TokenStream> filters) {
        filtered = filters.apply(source);
        term = filtered.getAttribute(CharTermAttribute.class);
    }

    /// What the filters make of a word; the word itself if they take it away.
    String through(String word) {
        source.word = word;
        try {
            filtered.reset();
            String made = filtered.incrementToken() ? term.toString() : word;
            filtered.end();
            return made.isEmpty() ? word : made;
        } catch (IOException impossible) { // nothing is read
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Source extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";
        private boolean given;

        @Override
        public void reset() {
            given = false;
        }

        @Override
        public boolean incrementToken() {
            if (given) {
                return false;
            }
            clearAttributes();
            term.append(word);
            given = true;
            return true;
        }
    }
}
