package sourcebook.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a part of a query can be confined to, by the name that stands before the colon.
public enum QueryField {
    /// Words of the record's title.
    TITLE,
    /// Words of the names of the people or bodies that wrote it.
    CREATOR,
    /// Words of the outlet's or publisher's name.
    SOURCE,
    /// A country it is about, by ISO code or English name.
    COUNTRY,
    /// A year or a range of years; written by [Query.Years], never by [Query.Fielded].
    YEAR,
    /// The main language, by ISO code or English name.
    LANGUAGE,
    /// Words of the kind of document.
    TYPE,
    /// The text itself, which is also the scope of a part without a field.
    BODY;

    /// As it is typed before the colon.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The field of that name, whatever its case.
    public static Optional<QueryField> ofWord(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(word))
                .findFirst();
    }
}
