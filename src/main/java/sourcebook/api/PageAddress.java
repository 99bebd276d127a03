package sourcebook.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import sourcebook.analysis.BatchRow;
import sourcebook.analysis.ConcordanceRow;
import sourcebook.search.Layer;
import sourcebook.search.Like;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Addresses of the page, relative to its root, for links in tables and feeds.
public final class PageAddress {
    private PageAddress() {}

    /// The results of a search.
    ///
    /// @param request not for any of the words, see [sourcebook.search.SearchEngine#spelledOut]
    public static String of(SearchRequest request) {
        StringJoiner address = new StringJoiner("&", "?", "").setEmptyValue("");
        describe(address, request);
        return address.toString();
    }

    /// The results of one query of a list.
    public static String of(BatchRow row, SearchRequest template) {
        return of(
                template.anyWord()
                        ? template.withQuery(row.understoodAs()).withAnyWord(false)
                        : template.withQuery(row.query()));
    }

    /// A hit on its page.
    public static String of(ConcordanceRow row, SearchRequest request) {
        StringJoiner address =
                new StringJoiner("&", "document/" + row.document().shortForm() + "?", "");
        describe(address, request);
        add(address, "page", Integer.toString(row.page()));
        if (row.layer() == Layer.TEXT) { // elsewhere it is no place in the text
            add(address, "at", Integer.toString(row.start()));
        }
        return address.toString();
    }

    private static void describe(StringJoiner address, SearchRequest request) {
        if (!request.query().isEmpty()) {
            add(address, "q", request.query());
        }
        new TreeMap<>(request.refinements())
                .forEach((facet, values) ->
                        new TreeSet<>(values).forEach(value -> add(address, facet.parameter(), value)));
        YearRange years = request.years();
        if (years != null) {
            add(address, "years", years.from() + "-" + years.to());
        }
        if (request.sort() != Sort.RELEVANCE) {
            add(address, "sort", request.sort().name().toLowerCase(Locale.ROOT));
        }
        if (request.stories()) {
            add(address, "count", "stories");
        }
        Like like = request.like();
        if (like != null) {
            String passage = like.whole() ? "" : ":" + like.start() + "-" + like.end();
            add(address, "like", like.document().shortForm() + passage);
        }
    }

    private static void add(StringJoiner address, String name, String value) {
        address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
