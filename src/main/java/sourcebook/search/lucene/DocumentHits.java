package sourcebook.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Asker;
import sourcebook.search.FoundHits;
import sourcebook.search.Hit;
import sourcebook.search.lucene.QueryTranslation.Translated;

/// All hits of a query in one document; none if it does not match.
final class DocumentHits {
    private DocumentHits() {}

    static FoundHits of(IndexSnapshot snapshot, DocumentId document, String query, Duration patience)
            throws IOException {
        TopDocs found = snapshot.search(new TermQuery(new Term(IndexSchema.ID, document.value())), 1);
        if (found.scoreDocs.length == 0) {
            return new FoundHits(List.of(), null);
        }
        Deadline deadline = Deadline.in(patience, Asker.PATIENT);
        List<Hit> hits;
        try {
            hits = in(found.scoreDocs[0].doc, snapshot, query, deadline);
        } catch (CollectionTerminatedException late) { // the deadline says so
            hits = List.of();
        }
        return new FoundHits(
                hits,
                deadline.passed() ? Search.brokenOff(patience) + " There may be hits that are not marked." : null);
    }

    private static List<Hit> in(int document, IndexSnapshot snapshot, String query, Deadline deadline)
            throws IOException {
        Translated translated = QueryTranslation.translate(
                Question.parsed(query, snapshot).query(), snapshot.getIndexReader(), deadline);
        if (!matches(translated.match(), document, snapshot)) {
            return List.of();
        }
        List<Integer> pageStarts = snapshot.kept().record(document).pageStarts();
        return Question.hits(
                new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits(), translated.dictionary(), deadline)
                        .in(document),
                new HitFinder(
                                snapshot,
                                IndexSchema.FURNITURE,
                                translated.furnitureHits(),
                                translated.dictionary(),
                                deadline)
                        .in(document),
                pageStarts);
    }

    /// Asked for its matches, a pattern reads its words' places in this document alone; asked for its documents, or to
    /// explain itself, all of them.
    private static boolean matches(Query query, int document, IndexSnapshot snapshot) throws IOException {
        List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return snapshot.createWeight(snapshot.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
                        .matches(leaf, document - leaf.docBase)
                != null;
    }
}
