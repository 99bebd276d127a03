package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;

class CommonDocumentsTest {
    private static final int ROUNDS = 300;

    /// Several stretches of documents.
    private static final int MOST = 70_000;

    @Test
    void whatAllHaveIsFoundInAnySteps() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            int maxDoc = 1 + random.nextInt(MOST);
            List<FixedBitSet> sets = sets(random, maxDoc);
            FixedBitSet common = sets.getFirst().clone();
            sets.forEach(common::and);
            CommonDocuments documents = new CommonDocuments(iterators(sets), maxDoc);
            FixedBitSet found = new FixedBitSet(maxDoc);
            int leap = 1 + random.nextInt(maxDoc);
            boolean loads = random.nextBoolean();
            int from = 0;
            int document = documents.nextDoc();
            while (document != DocIdSetIterator.NO_MORE_DOCS) {
                assertEquals(document, documents.docID(), "seed " + seed);
                assertEquals(common.nextSetBit(from), document, "seed " + seed + ", round " + round);
                if (loads && random.nextInt(4) == 0) {
                    int upTo = random.nextInt(8) == 0
                            ? DocIdSetIterator.NO_MORE_DOCS
                            : Math.min(maxDoc, document + 1 + random.nextInt(leap));
                    documents.intoBitSet(upTo, found, 0);
                    FixedBitSet part = common.clone();
                    part.clear(0, document);
                    if (upTo < maxDoc) {
                        part.clear(upTo, maxDoc);
                    }
                    FixedBitSet loaded = found.clone();
                    loaded.clear(0, document);
                    assertEquals(part, loaded, "seed " + seed + ", round " + round);
                    from = Math.min(upTo, maxDoc);
                    document = documents.docID();
                } else {
                    found.set(document);
                    boolean next = random.nextBoolean();
                    from = next ? document + 1 : document + 1 + random.nextInt(leap);
                    document = next ? documents.nextDoc() : documents.advance(from);
                }
                if (from >= maxDoc) {
                    assertEquals(DocIdSetIterator.NO_MORE_DOCS, document, "seed " + seed + ", round " + round);
                }
            }
            int left = from < maxDoc ? common.nextSetBit(from) : DocIdSetIterator.NO_MORE_DOCS;
            assertEquals(DocIdSetIterator.NO_MORE_DOCS, left, "seed " + seed + ", round " + round);
        }
    }

    private static List<FixedBitSet> sets(Random random, int maxDoc) {
        List<FixedBitSet> sets = new ArrayList<>();
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
            FixedBitSet set = new FixedBitSet(maxDoc);
            double share = Math.pow(random.nextDouble(), 2);
            for (int document = 0; document < maxDoc; document++) {
                if (random.nextDouble() > share) {
                    set.set(document);
                }
            }
            if (random.nextInt(4) == 0) {
                set.clear(0, random.nextInt(maxDoc)); // stretches without any
            }
            sets.add(set);
        }
        return sets;
    }

    private static List<DocIdSetIterator> iterators(List<FixedBitSet> sets) {
        List<DocIdSetIterator> all = new ArrayList<>();
        sets.forEach(set -> all.add(new BitSetIterator(set, set.cardinality())));
        return all;
    }
}
