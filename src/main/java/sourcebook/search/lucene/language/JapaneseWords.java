package sourcebook.search.lucene.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer.Mode;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Japanese words and their dictionary forms by Lucene's Kuromoji, compounds in their parts. Thread-safe; the
/// dictionary is loaded with the first run.
final class JapaneseWords {
    private static final ThreadLocal<Tokenizer> TOKENIZER =
            ThreadLocal.withInitial(() -> new JapaneseTokenizer(null, true, true, Mode.SEARCH));

    private JapaneseWords() {}

    static List<Segment> of(String run) {
        List<Segment> words = new ArrayList<>();
        try (Tokenizer tokens = TOKENIZER.get()) {
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            BaseFormAttribute base = tokens.getAttribute(BaseFormAttribute.class);
            PartOfSpeechAttribute part = tokens.getAttribute(PartOfSpeechAttribute.class);
            tokens.setReader(new StringReader(run));
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = run.substring(offset.startOffset(), offset.endOffset());
                @Nullable String dictionary = base.getBaseForm();
                String form = dictionary == null ? word : dictionary;
                boolean grammar = JapaneseAnalyzer.getDefaultStopTags().contains(part.getPartOfSpeech())
                        || JapaneseAnalyzer.getDefaultStopSet().contains(form);
                words.add(new Segment(
                        offset.startOffset(), offset.endOffset(), form.equals(word) ? null : form, !grammar));
            }
            tokens.end();
        } catch (IOException impossible) { // a string is read
            throw new UncheckedIOException(impossible);
        }
        return words;
    }
}
