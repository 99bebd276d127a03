package sourcebook.search;

import java.util.Arrays;
import java.util.Optional;

/// What a part of a query can be confined to, by the name that stands before the colon.
public enum QueryField {
    /// Words of the record's title.
    TITLE("title"),
    /// Words of the names of the people or bodies that wrote it.
    CREATOR("creator"),
    /// Words of the outlet's or publisher's name.
    SOURCE("source"),
    /// A country it is about, by ISO code or English name.
    COUNTRY("country"),
    /// A country it was published in, by ISO code or English name.
    PUBLISHED_IN("publishedIn"),
    /// A year or a range of years; written by [Query.Years], never by [Query.Fielded].
    YEAR("year"),
    /// A date or a range of dates; written by [Query.Days], never by [Query.Fielded].
    DATE("date"),
    /// Whether something is known; written by [Query.Has], never by [Query.Fielded].
    HAS("has"),
    /// The main language, by ISO code or English name.
    LANGUAGE("language"),
    /// Words of the kind of document.
    TYPE("type"),
    /// The copies of one story, by its id.
    STORY("story"),
    /// A document, by its id or how that begins.
    ID("id"),
    /// The text itself, which is also the scope of a part without a field.
    BODY("body"),
    /// The text of the page around it; written `in:furniture peace`.
    FURNITURE("furniture");

    private final String word;

    QueryField(String word) {
        this.word = word;
    }

    /// As it is typed before the colon.
    public String word() {
        return word;
    }

    /// What is written before a word, a phrase or a bracket, the colon included.
    String prefix() {
        return this == FURNITURE ? "in:furniture " : word + ":";
    }

    /// The field of that name, whatever its case.
    public static Optional<QueryField> ofWord(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
