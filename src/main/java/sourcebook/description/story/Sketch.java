package sourcebook.description.story;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.StoryJudge;
import sourcebook.catalogue.StorySketch;

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

    /// Empty for a text too short.
    ///
    /// @param ready the text made ready, if it is to be kept
    static StorySketch of(Shingles shingles, StoryJudge.@Nullable Subject ready) {
        long[] distinct = shingles.distinct();
        if (distinct.length < FEWEST_SHINGLES) {
            return StorySketch.NONE;
        }
        long below = Long.MIN_VALUE + 2 * (Long.MAX_VALUE / ONE_OF);
        int count = 0;
        while (count < distinct.length && (count < LEAST || distinct[count] < below)) {
            distinct[count] = (distinct[count] ^ Long.MIN_VALUE) >>> SHIFT;
            count++;
        }
        return StorySketch.of(fingerprint(shingles.words()), Arrays.copyOf(distinct, count), ready);
    }

    private static long fingerprint(Words words) {
        long hash = words.count();
        for (int word = 0; word < words.count(); word++) {
            hash = Words.mix(hash * 31 + words.hash(word));
        }
        return hash;
    }
}
