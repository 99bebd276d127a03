package sourcebook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentRecord;

/// Which columns of the sidecars are facets of an archive. Immutable.
///
/// @param names of the columns as the archive's settings write them; the header of a sidecar may have other capitals
public record FacetColumns(List<String> names) {
    /// An archive of which no column is a facet.
    public static final FacetColumns NONE = new FacetColumns(List.of());

    /// In one cell, between values.
    private static final String BETWEEN_VALUES = ";";

    /// UTF-16 units of a value; what is longer is a remark, not a value, and is cut.
    private static final int LONGEST_VALUE = 200;

    /// Words that mean something else before a colon of the query language or in a list of facets.
    private static final Set<String> TAKEN = Set.of("in", "has", "url", "creators", "path", "page", "hits");

    public FacetColumns {
        names = List.copyOf(names);
    }

    /// Reads a list of names with commas between them.
    ///
    /// @throws IllegalArgumentException with what is wrong with one of them
    public static FacetColumns of(String setting) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String part : setting.split(",")) {
            String name = part.strip();
            if (!name.isEmpty()) {
                check(name);
                if (seen.add(name)) {
                    names.add(name);
                }
            }
        }
        return new FacetColumns(names);
    }

    private static void check(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        boolean taken = TAKEN.contains(small)
                || QueryField.ofWord(name).isPresent()
                || Stream.concat(Facet.BUILT_IN.stream(), Stream.of(Facet.MONTH))
                        .anyMatch(facet -> facet.key().equalsIgnoreCase(small.replace("_", "")));
        if (taken) {
            throw new IllegalArgumentException("the name " + name + " already means something else in every archive");
        }
        if (!name.codePoints().allMatch(letter -> Character.isLetterOrDigit(letter) || " -_./".indexOf(letter) >= 0)) {
            throw new IllegalArgumentException(
                    "the name " + name + " has other characters than letters, digits, blanks and - _ . /");
        }
    }

    /// Their facets, by name.
    public List<Facet> facets() {
        return names.stream().map(Facet::custom).sorted().toList();
    }

    /// All facets of the archive, in their order.
    public List<Facet> all() {
        return Stream.concat(Facet.BUILT_IN.stream(), facets().stream()).toList();
    }

    /// The facet of that name, whatever its case.
    public Optional<Facet> named(String name) {
        return facets().stream()
                .filter(facet -> facet.key().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The same request with the columns' own names, whatever capitals it has them in.
    public SearchRequest named(SearchRequest request) {
        if (request.refinements().isEmpty()) {
            return request;
        }
        Map<Facet, Set<String>> refinements = new TreeMap<>();
        request.refinements().forEach((facet, values) -> {
            Facet own = facet.kind() == Facet.Kind.CUSTOM ? named(facet.key()).orElse(facet) : facet;
            refinements.computeIfAbsent(own, _ -> new LinkedHashSet<>()).addAll(values);
        });
        return request.withRefinements(refinements);
    }

    /// What a person should know of a request that chooses in facets the archive does not have.
    public List<String> notes(SearchRequest request) {
        if (request.refinements().isEmpty()) {
            return List.of();
        }
        return request.refinements().keySet().stream()
                .filter(facet ->
                        facet.kind() == Facet.Kind.CUSTOM && named(facet.key()).isEmpty())
                .sorted()
                .map(facet -> "No facet is called “" + facet.key() + "”: "
                        + (names.isEmpty()
                                ? "the archive's settings name no column of the sidecars."
                                : "the archive's settings name " + String.join(", ", names) + "."))
                .toList();
    }

    /// A document's values of one of them: what stands between semicolons in its cell.
    public static List<String> values(Facet facet, DocumentRecord record) {
        return record.custom().entrySet().stream()
                .filter(column -> column.getKey().strip().equalsIgnoreCase(facet.key()))
                .flatMap(column -> Arrays.stream(column.getValue().value().split(BETWEEN_VALUES)))
                .map(value -> cut(value.strip()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String cut(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        return value.substring(
                        0,
                        Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE)
                + "…";
    }
}
