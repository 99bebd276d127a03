package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Layer;
import sourcebook.search.lucene.Terms.Asked;

/// Words of the archive's texts that are written almost like one, for one reader and one thread.
///
/// A word differs by a letter too many, too few, another, or two that changed places; longer ones by two of these. Its
/// first letter is right: so stems and the other marked terms of the index are none of them, and the search is short.
/// Where there is none, the first letter alone may be wrong: [FirstLetters].
final class Spelling {
    /// Of shorter words too many are near.
    private static final int FEWEST_LETTERS = 4;

    /// How alike two words must be, 1 if they are equal: two differences are for seven letters and more.
    private static final float ALIKE = 0.7f;

    private final IndexReader reader;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader) {
        this.reader = reader;
        checker.setMinQueryLength(FEWEST_LETTERS);
        checker.setMinPrefix(1);
        checker.setAccuracy(ALIKE);
        checker.setLowerCaseTerms(false);
    }

    /// A word of the archive, folded, and the number of documents whose text has it.
    record Word(String text, int documents) {}

    /// The nearest words that more documents have than this one, the nearest first, of equals the more frequent.
    ///
    /// @param word one word; its case and diacritics do not matter
    List<Word> near(String word, int most) throws IOException {
        List<String> words = Terms.of(word);
        if (words.size() != 1) {
            return List.of();
        }
        Term typed = new Term(IndexSchema.TEXT, words.getFirst());
        List<Word> near = Arrays.stream(checker.suggestSimilar(typed, most, reader, SuggestMode.SUGGEST_MORE_POPULAR))
                .map(some -> new Word(some.string, some.freq))
                .toList();
        return near.isEmpty() && words.getFirst().length() >= FEWEST_LETTERS
                ? new FirstLetters(reader).near(words.getFirst(), most)
                : near;
    }

    /// What was typed with the nearest word of the archive in the place of each that no text has, everything else as
    /// it was. Null if nothing is to be changed, or a word has nothing near it.
    ///
    /// @param typing whether the last word may be the beginning of one
    @Nullable
    String corrected(String typed, boolean typing) throws IOException {
        List<Asked> words = Terms.asked(typed);
        StringBuilder corrected = new StringBuilder();
        int end = 0;
        for (int i = 0; i < words.size(); i++) {
            Asked word = words.get(i);
            boolean unfinished = typing && i == words.size() - 1 && word.end() == typed.length();
            if (!name(typed, word) && !held(word.term(), unfinished)) {
                List<Word> near = near(word.typed(), 1);
                if (near.isEmpty()) {
                    return null;
                }
                corrected
                        .append(typed, end, word.start())
                        .append(written(near.getFirst().text()));
                end = word.end();
            }
        }
        return end == 0 ? null : corrected.append(typed, end, typed.length()).toString();
    }

    /// A folded word as some text writes it, in small letters.
    private String written(String folded) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum places = leaf.reader().postings(new Term(IndexSchema.TEXT, folded), PostingsEnum.OFFSETS);
            Bits live = leaf.reader().getLiveDocs();
            while (places != null && places.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(places.docID())) {
                    places.nextPosition();
                    return new Kept(reader)
                            .text(Layer.TEXT, leaf.docBase + places.docID())
                            .substring(places.startOffset(), places.endOffset())
                            .toLowerCase(Locale.ROOT);
                }
            }
        }
        return folded;
    }

    /// An operator, the name of a field, or its value.
    private static boolean name(String typed, Asked word) {
        return switch (word.typed()) {
            case "AND", "OR", "NOT" -> true;
            default ->
                (word.end() < typed.length() && typed.charAt(word.end()) == ':')
                        || (word.start() > 0 && typed.charAt(word.start() - 1) == ':');
        };
    }

    private boolean held(String word, boolean asBeginning) throws IOException {
        if (!asBeginning) {
            return reader.docFreq(new Term(IndexSchema.TEXT, word)) > 0
                    || reader.docFreq(new Term(IndexSchema.TEXT, Terms.JOINED + word)) > 0;
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            org.apache.lucene.index.Terms terms = leaf.reader().terms(IndexSchema.TEXT);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                if (each.seekCeil(new BytesRef(word)) != TermsEnum.SeekStatus.END
                        && each.term().utf8ToString().startsWith(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
