package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.jspecify.annotations.Nullable;

/// The places of some words, or of a phrase, in the documents of one segment, each asked for once and in ascending
/// order: what is read of the index is held open from one document to the next. For one thread.
@FunctionalInterface
interface OpenPlaces {
    /// Ascending, not overlapping.
    List<Range> in(int document) throws IOException;

    /// The places of any of some terms.
    static OpenPlaces of(Collection<KnownTerm> terms, Dictionary dictionary, LeafReaderContext leaf)
            throws IOException {
        List<PostingsEnum> held = new ArrayList<>(terms.size());
        for (KnownTerm term : terms) {
            PostingsEnum postings = dictionary.postings(term, leaf, PostingsEnum.OFFSETS);
            if (postings != null) {
                held.add(postings);
            }
        }
        return document -> {
            List<Range> ranges = new ArrayList<>();
            for (PostingsEnum postings : held) {
                if (on(document, postings)) {
                    for (int left = postings.freq(); left > 0; left--) {
                        postings.nextPosition();
                        ranges.add(new Range(postings.startOffset(), postings.endOffset()));
                    }
                }
            }
            return Range.apart(ranges);
        };
    }

    /// The places of a phrase: found by positions alone, from the beginning of its first word to the end of its last.
    static OpenPlaces of(ExactPhrase phrase, LeafReaderContext leaf) throws IOException {
        Dictionary dictionary = phrase.dictionary();
        int[] positions = phrase.phrase().getPositions();
        int length = positions[positions.length - 1];
        @Nullable PhrasePlaces places = PhrasePlaces.of(phrase.parts(), leaf, dictionary);
        @Nullable PostingsEnum first = dictionary.postings(phrase.words().getFirst(), leaf, PostingsEnum.OFFSETS);
        @Nullable PostingsEnum last = dictionary.postings(phrase.words().getLast(), leaf, PostingsEnum.OFFSETS);
        if (places == null || first == null || last == null) {
            return _ -> List.of();
        }
        return document -> {
            if (places.documents().docID() < document) {
                places.documents().advance(document);
            }
            if (places.documents().docID() != document
                    || !places.first()
                    || !on(document, first)
                    || !on(document, last)) {
                return List.of();
            }
            List<Range> ranges = new ArrayList<>();
            int begin = -1;
            int end = -1;
            do {
                begin = go(first, begin, places.start());
                end = go(last, end, places.start() + length);
                ranges.add(new Range(first.startOffset(), last.endOffset()));
            } while (places.next());
            return Range.apart(ranges);
        };
    }

    private static boolean on(int document, PostingsEnum postings) throws IOException {
        return postings.docID() == document || (postings.docID() < document && postings.advance(document) == document);
    }

    /// Goes to a position that is known to be there.
    private static int go(PostingsEnum postings, int at, int wanted) throws IOException {
        int position = at;
        while (position < wanted) {
            position = postings.nextPosition();
        }
        return position;
    }
}
