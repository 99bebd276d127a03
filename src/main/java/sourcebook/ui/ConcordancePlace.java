package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import sourcebook.analysis.ConcordanceRequest;
import sourcebook.analysis.ConcordanceSort;
import sourcebook.analysis.Context;
import sourcebook.search.Facet;
import sourcebook.search.SearchEngine;

/// The concordance view.
///
/// @param search whose hits; its page is the page of lines
/// @param context characters on each side
/// @param group the facet that lines stand by, null for none
/// @param only one value of it, whose lines alone are shown; null for all
record ConcordancePlace(
        SearchPlace search,
        ConcordanceSort sort,
        int context,
        @Nullable Facet group,
        @Nullable String only) {
    static final int USUAL_CONTEXT = Context.USUAL.length();

    static ConcordancePlace of(SearchPlace search) {
        return new ConcordancePlace(search.withPage(1), ConcordanceSort.DOCUMENT, USUAL_CONTEXT, null, null);
    }

    static ConcordancePlace of(QueryParameters parameters) {
        @Nullable
        Facet group =
                parameters.getSingleParameter("by").flatMap(Facet::ofParameter).orElse(null);
        return new ConcordancePlace(
                SearchPlace.of(parameters),
                parameters
                        .getSingleParameter("lines")
                        .flatMap(ConcordanceSort::parse)
                        .orElse(ConcordanceSort.DOCUMENT),
                parameters
                        .getSingleParameter("context")
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(text -> Math.clamp(Integer.parseInt(text), 10, Context.MOST_CHARACTERS))
                        .orElse(USUAL_CONTEXT),
                group,
                group == null ? null : parameters.getSingleParameter("only").orElse(null));
    }

    ConcordancePlace withSearch(SearchPlace to) {
        return new ConcordancePlace(to, sort, context, group, only);
    }

    ConcordancePlace withSort(ConcordanceSort to) {
        return new ConcordancePlace(search.withPage(1), to, context, group, only);
    }

    ConcordancePlace withContext(int to) {
        return new ConcordancePlace(search.withPage(1), sort, to, group, only);
    }

    ConcordancePlace withGroup(@Nullable Facet to, @Nullable String value) {
        return new ConcordancePlace(search.withPage(1), sort, context, to, value);
    }

    ConcordancePlace withPage(int to) {
        return new ConcordancePlace(search.withPage(to), sort, context, group, only);
    }

    ConcordanceRequest request(SearchEngine engine) {
        return new ConcordanceRequest(
                search.request(engine, 0, 0), sort, new Context(Context.Unit.CHARACTERS, context), group, only);
    }

    String address() {
        StringBuilder address = new StringBuilder("concordance").append(search.address());
        if (!sort.equals(ConcordanceSort.DOCUMENT)) {
            add(address, "lines", sort.text());
        }
        if (context != USUAL_CONTEXT) {
            add(address, "context", Integer.toString(context));
        }
        if (group != null) {
            add(address, "by", group.parameter());
        }
        if (only != null) {
            add(address, "only", only);
        }
        return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
