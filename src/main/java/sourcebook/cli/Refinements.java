package sourcebook.cli;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// What narrows and orders a search on the command line.
final class Refinements {
    private static final Pattern LIKE = Pattern.compile("([0-9a-f]{64})(?::(\\d{1,9})-(\\d{1,9}))?");

    @Option(names = "--country", paramLabel = "CODE", description = "Only documents about this country; repeatable.")
    private List<String> countries = List.of();

    @Option(names = "--published-in", paramLabel = "CODE", description = "Only those published there; repeatable.")
    private List<String> publishedIn = List.of();

    @Option(names = "--source", paramLabel = "NAME", description = "Only those of this source; repeatable.")
    private List<String> sources = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "Only those in this language; repeatable.")
    private List<String> languages = List.of();

    @Option(names = "--type", paramLabel = "TYPE", description = "Only those of this type; repeatable.")
    private List<String> types = List.of();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long patterns that stand for very many words may take; then numbers are “at least”.")
    private int patience;

    @Option(
            names = "--refine",
            paramLabel = "FACET=VALUE",
            description = "Only those with this value of a facet: party=MPLA, month=2014-03; repeatable. A sidecar's "
                    + "column is a facet if the setting `facets` names it.")
    private List<String> others = List.of();

    @Option(
            names = "--like",
            paramLabel = "ID[:START-END]",
            description = "Only what is like this document, or a passage of its text; the likest first.")
    private @Nullable String like;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            description = "Only this year, or a range 2012..2017; `unknown` for the undated. Repeatable.")
    private List<String> years = List.of();

    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "relevance",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Sort sort = Sort.RELEVANCE;

    @Option(
            names = "--match",
            paramLabel = "all|any",
            defaultValue = "all",
            description = "Whether all words must occur, or any (default: ${DEFAULT-VALUE}).")
    private String match = "all";

    SearchRequest apply(SearchRequest request) {
        if (!match.equals("all") && !match.equals("any")) {
            throw new IllegalArgumentException("--match takes `all` or `any`, not “" + match + "”.");
        }
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        choose(chosen, Facet.COUNTRY, countries);
        choose(chosen, Facet.PUBLISHED_IN, publishedIn);
        choose(chosen, Facet.SOURCE, sources);
        choose(chosen, Facet.LANGUAGE, languages);
        choose(chosen, Facet.TYPE, types);
        for (String other : others) {
            int equals = other.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(
                        "--refine takes a facet's name, = and a value, such as party=MPLA, not “" + other + "”.");
            }
            String name = other.substring(0, equals).strip();
            Facet facet = Facet.ofKey(name).orElseGet(() -> Facet.custom(name));
            choose(chosen, facet, List.of(other.substring(equals + 1).strip()));
        }
        YearRange range = null;
        for (String year : years) {
            YearRange given = range(year);
            if (given == null) {
                choose(chosen, Facet.YEAR, List.of(year));
            } else {
                range = given;
            }
        }
        return request.withRefinements(chosen)
                .withYears(range)
                .withSort(sort)
                .withAnyWord(match.equals("any"))
                .withPatience(Duration.ofSeconds(patience))
                .withLike(like == null ? null : like(like));
    }

    private static Like like(String text) {
        Matcher form = LIKE.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "--like takes a document's whole id, with :START-END behind it for a passage, not “" + text + "”.");
        }
        DocumentId document = new DocumentId(form.group(1));
        return form.group(2) == null
                ? Like.of(document)
                : new Like(document, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    private static @Nullable YearRange range(String year) {
        int dots = year.indexOf("..");
        if (dots < 0) {
            return null;
        }
        try {
            return new YearRange(Integer.parseInt(year.substring(0, dots)), Integer.parseInt(year.substring(dots + 2)));
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(
                    "“" + year + "” is not a range of years such as 2012..2017.", unreadable);
        }
    }

    private static void choose(Map<Facet, Set<String>> chosen, Facet facet, List<String> values) {
        if (!values.isEmpty()) {
            chosen.computeIfAbsent(facet, any -> new LinkedHashSet<>()).addAll(values);
        }
    }
}
