package sourcebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Outcome;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Weakness;
import sourcebook.search.Facet;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Builds and reads the addresses of the page. What a view shows is in its address and nowhere else, so every view is a
/// link, and loading it again shows the same.
///
/// Whatever an address holds that makes no sense (a page of -3, years that run backward, a facet that does not exist)
/// is left out, never an error. All addresses are relative to the application's root, without a slash in front.
final class Navigation {
    private static final Pattern YEARS = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

    private Navigation() {}

    /// Goes to an address, as a link to it would.
    static void go(String address) {
        int question = address.indexOf('?');
        UI ui = UI.getCurrentOrThrow();
        if (question < 0) {
            ui.navigate(address);
        } else {
            ui.navigate(address.substring(0, question), QueryParameters.fromString(address.substring(question + 1)));
        }
    }

    /// The search view.
    ///
    /// @param refinements chosen values by facet; a facet without chosen values is absent
    /// @param sort null for the usual one: by relevance, or newest first when nothing is asked
    /// @param page of results, 1-based
    /// @param stories whether copies of one story count as one
    /// @param like only what is like this document or passage, null for everything
    /// @param map the facet of countries that is shown as a map, null for none
    /// @param against address of the search that this one will be compared with, null for none
    record SearchPlace(
            String query,
            Map<Facet, Set<String>> refinements,
            @Nullable YearRange years,
            @Nullable Sort sort,
            int page,
            boolean stories,
            @Nullable LikeThis like,
            @Nullable Facet map,
            @Nullable String against) {
        /// Farther than anybody turns; what lies before it can be counted in an `int`.
        private static final int LAST_PAGE = 1_000_000;

        private static final Map<String, Facet> MAPS = Map.of("about", Facet.COUNTRY, "published", Facet.PUBLISHED_IN);
        static final SearchPlace START = new SearchPlace("", Map.of(), null, null, 1, false, null, null, null);

        SearchPlace {
            Map<Facet, Set<String>> kept = new TreeMap<>();
            refinements.forEach((facet, values) -> {
                if (!values.isEmpty()) {
                    kept.put(facet, new TreeSet<>(values));
                }
            });
            refinements = kept;
            page = Math.clamp(page, 1, LAST_PAGE);
        }

        static SearchPlace of(QueryParameters parameters) {
            return of(parameters, "page");
        }

        private static SearchPlace of(QueryParameters parameters, String pageName) {
            Map<Facet, Set<String>> refinements = new TreeMap<>();
            parameters
                    .getParameters()
                    .forEach((name, values) -> Facet.ofParameter(name)
                            .ifPresent(facet -> refinements.put(facet, new LinkedHashSet<>(values))));
            return new SearchPlace(
                    parameters.getSingleParameter("q").orElse(""),
                    refinements,
                    parameters
                            .getSingleParameter("years")
                            .flatMap(Navigation::years)
                            .orElse(null),
                    parameters
                            .getSingleParameter("sort")
                            .flatMap(Navigation::sort)
                            .orElse(null),
                    number(parameters, pageName).orElse(1),
                    parameters
                            .getSingleParameter("count")
                            .filter("stories"::equals)
                            .isPresent(),
                    parameters.getSingleParameter("like").flatMap(LikeThis::of).orElse(null),
                    parameters.getSingleParameter("map").map(MAPS::get).orElse(null),
                    parameters.getSingleParameter("against").orElse(null));
        }

        /// The order that holds: the chosen one, or the usual one.
        Sort order() {
            if (sort != null) {
                return sort;
            }
            return query.isBlank() && like == null ? Sort.NEWEST : Sort.RELEVANCE;
        }

        boolean chosen(Facet facet, String value) {
            return refinements.getOrDefault(facet, Set.of()).contains(value);
        }

        boolean refined() {
            return years != null || !refinements.isEmpty();
        }

        /// Whether nothing is asked and nothing chosen: the place to begin at.
        boolean asksNothing() {
            return query.isBlank() && !refined() && like == null && sort == null && against == null && page == 1;
        }

        SearchPlace withQuery(String to) {
            return new SearchPlace(to, refinements, years, null, 1, stories, like, map, against);
        }

        /// The query with a further condition.
        ///
        /// @param understood how the query was read
        SearchPlace narrowed(String understood, String condition) {
            return withQuery(understood.isBlank() ? condition : "(" + understood + ") " + condition);
        }

        SearchPlace withYears(@Nullable YearRange to) {
            return new SearchPlace(query, refinements, to, sort, 1, stories, like, map, against);
        }

        SearchPlace withSort(@Nullable Sort to) {
            return new SearchPlace(query, refinements, years, to, 1, stories, like, map, against);
        }

        SearchPlace withPage(int to) {
            return new SearchPlace(query, refinements, years, sort, to, stories, like, map, against);
        }

        SearchPlace withoutRefinements() {
            return new SearchPlace(query, Map.of(), null, sort, 1, stories, like, map, against);
        }

        /// Counts stories, or each copy.
        SearchPlace withStories(boolean to) {
            return new SearchPlace(query, refinements, years, sort, 1, to, like, map, against);
        }

        /// Only what is like a document or a passage; null for everything again.
        SearchPlace withLike(@Nullable LikeThis to) {
            return new SearchPlace(query, refinements, years, to == null ? sort : null, 1, stories, to, map, against);
        }

        /// Shows a facet of countries as a map, null for none.
        SearchPlace withMap(@Nullable Facet to) {
            return new SearchPlace(query, refinements, years, sort, page, stories, like, to, against);
        }

        /// With another search kept, by its address, to compare this one with; null for none.
        SearchPlace withAgainst(@Nullable String to) {
            return new SearchPlace(query, refinements, years, sort, page, stories, like, map, to);
        }

        /// Nothing chosen of this facet.
        SearchPlace without(Facet facet) {
            return choosing(facet, Set.of());
        }

        /// Exactly these values of a facet.
        SearchPlace choosing(Facet facet, Set<String> values) {
            Map<Facet, Set<String>> changed = new TreeMap<>();
            changed.putAll(refinements);
            changed.put(facet, values);
            return new SearchPlace(query, changed, years, sort, 1, stories, like, map, against);
        }

        /// Chooses a value, or takes it back.
        SearchPlace toggled(Facet facet, String value) {
            Set<String> values = new LinkedHashSet<>(refinements.getOrDefault(facet, Set.of()));
            if (!values.remove(value)) {
                values.add(value);
            }
            return choosing(facet, values);
        }

        /// What this place asks for.
        ///
        /// @param engine that knows the document whose like is wanted by its short id
        SearchRequest request(SearchEngine engine, int perPage, int snippets) {
            return request(perPage, snippets).withLike(like == null ? null : like.in(engine));
        }

        /// The same for a place that asks for nothing like anything.
        SearchRequest request(int perPage, int snippets) {
            return new SearchRequest(
                    query,
                    false,
                    refinements,
                    years,
                    order(),
                    (page - 1) * perPage,
                    perPage,
                    snippets,
                    true,
                    true,
                    stories);
        }

        /// The place that asks for something else, all of whose words must match.
        SearchPlace asking(SearchRequest other) {
            return new SearchPlace(
                    other.query(), other.refinements(), other.years(), null, 1, stories, like, map, against);
        }

        String address() {
            StringJoiner address = new StringJoiner("&", "?", "").setEmptyValue("");
            describe(address, "page");
            return address.toString();
        }

        private void describe(StringJoiner address, String pageName) {
            if (!query.isEmpty()) {
                add(address, "q", query);
            }
            refinements.forEach((facet, values) -> values.forEach(value -> add(address, facet.parameter(), value)));
            if (years != null) {
                add(address, "years", years.from() + "-" + years.to());
            }
            if (sort != null) {
                add(address, "sort", sort.name().toLowerCase(Locale.ROOT));
            }
            if (stories) {
                add(address, "count", "stories");
            }
            if (like != null) {
                add(address, "like", like.written());
            }
            MAPS.forEach((name, facet) -> {
                if (facet.equals(map)) {
                    add(address, "map", name);
                }
            });
            if (against != null) {
                add(address, "against", against);
            }
            if (page > 1) {
                add(address, pageName, Integer.toString(page));
            }
        }
    }

    /// A document or a passage of it, to find others like it by.
    ///
    /// @param id short or whole
    /// @param start of the passage in the document's text
    /// @param end of it, 0 for the whole document
    record LikeThis(String id, int start, int end) {
        private static final int DIGITS = 64;
        private static final Pattern FORM = Pattern.compile("([0-9a-f]{4,64})(?::(\\d{1,9})-(\\d{1,9}))?");

        static LikeThis document(String id) {
            return new LikeThis(id, 0, 0);
        }

        static Optional<LikeThis> of(String written) {
            Matcher form = FORM.matcher(written);
            if (!form.matches()) {
                return Optional.empty();
            }
            if (form.group(2) == null) {
                return Optional.of(document(form.group(1)));
            }
            int start = Integer.parseInt(form.group(2));
            int end = Integer.parseInt(form.group(3));
            return start < end ? Optional.of(new LikeThis(form.group(1), start, end)) : Optional.empty();
        }

        boolean passage() {
            return end > 0;
        }

        /// As the engine is asked; a document that is not there has nothing like it.
        Like in(SearchEngine engine) {
            DocumentId document =
                    engine.find(id).orElseGet(() -> new DocumentId(id + "0".repeat(DIGITS - id.length())));
            return new Like(document, start, end);
        }

        /// As the address holds it: `1f3a…` or `1f3a…:120-480`.
        String written() {
            return passage() ? id + ":" + start + "-" + end : id;
        }
    }

    /// The document view.
    ///
    /// @param id short or whole
    /// @param from the search it was found by, whose query is marked in the text
    /// @param hit the current hit, 1-based; null for none chosen
    /// @param page the page in sight, 1-based; null for wherever the hit is
    /// @param at an offset into the text, from which the next hit is meant; read, and replaced by `hit`
    /// @param mentions code of the country whose mentions are marked, null for the query's hits
    /// @param asText whether the text is shown although there are images of the pages
    /// @param find a query for this document alone, whose hits are shown instead of the search's; null for none
    record DocumentPlace(
            String id,
            SearchPlace from,
            @Nullable Integer hit,
            @Nullable Integer page,
            @Nullable Integer at,
            @Nullable String mentions,
            boolean asText,
            @Nullable String find) {

        static DocumentPlace of(String id, QueryParameters parameters) {
            return new DocumentPlace(
                    id,
                    SearchPlace.of(parameters, "results"),
                    number(parameters, "hit").orElse(null),
                    number(parameters, "page").orElse(null),
                    number(parameters, "at").orElse(null),
                    parameters
                            .getSingleParameter("mentions")
                            .filter(code -> !code.isBlank())
                            .orElse(null),
                    parameters.getSingleParameter("view").filter("text"::equals).isPresent(),
                    parameters
                            .getSingleParameter("find")
                            .filter(query -> !query.isBlank())
                            .orElse(null));
        }

        static DocumentPlace of(String id, SearchPlace from) {
            return new DocumentPlace(id, from, null, null, null, null, false, null);
        }

        DocumentPlace withHit(@Nullable Integer toHit, @Nullable Integer toPage) {
            return new DocumentPlace(id, from, toHit, toPage, null, mentions, asText, find);
        }

        /// The same hit, another page in sight.
        DocumentPlace inSight(@Nullable Integer toPage, @Nullable Integer toAt) {
            return new DocumentPlace(id, from, hit, toPage, toAt, mentions, asText, find);
        }

        /// With the mentions of a country marked, or the query's hits again.
        DocumentPlace withMentions(@Nullable String country) {
            return new DocumentPlace(id, from, null, null, null, country, asText, null);
        }

        DocumentPlace withAt(int offset) {
            return new DocumentPlace(id, from, null, null, offset, null, asText, null);
        }

        /// The text, or the images of the pages.
        DocumentPlace withText(boolean to) {
            return new DocumentPlace(id, from, hit, page, at, mentions, to, find);
        }

        /// With another query's hits, in this document alone; null for the search's again.
        DocumentPlace withFind(@Nullable String query) {
            return new DocumentPlace(id, from, null, page, null, query == null ? mentions : null, asText, query);
        }

        String address() {
            StringJoiner address = new StringJoiner("&", "document/" + id + "?", "").setEmptyValue("document/" + id);
            from.describe(address, "results");
            if (mentions != null) {
                add(address, "mentions", mentions);
            }
            if (find != null) {
                add(address, "find", find);
            }
            if (asText) {
                add(address, "view", "text");
            }
            if (hit != null) {
                add(address, "hit", hit.toString());
            }
            if (page != null) {
                add(address, "page", page.toString());
            }
            if (at != null) {
                add(address, "at", at.toString());
            }
            return address.toString();
        }
    }

    /// The archive view with its ledger.
    ///
    /// @param outcome only entries with this outcome; null for all
    /// @param text only entries whose path or reason holds it; empty for all
    /// @param page of entries, 1-based
    record LedgerPlace(@Nullable Outcome outcome, String text, int page) {
        static LedgerPlace of(QueryParameters parameters) {
            return new LedgerPlace(
                    named(parameters, "outcome", Outcome.values()).orElse(null),
                    parameters.getSingleParameter("find").orElse(""),
                    Math.max(1, number(parameters, "page").orElse(1)));
        }

        LedgerPlace withOutcome(@Nullable Outcome to) {
            return new LedgerPlace(to, text, 1);
        }

        LedgerPlace withText(String to) {
            return new LedgerPlace(outcome, to, 1);
        }

        LedgerPlace withPage(int to) {
            return new LedgerPlace(outcome, text, to);
        }

        String address() {
            StringJoiner address = new StringJoiner("&", "archive?", "").setEmptyValue("archive");
            if (outcome != null) {
                add(address, "outcome", name(outcome));
            }
            if (!text.isEmpty()) {
                add(address, "find", text);
            }
            if (page > 1) {
                add(address, "page", Integer.toString(page));
            }
            return address.toString();
        }
    }

    /// The view of weak values.
    ///
    /// @param field whose values are weak or missing
    /// @param page of documents, 1-based
    record WeakPlace(RecordField field, Weakness weakness, int page) {
        static WeakPlace of(QueryParameters parameters) {
            return new WeakPlace(
                    named(parameters, "field", RecordField.values()).orElse(RecordField.DATE),
                    named(parameters, "kind", Weakness.values()).orElse(Weakness.MISSING),
                    Math.max(1, number(parameters, "page").orElse(1)));
        }

        String address() {
            return "weak?field=" + Navigation.name(field) + "&kind=" + Navigation.name(weakness)
                    + (page > 1 ? "&page=" + page : "");
        }
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> named(QueryParameters parameters, String parameter, E[] values) {
        return parameters
                .getSingleParameter(parameter)
                .flatMap(wanted -> Arrays.stream(values)
                        .filter(value -> name(value).equals(wanted))
                        .findFirst());
    }

    private static void add(StringJoiner address, String name, String value) {
        address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static Optional<Integer> number(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static Optional<YearRange> years(String text) {
        Matcher form = YEARS.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(form.group(1));
        int to = Integer.parseInt(form.group(2));
        return from <= to ? Optional.of(new YearRange(from, to)) : Optional.empty();
    }

    private static Optional<Sort> sort(String text) {
        List<Sort> all = Arrays.asList(Sort.values());
        return all.stream().filter(sort -> sort.name().equalsIgnoreCase(text)).findFirst();
    }
}
