package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

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
                Parameters.number(parameters, "hit").orElse(null),
                Parameters.number(parameters, "page").orElse(null),
                Parameters.number(parameters, "at").orElse(null),
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
            Parameters.add(address, "mentions", mentions);
        }
        if (find != null) {
            Parameters.add(address, "find", find);
        }
        if (asText) {
            Parameters.add(address, "view", "text");
        }
        if (hit != null) {
            Parameters.add(address, "hit", hit.toString());
        }
        if (page != null) {
            Parameters.add(address, "page", page.toString());
        }
        if (at != null) {
            Parameters.add(address, "at", at.toString());
        }
        return address.toString();
    }
}
