package sourcebook.search.lucene.language;

import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/// Lucene's stop words for English, and what an apostrophe leaves behind.
final class CommonEnglish {
    static final CharArraySet WORDS = new CharArraySet(
            List.of(
                    "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no",
                    "not", "of", "on", "or", "s", "such", "t", "that", "the", "their", "then", "there", "these", "they",
                    "this", "to", "was", "will", "with"),
            false);

    private CommonEnglish() {}
}
