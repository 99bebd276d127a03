package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.ExactPhrase.Part;

/// Where a phrase stands in the texts of one segment, by the positions of its parts. A part's positions
/// are read only as far as the rarer parts ask for them. For one thread.
final class PhrasePlaces {
    /// What reading the first positions of a word costs, and each further one, in simple operations; as
    /// in Lucene's own phrase query.
    private static final float SEEK = 256;

    private static final float STEP = 7;

    /// The rarest parts choose the documents; of the others only those that stand in less than every
    /// fourth. Where a frequent one stands is asked when all rarer ones stand as they should: it would
    /// turn few documents away, and cost the reading of them all.
    private static final int ALWAYS = 2;

    private static final int FREQUENT = 4;

    /// Where documents are read in stretches a part more costs little: all choose but what only one document in so
    /// many lacks, or fewer.
    private static final int USUAL = 8;

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

        /// Whether the part stands in a document, which is not before the one asked for last.
        boolean in(int wanted) throws IOException {
            if (document == wanted) {
                return true;
            }
            if (postings.docID() < wanted) {
                postings.advance(wanted);
            }
            if (postings.docID() != wanted) {
                return false;
            }
            reset();
            return true;
        }

        /// The same of the part that is asked first: its positions begin.
        boolean begin(int wanted) throws IOException {
            document = -1;
            return in(wanted);
        }

        /// Goes to the first position that is not before the wanted one; whether there is one.
        boolean advance(int wanted) throws IOException {
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

    private PhrasePlaces(List<Postings> parts, DocIdSetIterator documents, float cost) {
        this.parts = parts.toArray(Postings[]::new);
        this.documents = documents;
        this.cost = cost;
    }

    /// Null if the segment has not all of the parts.
    ///
    /// @param parts the rarest first
    static @Nullable PhrasePlaces of(List<Part> parts, LeafReaderContext leaf, Dictionary dictionary)
            throws IOException {
        List<Postings> all = postings(parts, leaf, dictionary);
        return all.isEmpty() ? null : new PhrasePlaces(all, leaping(all, List.of(), leaf), cost(parts));
    }

    /// The same, for whoever looks into all documents: into those alone in which the phrase may stand.
    ///
    /// @param wanted how many documents will be asked for at most
    static @Nullable PhrasePlaces likely(ExactPhrase phrase, LeafReaderContext leaf, long wanted) throws IOException {
        List<Postings> all = postings(phrase.parts(), leaf, phrase.dictionary());
        if (all.isEmpty()) {
            return null;
        }
        boolean dense = CommonDocuments.dense(
                Math.min(wanted, all.getFirst().postings.cost()), leaf.reader().maxDoc());
        List<DocIdSetIterator> likely = phrase.likely().in(leaf, dense);
        DocIdSetIterator documents = dense ? stretches(phrase, likely, leaf) : leaping(all, likely, leaf);
        return new PhrasePlaces(all, documents, cost(phrase.parts()));
    }

    private static DocIdSetIterator leaping(
            List<Postings> parts, List<DocIdSetIterator> likely, LeafReaderContext leaf) {
        List<DocIdSetIterator> telling = new ArrayList<>(likely);
        int always = likely.isEmpty() ? ALWAYS : likely.size() + 1;
        for (Postings part : parts) {
            if (telling.size() < always
                    || part.postings.cost() * FREQUENT < leaf.reader().maxDoc()) {
                telling.add(part.postings);
            }
        }
        return telling.size() == 1 ? telling.getFirst() : ConjunctionUtils.intersectIterators(telling);
    }

    /// From postings of their own: those of the places go to the documents that are left.
    private static DocIdSetIterator stretches(ExactPhrase phrase, List<DocIdSetIterator> likely, LeafReaderContext leaf)
            throws IOException {
        List<DocIdSetIterator> telling = new ArrayList<>(likely);
        int maxDoc = leaf.reader().maxDoc();
        for (Part part : phrase.parts()) {
            boolean tells = part.term().documents(leaf) * (long) USUAL < maxDoc * (USUAL - 1L);
            PostingsEnum postings = tells || telling.isEmpty()
                    ? phrase.dictionary().postings(part.term(), leaf, PostingsEnum.NONE)
                    : null;
            if (postings != null) {
                telling.add(postings);
            }
        }
        return telling.size() == 1 ? telling.getFirst() : new CommonDocuments(telling, maxDoc);
    }

    /// Empty if the segment has not all of the parts.
    private static List<Postings> postings(List<Part> parts, LeafReaderContext leaf, Dictionary dictionary)
            throws IOException {
        List<Postings> all = new ArrayList<>(parts.size());
        for (Part part : parts) {
            PostingsEnum postings = dictionary.postings(part.term(), leaf, PostingsEnum.POSITIONS);
            if (postings == null) {
                return List.of();
            }
            all.add(new Postings(postings, part.offset()));
        }
        return all;
    }

    private static float cost(List<Part> parts) {
        float cost = 0;
        for (Part part : parts) {
            cost += SEEK + STEP * part.term().total() / Math.max(1, part.term().documents());
        }
        return cost;
    }

    /// Documents that have all parts but the most frequent somewhere.
    DocIdSetIterator documents() {
        return documents;
    }

    /// What looking into one of the documents costs, in simple operations.
    float matchCost() {
        return cost;
    }

    /// Whether the phrase stands in the document at hand.
    boolean first() throws IOException {
        countedIn = -1;
        return parts[0].begin(documents.docID()) && next(); // the others when they are reached
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

    /// The position at which the place at hand begins.
    int start() {
        return parts[0].position - parts[0].offset;
    }

    /// Goes to the next place in the document at hand; whether there is one.
    boolean next() throws IOException {
        int document = documents.docID();
        Postings lead = parts[0];
        int wanted = Math.max(lead.position + 1, lead.offset); // a phrase does not begin before the text
        while (lead.advance(wanted)) {
            int start = lead.position - lead.offset;
            int part = 1;
            while (part < parts.length) {
                Postings other = parts[part];
                if (!other.in(document) || !other.advance(start + other.offset)) {
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
