package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;

/// Collects the first documents of an order, segment by segment. For one search by one thread.
interface FirstResults {
    /// Whether a document's score is asked for.
    boolean scored();

    LeafCollector in(LeafReaderContext leaf) throws IOException;

    /// The first of what was collected, in order.
    ScoreDoc[] first() throws IOException;

    /// In an order that Lucene knows, without scores.
    static FirstResults of(TopFieldCollectorManager manager) {
        TopFieldCollector collector = manager.newCollector();
        return new FirstResults() {
            @Override
            public boolean scored() {
                return false;
            }

            @Override
            public LeafCollector in(LeafReaderContext leaf) throws IOException {
                return collector.getLeafCollector(leaf);
            }

            @Override
            public ScoreDoc[] first() throws IOException {
                return manager.reduce(List.of(collector)).scoreDocs;
            }
        };
    }
}
