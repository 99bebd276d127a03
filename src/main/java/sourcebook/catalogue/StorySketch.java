package sourcebook.catalogue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The fingerprint of a text, which equal texts share, and the hashes by which its copies are found, ascending: all
/// that its word sequences have up to the last of them. Of two texts so much can be told before either is read.
/// [StoryJudge] makes them. Immutable.
public final class StorySketch {
    /// Share of equal word sequences in copies that are still told as such, as a bad scan leaves it.
    private static final double LEAST_SHARE = .35;

    /// Standard deviations a sample may fall short: of a hundred such scans less than one does.
    private static final double DEVIATIONS = 2.5;

    /// Lower bits of a fingerprint that no key has, so that a key has 47 bits.
    private static final int SHIFT = 17;

    /// Of a text too short to be compared.
    public static final StorySketch NONE = new StorySketch(0, new long[0], null);

    private final long fingerprint;
    private final long[] hashes;
    private final StoryJudge.@Nullable Subject subject;

    private StorySketch(long fingerprint, long[] hashes, StoryJudge.@Nullable Subject subject) {
        this.fingerprint = fingerprint;
        this.hashes = hashes;
        this.subject = subject;
    }

    /// @param fingerprint of the whole text
    /// @param hashes ascending, of 47 bits; not to be changed afterwards
    /// @param subject the text as it was made ready for this, if it is worth its room until the text is saved
    public static StorySketch of(long fingerprint, long[] hashes, StoryJudge.@Nullable Subject subject) {
        return new StorySketch(fingerprint, hashes, subject);
    }

    /// @param packed as [#packed] gives it, or, of an older archive, the hashes of eight bytes each, of which the first
    ///     byte is always 0
    static StorySketch unpack(long fingerprint, byte[] packed) {
        if (packed.length > 0 && packed[0] != 0) {
            BitReader bits = new BitReader(packed);
            int lower = (int) bits.fixed(Byte.SIZE);
            long[] hashes = new long[(int) bits.gamma()];
            long hash = 0;
            for (int i = 0; i < hashes.length; i++) {
                hash += bits.rice(lower);
                hashes[i] = hash;
            }
            return new StorySketch(fingerprint, hashes, null);
        }
        long[] hashes = new long[packed.length / Long.BYTES];
        ByteBuffer.wrap(packed).asLongBuffer().get(hashes);
        return new StorySketch(fingerprint, hashes, null);
    }

    /// Five bytes a hash instead of eight: the distances between them, whose lower bits are about as many in all.
    byte[] packed() {
        if (isEmpty()) {
            return new byte[0];
        }
        int lower = BitWriter.lower((double) hashes[hashes.length - 1] / hashes.length);
        BitWriter bits = new BitWriter();
        bits.fixed(lower, Byte.SIZE);
        bits.gamma(hashes.length);
        long before = 0;
        for (long hash : hashes) {
            bits.rice(hash - before, lower);
            before = hash;
        }
        return bits.bytes();
    }

    /// Of a text too short to be compared.
    public boolean isEmpty() {
        return hashes.length == 0;
    }

    /// The text made ready, if it was kept with its sketch.
    StoryJudge.@Nullable Subject subject() {
        return subject;
    }

    /// Without the text.
    StorySketch alone() {
        return subject == null ? this : new StorySketch(fingerprint, hashes, null);
    }

    /// That of the whole text.
    long fingerprint() {
        return fingerprint;
    }

    /// Not to be changed.
    long[] hashes() {
        return hashes;
    }

    /// What the text is found by: its hashes, and for equal texts its fingerprint.
    long[] keys() {
        if (isEmpty()) {
            return hashes;
        }
        long[] keys = Arrays.copyOf(hashes, hashes.length + 1);
        keys[hashes.length] = keyOfFingerprint();
        return keys;
    }

    /// Negative, so that it is no hash.
    long keyOfFingerprint() {
        return ~(fingerprint >>> SHIFT);
    }

    /// Whether two texts may be copies. The hashes of the shorter text as far as both sketches reach are a sample of
    /// it; were the longer one a copy, it would have its share of them.
    boolean canBeOfCopies(StorySketch other) {
        if (hashes.length == 0 || other.hashes.length == 0) {
            return false;
        }
        long reach = Math.min(hashes[hashes.length - 1], other.hashes[other.hashes.length - 1]);
        int sample = Math.min(upTo(reach), other.upTo(reach));
        double expected = sample * LEAST_SHARE;
        return common(other) >= expected - DEVIATIONS * Math.sqrt(expected * (1 - LEAST_SHARE));
    }

    int common(StorySketch other) {
        int common = 0;
        for (int mine = 0, others = 0; mine < hashes.length && others < other.hashes.length; ) {
            long own = hashes[mine];
            long its = other.hashes[others];
            common += own == its ? 1 : 0;
            mine += own <= its ? 1 : 0;
            others += own >= its ? 1 : 0;
        }
        return common;
    }

    private int upTo(long reach) {
        int place = Arrays.binarySearch(hashes, reach);
        return place < 0 ? -place - 1 : place + 1;
    }
}
