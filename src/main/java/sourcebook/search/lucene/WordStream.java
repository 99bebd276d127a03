package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.PlaceReader.Part;
import sourcebook.search.lucene.PlaceReader.Place;

/// The terms of one text with their positions and offsets, as [Terms] names them.
final class WordStream extends TokenStream {
    /// Positions between two values of one field, as the names of several people: more than any phrase is long.
    private static final int APART = 10_000;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);

    private final String text;
    private final TextLanguages languages;
    private final @Nullable WordPairs pairs;
    private PlaceReader reader;
    private @Nullable Place next;
    /// The joined word of which the present one is the first half; empty if it is not.
    private String joined = "";
    /// What is still to be given at the present position.
    private final List<Token> tokens = new ArrayList<>();
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

    private record Token(char mark, String text, int start, int end, int positions) {}

    @Override
    public void reset() {
        reader = new PlaceReader(text, languages);
        next = reader.next();
        joined = "";
        tokens.clear();
        given = 0;
        position = -1;
        if (pairs != null) {
            pairs.clear();
        }
    }

    @Override
    public boolean incrementToken() {
        if (given == tokens.size() && !advance()) {
            return false;
        }
        Token token = tokens.get(given++);
        clearAttributes();
        if (token.mark != '\0') {
            term.append(token.mark);
        }
        term.append(token.text);
        offset.setOffset(token.start, token.end);
        increment.setPositionIncrement(token.positions);
        return true;
    }

    @Override
    public void end() {
        clearAttributes();
        offset.setOffset(text.length(), text.length());
        increment.setPositionIncrement(APART);
    }

    /// Goes to the next word and lists its terms, ascending by where they start.
    private boolean advance() {
        Place place = next;
        if (place == null) {
            return false;
        }
        tokens.clear();
        given = 0;
        next = reader.next();
        int start = place.start();
        if (place.step() > 1) {
            tokens.add(new Token('\0', Terms.MARK, start, start, 1));
        }
        tokens.add(new Token('\0', place.term(), start, place.end(), 1));
        position += place.step();
        if (pairs != null) {
            pairs.note(place.term(), position, place.step() > 1);
        }
        if (!joined.isEmpty()) {
            tokens.add(new Token(Terms.SECOND_HALF, joined, start, place.end(), 0));
        }
        for (String stem : place.stems()) {
            tokens.add(new Token(Terms.STEM, stem, start, place.end(), 0));
        }
        if (next == null) {
            reader.unstemmed()
                    .forEach(language ->
                            tokens.add(new Token(Terms.STEM, Terms.stem(language, ""), start, place.end(), 0)));
        }
        Place second = next;
        boolean broken = second != null && Terms.broken(text, place.end(), second.start());
        joined = "";
        if (second != null && broken) {
            String whole = text.substring(start, place.end()) + text.substring(second.start(), second.end());
            joined = Terms.folded(whole);
            tokens.add(new Token(Terms.JOINED, joined, start, second.end(), 0));
            for (String stem : Terms.stems(whole, joined, languages.at(start))) {
                tokens.add(new Token(Terms.JOINED_STEM, stem, start, second.end(), 0));
            }
        }
        for (Part part : place.parts()) {
            tokens.add(new Token(Terms.STEM, part.stem(), part.start(), part.end(), 0));
        }
        return true;
    }
}
