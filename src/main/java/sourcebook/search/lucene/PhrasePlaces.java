package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.ExactPhrase.Part;

/// Where a phrase stands in the texts of one segment, by the positions of its parts. A part's positions are read only
/// as far as the rarer parts ask for them. For one thread.
final class PhrasePlaces {
    /// What reading the first positions of a word costs, and each further one, in simple operations; as in Lucene's own
    /// phrase query.
    private static final float SEEK = 256;

    private static final float STEP = 7;

    private final Postings[] parts;
    private final DocIdSetIterator documents;
    private final float cost;
    private int counted;
    private int countedIn = -1;

    /// The positions of one part in the document at hand.
    private static final class Postings {
        private final PostingsEnum postings;
        private final int offset;
        private int document = -1;
        private int left;
        private int position;

        Postings(PostingsEnum postings, int offset) {
            this.postings = postings;
            this.offset = offset;
        }

        /// Goes to the first position in the document at hand that is not before the wanted one; whether there is one.
        boolean advance(int wanted) throws IOException {
            if (document != postings.docID()) {
                reset();
            }
            int at = position;
            while (at < wanted) {
                if (left == 0) {
                    return false;
                }
                left--;
                at = postings.nextPosition();
            }
            position = at;
            return true;
        }

        void reset() throws IOException {
            document = postings.docID();
            left = postings.freq();
            position = -1;
        }
    }

    private PhrasePlaces(List<Postings> parts, float cost) {
        this.parts = parts.toArray(Postings[]::new);
        this.cost = cost;
        List<DocIdSetIterator> all =
                parts.stream().<DocIdSetIterator>map(part -> part.postings).toList();
        documents = all.size() == 1 ? all.getFirst() : ConjunctionUtils.intersectIterators(all);
    }

    /// Null if the segment has not all of the parts.
    ///
    /// @param parts the rarest first
    static @Nullable PhrasePlaces of(List<Part> parts, LeafReader leaf) throws IOException {
        List<Postings> all = new ArrayList<>();
        float cost = 0;
        for (Part part : parts) {
            PostingsEnum postings = leaf.postings(part.term(), PostingsEnum.POSITIONS);
            if (postings == null) {
                return null;
            }
            all.add(new Postings(postings, part.offset()));
            cost += SEEK + STEP * leaf.totalTermFreq(part.term()) / Math.max(1, postings.cost());
        }
        return new PhrasePlaces(all, cost);
    }

    /// Documents that have all parts somewhere.
    DocIdSetIterator documents() {
        return documents;
    }

    /// What looking into one of the documents costs, in simple operations.
    float matchCost() {
        return cost;
    }

    /// Whether the phrase stands in the document at hand.
    boolean first() throws IOException {
        parts[0].reset(); // the others when they are reached
        countedIn = -1;
        return next();
    }

    /// How often it stands in the document at hand; after [#first] said that it does.
    int count() throws IOException {
        if (countedIn != documents.docID()) {
            counted = 1;
            while (next()) {
                counted++;
            }
            countedIn = documents.docID();
        }
        return counted;
    }

    /// Goes to the next place.
    private boolean next() throws IOException {
        Postings lead = parts[0];
        int wanted = Math.max(lead.position + 1, lead.offset); // a phrase does not begin before the text
        while (lead.advance(wanted)) {
            int start = lead.position - lead.offset;
            int part = 1;
            while (part < parts.length) {
                Postings other = parts[part];
                if (!other.advance(start + other.offset)) {
                    return false;
                }
                if (other.position > start + other.offset) {
                    break;
                }
                part++;
            }
            if (part == parts.length) {
                return true;
            }
            wanted = parts[part].position - parts[part].offset + lead.offset;
        }
        return false;
    }
}
