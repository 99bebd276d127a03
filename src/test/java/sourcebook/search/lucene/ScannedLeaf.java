package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Query;
import sourcebook.search.Query.Element;
import sourcebook.search.Query.Near;
import sourcebook.search.lucene.ScannedPhrase.Any;
import sourcebook.search.lucene.ScannedPhrase.Either;
import sourcebook.search.lucene.ScannedPhrase.Part;
import sourcebook.search.lucene.ScannedPhrase.Place;

/// Where words, phrases and all that stands between quotation marks is found in a text.
final class ScannedLeaf {
    private ScannedLeaf() {}

    /// All places, overlapping ones too.
    ///
    /// @param japanese whether any text of the archive, in the same field, has Japanese
    static Set<Range> places(Query.Leaf leaf, ScannedText text, boolean japanese) {
        return switch (leaf) {
            case Query.Word(String word) -> new ScannedForms(text, japanese).of(word);
            case Query.Phrase(String phrase) -> words(phrase).in(text);
            case Query.Pattern pattern -> new ScannedPhrase(ScannedPattern.parts(pattern)).in(text);
            case Query.Sequence(List<Element> elements, Near near) -> text.ranges(sequence(elements, near, text));
        };
    }

    private static ScannedPhrase words(String phrase) {
        return ScannedPhrase.of(ScannedText.of(phrase).tokens());
    }

    /// Where they are near one another, of places that hold a smaller one only the smaller.
    private static Set<Place> sequence(List<Element> elements, @Nullable Near near, ScannedText text) {
        if (near == null) {
            return new ScannedPhrase(row(elements)).places(text);
        }
        List<Set<Place>> places = elements.stream()
                .map(element -> new ScannedPhrase(parts(element)).places(text))
                .toList();
        return ScannedNear.smallest(ScannedNear.windows(text, places, near.between(), near.ordered()));
    }

    private static List<Part> row(List<Element> elements) {
        List<Part> row = new ArrayList<>();
        elements.forEach(element -> row.addAll(parts(element)));
        return row;
    }

    private static List<Part> parts(Element element) {
        return switch (element) {
            case Query.Words(String text) ->
                ScannedPhrase.slots(ScannedText.of(text).tokens());
            case Query.OneWord(Query.Pattern pattern) -> ScannedPattern.parts(pattern);
            case Query.AnyWord() -> List.of(new Any());
            case Query.Alternatives(List<List<Element>> rows) ->
                List.of(new Either(rows.stream().map(ScannedLeaf::row).toList()));
        };
    }
}
