package sourcebook.search.lucene;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.PlaceReader.Part;
import sourcebook.search.lucene.PlaceReader.Place;

/// The terms of one text with their positions and offsets, as [Terms] names them. Terms are given as bytes, which
/// [KnownWords] keeps: a word that returns is not encoded again.
final class WordStream extends TokenStream {
    /// Positions between two values of one field, as the names of several people: more than any phrase is long.
    private static final int APART = 10_000;

    /// Numbers of a term: start, end, positions.
    private static final int VALUES = 3;

    private static final BytesRef MARK = new BytesRef(Terms.MARK);

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final String text;
    private final TextLanguages languages;
    private final @Nullable WordPairs pairs;
    private PlaceReader reader;
    private @Nullable Place next;
    /// The joined word of which the present one is the first half; empty if it is not.
    private String joined = "";
    /// What is to be given at the present word, ascending by start: terms, and for each where it starts, ends, and its
    /// distance in positions from the one before.
    private BytesRef[] terms = new BytesRef[8];

    private int[] places = new int[VALUES * 8];
    private int size;
    private int given;
    private int position;

    WordStream(String text, TextLanguages languages) {
        this(text, languages, null);
    }

    /// @param pairs takes note of the words that are given; null for none
    WordStream(String text, TextLanguages languages, @Nullable WordPairs pairs) {
        this.text = text;
        this.languages = languages;
        this.pairs = pairs;
        reader = new PlaceReader(text, languages);
    }

    /// A text whose language nobody knows.
    WordStream(String text) {
        this(text, TextLanguages.UNKNOWN);
    }

    @Override
    public void reset() {
        reader = new PlaceReader(text, languages);
        next = reader.next();
        joined = "";
        size = 0;
        given = 0;
        position = -1;
        if (pairs != null) {
            pairs.clear();
        }
    }

    /// Sets all attributes there are, so that none need be cleared.
    @Override
    public boolean incrementToken() {
        if (given == size && !advance()) {
            return false;
        }
        int place = VALUES * given;
        term.setBytesRef(terms[given++]);
        offset.setOffset(places[place], places[place + 1]);
        increment.setPositionIncrement(places[place + 2]);
        return true;
    }

    @Override
    public void end() {
        clearAttributes();
        offset.setOffset(text.length(), text.length());
        increment.setPositionIncrement(APART);
    }

    private void add(BytesRef name, int start, int end, int positions) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, 2 * size);
            places = Arrays.copyOf(places, VALUES * 2 * size);
        }
        int place = VALUES * size;
        places[place] = start;
        places[place + 1] = end;
        places[place + 2] = positions;
        terms[size++] = name;
    }

    private void add(char mark, String name, int start, int end) {
        add(new BytesRef(mark + name), start, end, 0);
    }

    /// Goes to the next word and lists its terms, ascending by where they start.
    private boolean advance() {
        Place place = next;
        if (place == null) {
            return false;
        }
        size = 0;
        given = 0;
        next = reader.next();
        int start = place.start();
        boolean apart = place.step() > 1;
        if (apart) {
            add(MARK, start, start, 1);
        }
        add(place.word().bytes(), start, place.end(), 1);
        position += place.step();
        if (pairs != null) {
            pairs.note(place.word(), position, apart);
        }
        if (!joined.isEmpty()) {
            add(Terms.SECOND_HALF, joined, start, place.end());
        }
        for (BytesRef stem : place.word().stemBytes()) {
            add(stem, start, place.end(), 0);
        }
        if (next == null) {
            reader.unstemmed().forEach(language -> add(Terms.STEM, Terms.stem(language, ""), start, place.end()));
        }
        Place second = next;
        joined = "";
        if (second != null && Terms.broken(text, place.end(), second.start())) {
            String whole = text.substring(start, place.end()) + text.substring(second.start(), second.end());
            joined = Terms.folded(whole);
            add(Terms.JOINED, joined, start, second.end());
            for (String stem : Terms.stems(whole, joined, languages.at(start))) {
                add(Terms.JOINED_STEM, stem, start, second.end());
            }
        }
        for (Part part : place.parts()) {
            add(Terms.STEM, part.stem(), part.start(), part.end());
        }
        return true;
    }
}
