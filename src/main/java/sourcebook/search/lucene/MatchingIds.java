package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchRequest;

/// Tells which documents match a request, each copy of a story, and reads nothing else of them.
final class MatchingIds {
    private MatchingIds() {}

    /// @param among only of these; null for all
    static List<DocumentId> of(
            IndexSnapshot snapshot, SearchRequest given, @Nullable Collection<DocumentId> among, Deadline deadline)
            throws IOException {
        List<DocumentId> found = new ArrayList<>();
        SearchRequest request = snapshot.columns().named(given);
        Query match = FacetTable.refined(new Unscored(new Question(snapshot, request, deadline).match()), request);
        Query asked = among == null ? match : only(match, among);
        FixedBitSet documents = Matched.by(asked, snapshot, false, deadline).documents();
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if (documents.get(leaf.docBase + i) && ids.advanceExact(i)) {
                    found.add(new DocumentId(ids.lookupOrd(ids.ordValue()).utf8ToString()));
                }
            }
        }
        return found;
    }

    private static Query only(Query match, Collection<DocumentId> among) {
        return new BooleanQuery.Builder()
                .add(match, Occur.FILTER)
                .add(
                        new TermInSetQuery(
                                IndexSchema.ID,
                                among.stream()
                                        .map(id -> new BytesRef(id.value()))
                                        .toList()),
                        Occur.FILTER)
                .build();
    }
}
