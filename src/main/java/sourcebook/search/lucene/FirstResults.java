package sourcebook.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreDoc;

/// Collects the first documents of an order, segment by segment. For one search by one thread.
interface FirstResults {
    /// Whether a document's score is asked for.
    boolean scored();

    LeafCollector in(LeafReaderContext leaf) throws IOException;

    /// The first of what was collected, in order.
    ScoreDoc[] first() throws IOException;
}
