package sourcebook.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What results can be narrowed by: one of the [#BUILT_IN], or a column of the sidecars that the archive has made a
/// facet. In order: the built-in ones as they stand here, then the others by name.
///
/// @param key its name in JSON; of a custom one the column's header
public record Facet(Kind kind, String key) implements Comparable<Facet> {

    /// Where the values come from, and so how they are called and sorted.
    public enum Kind {
        COUNTRY,
        PUBLISHED_IN,
        YEAR,
        SOURCE,
        LANGUAGE,
        TYPE,
        /// Within a year.
        MONTH,
        /// A column of the sidecars.
        CUSTOM
    }

    public static final Facet COUNTRY = new Facet(Kind.COUNTRY, "country");
    public static final Facet PUBLISHED_IN = new Facet(Kind.PUBLISHED_IN, "publishedIn");
    public static final Facet YEAR = new Facet(Kind.YEAR, "year");
    public static final Facet SOURCE = new Facet(Kind.SOURCE, "source");
    public static final Facet LANGUAGE = new Facet(Kind.LANGUAGE, "language");
    public static final Facet TYPE = new Facet(Kind.TYPE, "type");

    /// A month of one year, `2014-03`. Not a list beside the results but a part of [#YEAR]: see [SearchResult#months].
    /// [#UNKNOWN] is a date without a month, or none.
    public static final Facet MONTH = new Facet(Kind.MONTH, "month");

    /// Those that every archive has.
    public static final List<Facet> BUILT_IN = List.of(COUNTRY, PUBLISHED_IN, YEAR, SOURCE, LANGUAGE, TYPE);

    /// The value of documents that have none: "undated", "no country", "unknown". Never a real value of any facet.
    public static final String UNKNOWN = "unknown";

    /// Before the name of a custom facet wherever it could be taken for something else.
    private static final String CUSTOM_PREFIX = "x.";

    private static final Comparator<Facet> ORDER =
            Comparator.comparing(Facet::kind).thenComparing(Facet::key);

    /// The facet of a sidecar's column.
    public static Facet custom(String column) {
        return new Facet(Kind.CUSTOM, column);
    }

    /// Its name in addresses and in the index, where a column could be called as something else is.
    public String parameter() {
        return kind == Kind.CUSTOM ? CUSTOM_PREFIX + key : key;
    }

    /// The built-in one of that key, or [#MONTH].
    public static Optional<Facet> ofKey(String key) {
        return key.equals(MONTH.key)
                ? Optional.of(MONTH)
                : BUILT_IN.stream().filter(facet -> facet.key.equals(key)).findFirst();
    }

    /// The facet whose [#parameter] this is.
    public static Optional<Facet> ofParameter(String parameter) {
        return parameter.startsWith(CUSTOM_PREFIX) && parameter.length() > CUSTOM_PREFIX.length()
                ? Optional.of(custom(parameter.substring(CUSTOM_PREFIX.length())))
                : ofKey(parameter);
    }

    @Override
    public int compareTo(Facet other) {
        return ORDER.compare(this, other);
    }
}
