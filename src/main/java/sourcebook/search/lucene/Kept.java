package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Layer;

/// What an index keeps of its documents to show them. Reads of each only what is asked for. For any number of threads;
/// what it gives is for one.
final class Kept {
    private final IndexReader reader;
    private final List<LeafReaderContext> leaves;

    Kept(IndexReader reader) {
        this.reader = reader;
        leaves = reader.leaves();
    }

    private LeafReaderContext leaf(int document) {
        return leaves.get(ReaderUtil.subIndex(document, leaves));
    }

    DocumentId id(int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
        if (!ids.advanceExact(document - leaf.docBase)) {
            throw new IllegalStateException("A document without an id.");
        }
        return new DocumentId(ids.lookupOrd(ids.ordValue()).utf8ToString());
    }

    ShownRecord record(int document) throws IOException {
        @Nullable BytesRef packed = value(IndexSchema.SHOWN, document);
        if (packed == null) {
            throw new IllegalStateException("A document without a record.");
        }
        return ShownRecord.unpacked(packed);
    }

    /// The text of a layer; empty if it has none.
    KeptText text(Layer layer, int document) throws IOException {
        boolean body = layer == Layer.TEXT;
        @Nullable BytesRef packed = value(body ? IndexSchema.KEPT_TEXT : IndexSchema.KEPT_FURNITURE, document);
        String rest = body ? IndexSchema.STORED_TEXT : IndexSchema.STORED_FURNITURE;
        return new KeptText(
                packed == null ? KeptText.pack("") : packed,
                () -> reader.storedFields().document(document, Set.of(rest)).get(rest));
    }

    private @Nullable BytesRef value(String field, int document) throws IOException {
        LeafReaderContext leaf = leaf(document);
        BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
        return values != null && values.advanceExact(document - leaf.docBase) ? values.binaryValue() : null;
    }
}
