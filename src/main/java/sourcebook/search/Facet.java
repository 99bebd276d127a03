package sourcebook.search;

import java.util.Arrays;
import java.util.Optional;

/// What results can be narrowed by. `key` is the name in JSON and in addresses.
public enum Facet {
    COUNTRY("country"),
    PUBLISHED_IN("publishedIn"),
    YEAR("year"),
    SOURCE("source"),
    LANGUAGE("language"),
    TYPE("type");

    /// The value of documents that have none: "undated", "no country", "unknown". Never a real value of any facet.
    public static final String UNKNOWN = "unknown";

    private final String key;

    Facet(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Facet> ofKey(String key) {
        return Arrays.stream(values()).filter(facet -> facet.key.equals(key)).findFirst();
    }
}
