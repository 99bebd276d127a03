package sourcebook.catalogue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The hashes by which a text is found, ascending: all that its word sequences have up to the last of them. Of two
/// texts so much can be told before either is read. Immutable.
record StorySketch(List<Long> hashes) {
    /// Share of equal word sequences in copies that are still told as such, as a bad scan leaves it.
    private static final double LEAST_SHARE = .35;

    /// Standard deviations a sample may fall short: of a hundred such scans less than one does.
    private static final double DEVIATIONS = 2.5;

    static StorySketch unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Long> hashes = new ArrayList<>();
        while (bytes.hasRemaining()) {
            hashes.add(bytes.getLong());
        }
        return new StorySketch(hashes);
    }

    byte[] packed() {
        ByteBuffer packed = ByteBuffer.allocate(hashes.size() * Long.BYTES);
        hashes.forEach(packed::putLong);
        return packed.array();
    }

    /// Whether two texts may be copies. The hashes of the shorter text as far as both sketches reach are a sample of
    /// it; were the longer one a copy, it would have its share of them.
    boolean canBeOfCopies(StorySketch other) {
        if (hashes.isEmpty() || other.hashes.isEmpty()) {
            return false;
        }
        long reach = Math.min(hashes.getLast(), other.hashes.getLast());
        int sample = Math.min(upTo(reach), other.upTo(reach));
        double expected = sample * LEAST_SHARE;
        return common(other) >= expected - DEVIATIONS * Math.sqrt(expected * (1 - LEAST_SHARE));
    }

    int common(StorySketch other) {
        int common = 0;
        for (int mine = 0, others = 0; mine < hashes.size() && others < other.hashes.size(); ) {
            int order = Long.compare(hashes.get(mine), other.hashes.get(others));
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            others += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private int upTo(long reach) {
        int place = Collections.binarySearch(hashes, reach);
        return place < 0 ? -place - 1 : place + 1;
    }
}
