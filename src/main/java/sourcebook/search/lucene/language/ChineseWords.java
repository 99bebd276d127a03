package sourcebook.search.lucene.language;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Chinese words by Lucene's SmartCN. Thread-safe.
///
/// Its dictionary knows simplified characters, so traditional ones are simplified for it alone. Where it knows no
/// word, as in most names, it gives single characters: these stay together.
final class ChineseWords {
    /// Particles, pronouns, prepositions and conjunctions of one character.
    private static final String GRAMMAR = "的地得了着过和与及或之其在于是为也都就而把被对从向以等吗呢吧啊这那";

    private static final ThreadLocal<Tokenizer> TOKENIZER = ThreadLocal.withInitial(HMMChineseTokenizer::new);

    private ChineseWords() {}

    private static final class Simplified {
        static final Transliterator RULES = Transliterator.getInstance("Traditional-Simplified");
    }

    static List<Segment> of(String run) {
        String simplified = Simplified.RULES.transliterate(run);
        String known = simplified.length() == run.length() ? simplified : run;
        List<Segment> words = new ArrayList<>();
        Segment single = null;
        for (Segment word : segments(known)) {
            boolean one = known.codePointCount(word.start(), word.end()) == 1;
            if (!one || !word.meaning()) {
                words.add(word);
                single = null;
            } else if (single != null && single.end() == word.start()) {
                words.removeLast();
                single = new Segment(single.start(), word.end(), null, true);
                words.add(single);
            } else {
                words.add(word);
                single = word;
            }
        }
        return words;
    }

    private static List<Segment> segments(String run) {
        List<Segment> words = new ArrayList<>();
        try (Tokenizer tokens = TOKENIZER.get()) {
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.setReader(new StringReader(run));
            tokens.reset();
            while (tokens.incrementToken()) {
                String word = run.substring(offset.startOffset(), offset.endOffset());
                boolean grammar = word.length() == 1 && GRAMMAR.contains(word);
                words.add(new Segment(offset.startOffset(), offset.endOffset(), null, !grammar));
            }
            tokens.end();
        } catch (IOException impossible) { // a string is read
            throw new UncheckedIOException(impossible);
        }
        return words;
    }
}
