package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/// Finds a [Shape] in the texts of one segment. What can be found is exact: every stretch of a text that
/// has the shape, whatever its words share with other stretches. Documents are asked for in ascending
/// order. For one thread.
abstract class ShapeFinder {
    private static final Stretches NOTHING = new Stretches();

    private final Stretches found = new Stretches();
    private int last = -1;

    /// Which documents may have it: at least those that do.
    abstract DocIdSetIterator documents() throws IOException;

    /// Whether each document of [#documents] has it.
    boolean certain() {
        return false;
    }

    /// Where it stands in a document, sorted; valid until another document is asked for.
    Stretches in(int document) throws IOException {
        if (document != last) { // the places of a document can be read once
            last = -1;
            found.clear();
            collect(document, found);
            found.sort();
            last = document;
        }
        return found;
    }

    abstract void collect(int document, Stretches into) throws IOException;

    /// @param offsets whether the characters of stretches are wanted
    static ShapeFinder of(Shape shape, LeafReader leaf, String field, boolean offsets, Deadline deadline)
            throws IOException {
        return switch (shape) {
            case Shape.One(String term) ->
                FewTerms.of(List.of(term, Terms.JOINED + term), leaf, field, offsets, deadline);
            case Shape.Mark() -> FewTerms.of(List.of(Terms.MARK), leaf, field, offsets, deadline);
            case Shape.Any(WordPattern pattern) -> ManyTerms.of(pattern, leaf, field, offsets, deadline);
            case Shape.Gap() -> ManyTerms.of(WordPattern.broken(), leaf, field, false, deadline);
            case Shape.Row(List<Shape> parts) ->
                new Row(
                        all(parts, leaf, field, offsets, deadline),
                        of(new Shape.Mark(), leaf, field, false, deadline),
                        parts,
                        deadline);
            case Shape.Either(List<Shape> parts) ->
                new Either(all(parts, leaf, field, offsets, deadline), leaf.maxDoc(), deadline);
            case Shape.Near near -> new NearFinder(all(near.parts(), leaf, field, offsets, deadline), near, deadline);
        };
    }

    private static List<ShapeFinder> all(
            List<Shape> shapes, LeafReader leaf, String field, boolean offsets, Deadline deadline) throws IOException {
        List<ShapeFinder> all = new ArrayList<>();
        for (Shape shape : shapes) {
            all.add(of(shape, leaf, field, offsets, deadline));
        }
        return all;
    }

    /// Documents of all of several iterators.
    static DocIdSetIterator together(List<DocIdSetIterator> iterators) {
        return iterators.size() == 1 ? iterators.getFirst() : ConjunctionUtils.intersectIterators(iterators);
    }

    /// A set of all documents of an iterator, beside what is in it already.
    static void add(DocIdSetIterator documents, FixedBitSet to, Deadline deadline) throws IOException {
        for (int document = documents.nextDoc();
                document != DocIdSetIterator.NO_MORE_DOCS;
                document = documents.nextDoc()) {
            deadline.check();
            to.set(document);
        }
    }

    static DocIdSetIterator iterator(FixedBitSet documents) {
        return new BitSetIterator(documents, documents.approximateCardinality());
    }

    private static final class Row extends ShapeFinder {
        private final List<ShapeFinder> finders;
        private final ShapeFinder marks;
        private final List<Shape> shapes;
        private final Deadline deadline;
        private Stretches row = new Stretches();
        private Stretches longer = new Stretches();

        /// @param marks which are no words
        Row(List<ShapeFinder> finders, ShapeFinder marks, List<Shape> shapes, Deadline deadline) {
            this.finders = finders;
            this.marks = marks;
            this.shapes = shapes;
            this.deadline = deadline;
        }

        @Override
        DocIdSetIterator documents() throws IOException {
            List<DocIdSetIterator> all = new ArrayList<>();
            for (int i = 0; i < finders.size(); i++) {
                if (!(shapes.get(i) instanceof Shape.Gap)) {
                    all.add(finders.get(i).documents());
                }
            }
            return together(all);
        }

        @Override
        void collect(int document, Stretches into) throws IOException {
            row.clear();
            row.addAll(finders.getFirst().in(document));
            for (int part = 1; part < finders.size() && row.size() > 0; part++) {
                Stretches next = finders.get(part).in(document);
                boolean gap = shapes.get(part) instanceof Shape.Gap;
                Stretches marked = gap ? marks.in(document) : NOTHING;
                longer.clear();
                for (int i = 0; i < row.size(); i++) {
                    deadline.check();
                    if (gap && !marked.startsAt(row.end(i))) {
                        longer.add(row.start(i), row.end(i) + 1, row.from(i), row.to(i));
                    }
                    for (int j = next.firstFrom(row.end(i)); j < next.size() && next.start(j) == row.end(i); j++) {
                        longer.add(row.start(i), next.end(j), row.from(i), gap ? row.to(i) : next.to(j));
                    }
                }
                Stretches shorter = row;
                row = longer;
                longer = shorter;
                row.sort();
            }
            into.addAll(row);
        }
    }

    private static final class Either extends ShapeFinder {
        private final List<ShapeFinder> finders;
        private final int maxDoc;
        private final Deadline deadline;

        Either(List<ShapeFinder> finders, int maxDoc, Deadline deadline) {
            this.finders = finders;
            this.maxDoc = maxDoc;
            this.deadline = deadline;
        }

        @Override
        boolean certain() {
            return finders.stream().allMatch(ShapeFinder::certain);
        }

        @Override
        DocIdSetIterator documents() throws IOException {
            FixedBitSet any = new FixedBitSet(maxDoc);
            for (ShapeFinder finder : finders) {
                add(finder.documents(), any, deadline);
            }
            return iterator(any);
        }

        @Override
        void collect(int document, Stretches into) throws IOException {
            for (ShapeFinder finder : finders) {
                into.addAll(finder.in(document));
            }
        }
    }
}
