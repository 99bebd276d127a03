package sourcebook.description.story;

import java.util.ArrayList;
import java.util.List;

/// The few hashes by which near-copies are found among all texts of an archive.
///
/// The shingles with the smallest hashes: every one below a fixed fraction of all values, so that a short text inside a
/// long one shares hashes with it (FracMinHash), and at least a fixed number, so that short texts have enough of them
/// (bottom-k). Decision 0010 compares it with others.
final class Sketch {
    /// A text with fewer distinct shingles has no sketch: it is too short to tell a copy from a phrase.
    static final int FEWEST_SHINGLES = 20;

    /// One shingle of so many is kept.
    static final int ONE_OF = 32;

    /// At least so many, if the text has them.
    static final int LEAST = 24;

    /// Bits of a hash that are kept: six bytes in the database, and one false meeting in millions.
    private static final int SHIFT = 17;

    private Sketch() {}

    /// The text's own fingerprint first (equal for equal words in order), then its hashes ascending; empty for a text
    /// too short.
    static List<Long> of(Shingles shingles) {
        long[] distinct = shingles.distinct();
        if (distinct.length < FEWEST_SHINGLES) {
            return List.of();
        }
        List<Long> sketch = new ArrayList<>();
        sketch.add(fingerprint(shingles.words()));
        long below = Long.MIN_VALUE + 2 * (Long.MAX_VALUE / ONE_OF);
        for (int i = 0; i < distinct.length && (i < LEAST || distinct[i] < below); i++) {
            sketch.add((distinct[i] ^ Long.MIN_VALUE) >>> SHIFT);
        }
        return List.copyOf(sketch);
    }

    private static long fingerprint(Words words) {
        long hash = words.count();
        for (int word = 0; word < words.count(); word++) {
            hash = Words.mix(hash * 31 + words.hash(word));
        }
        return hash;
    }
}
