package sourcebook.search.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Facet;
import sourcebook.search.SearchRequest;

/// The documents that a request's choices admit, facet by facet: read once for a page, whatever is counted of it. A bit
/// for each document and chosen facet.
final class Refinements {
    private final Map<Facet, FixedBitSet> admitted = new TreeMap<>();
    private final @Nullable FixedBitSet yearsOfAnyMonth;
    private final @Nullable FixedBitSet all;

    private Refinements(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        for (Facet facet : FacetTable.refining(request)) {
            admitted.put(facet, documents(snapshot, FacetTable.admitted(facet, request)));
        }
        boolean months = !FacetTable.chosen(Facet.MONTH, request).isEmpty();
        @Nullable Query years = months ? FacetTable.years(request) : null;
        yearsOfAnyMonth = years == null ? null : documents(snapshot, years);
        all = together();
    }

    static Refinements of(IndexSnapshot snapshot, SearchRequest request) throws IOException {
        return new Refinements(snapshot, request);
    }

    private static FixedBitSet documents(IndexSnapshot snapshot, Query query) throws IOException {
        return snapshot.search(query, Matched.collecting(snapshot, false)).documents();
    }

    /// Which documents all choices admit; null for every document.
    @Nullable
    FixedBitSet all() {
        return all;
    }

    /// Of some documents those that all choices but the one in a facet admit; months are chosen within a year, and go
    /// with it.
    FixedBitSet without(Facet facet, FixedBitSet documents) {
        FixedBitSet left = documents.clone();
        admitted.forEach((other, some) -> {
            boolean time = other.equals(Facet.YEAR) && facet.equals(Facet.MONTH);
            if (!other.equals(facet) && !time) {
                left.and(some);
            }
        });
        if (facet.equals(Facet.MONTH) && yearsOfAnyMonth != null) {
            left.and(yearsOfAnyMonth);
        }
        return left;
    }

    private @Nullable FixedBitSet together() {
        FixedBitSet together = null;
        for (FixedBitSet some : admitted.values()) {
            if (together == null) {
                together = some.clone();
            } else {
                together.and(some);
            }
        }
        return together;
    }
}
