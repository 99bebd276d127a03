package sourcebook.search;

import java.util.Arrays;
import java.util.Optional;

/// What can be asked for with `has:`, whatever its value.
public enum Feature {
    /// Text that was recognised from images, wholly or in part.
    OCR("ocr"),
    TEXT("text"),
    TITLE("title"),
    CREATOR("creator"),
    DATE("date"),
    SOURCE("source"),
    /// A country it is about.
    COUNTRY("country"),
    PUBLISHED_IN("publishedIn"),
    LANGUAGE("language"),
    TYPE("type"),
    /// Other copies of it.
    STORY("story"),
    /// Text of the page around the work.
    FURNITURE("furniture");

    private final String word;

    Feature(String word) {
        this.word = word;
    }

    /// As it is typed behind `has:`.
    public String word() {
        return word;
    }

    /// The feature of that name, whatever its case.
    public static Optional<Feature> ofWord(String word) {
        return Arrays.stream(values())
                .filter(feature -> feature.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
