package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Hashes with the texts that have them, those of a row of `story_sketch`: each hash as its distance from the one
/// before, each further text of a hash as its distance from the one before, in bits. An entry takes five bytes, of
/// sixteen in a row of its own.
///
/// The numbers are: how many lower bits distances of hashes have, how many bits a first text (a byte each); the number
/// of hashes; for each the distance, the number of its texts, and these. All entries of one hash are in one block.
final class SketchBlock {
    /// Before all hashes: what the first block begins with.
    static final long BEGINNING = -(1L << 48);

    /// Bytes of a block above which it is divided. Smaller ones fill the database's pages better; of larger ones there
    /// are fewer to write.
    private static final int LARGE = 1_000;

    /// Bytes of what it is divided into, at most about: they have room to grow.
    private static final int NEW = 600;

    private final long first;
    private long[] hashes;
    private long[] texts;
    private int size;

    private SketchBlock(long first, int room) {
        this.first = first;
        this.hashes = new long[room];
        this.texts = new long[room];
    }

    static SketchBlock empty(long first) {
        return new SketchBlock(first, 0);
    }

    static SketchBlock unpack(long first, byte[] packed) {
        BitReader bits = new BitReader(packed);
        int lower = (int) bits.fixed(8);
        int width = (int) bits.fixed(8);
        long count = bits.gamma() - 1;
        SketchBlock block = new SketchBlock(first, (int) count + 8);
        long hash = first;
        for (; count > 0; count--) {
            hash += bits.rice(lower);
            long texts = bits.gamma();
            long text = bits.fixed(width);
            block.add(hash, text);
            for (; texts > 1; texts--) {
                text += bits.gamma();
                block.add(hash, text);
            }
        }
        return block;
    }

    /// The eldest texts that a packed block has of a hash; empty if none has it.
    static long[] texts(long first, byte[] packed, long hash, int most) {
        BitReader bits = new BitReader(packed);
        int lower = (int) bits.fixed(8);
        int width = (int) bits.fixed(8);
        long at = first;
        for (long count = bits.gamma() - 1; count > 0; count--) {
            at += bits.rice(lower);
            if (at > hash) {
                break;
            }
            long texts = bits.gamma();
            long text = bits.fixed(width);
            if (at == hash) {
                long[] found = new long[(int) Math.min(texts, most)];
                for (int i = 0; i < found.length; i++) {
                    text += i == 0 ? 0 : bits.gamma();
                    found[i] = text;
                }
                return found;
            }
            for (; texts > 1; texts--) {
                bits.gamma();
            }
        }
        return new long[0];
    }

    long first() {
        return first;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Adds an entry behind all others; one that is the last already stays once.
    private void add(long hash, long text) {
        if (size > 0 && hashes[size - 1] == hash && texts[size - 1] == text) {
            return;
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size + 8);
            texts = Arrays.copyOf(texts, 2 * size + 8);
        }
        hashes[size] = hash;
        texts[size++] = text;
    }

    /// The block with more entries.
    ///
    /// @param moreHashes in order, those from `from` to `to`; one that is here already, or comes twice, stays once
    /// @param moreTexts the text of each
    SketchBlock with(long[] moreHashes, long[] moreTexts, int from, int to) {
        SketchBlock merged = new SketchBlock(first, size + to - from);
        int mine = 0;
        for (int other = from; mine < size || other < to; ) {
            int order = mine == size
                    ? 1
                    : other == to ? -1 : compare(hashes[mine], texts[mine], moreHashes[other], moreTexts[other]);
            if (order <= 0) {
                merged.add(hashes[mine], texts[mine]);
                mine++;
                other += order == 0 ? 1 : 0;
            } else {
                merged.add(moreHashes[other], moreTexts[other]);
                other++;
            }
        }
        return merged;
    }

    private static int compare(long hash, long text, long otherHash, long otherText) {
        return hash == otherHash ? Long.compare(text, otherText) : Long.compare(hash, otherHash);
    }

    SketchBlock without(long hash, long text) {
        SketchBlock rest = new SketchBlock(first, size);
        for (int i = 0; i < size; i++) {
            if (hashes[i] != hash || texts[i] != text) {
                rest.add(hashes[i], texts[i]);
            }
        }
        return rest;
    }

    /// A block as a row keeps it.
    record Packed(long first, byte[] entries) {}

    /// This block, or several when it is too large for one.
    List<Packed> packed() {
        byte[] whole = pack(first, 0, size);
        if (whole.length <= LARGE) {
            return List.of(new Packed(first, whole));
        }
        int parts = (whole.length + NEW - 1) / NEW;
        List<Packed> packed = new ArrayList<>(parts);
        int from = 0;
        long begin = first;
        for (int part = 1; part <= parts && from < size; part++) {
            int to = part == parts ? size : Math.max(from + 1, (int) ((long) size * part / parts));
            while (to < size && hashes[to] == hashes[to - 1]) {
                to++;
            }
            packed.add(new Packed(begin, pack(begin, from, to)));
            from = to;
            begin = to < size ? hashes[to] : begin;
        }
        return packed;
    }

    private byte[] pack(long begin, int from, int to) {
        int count = 0;
        long last = 0;
        for (int i = from; i < to; i++) {
            count += i == from || hashes[i] != hashes[i - 1] ? 1 : 0;
            last = Math.max(last, texts[i]);
        }
        int lower = count == 0 ? 1 : BitWriter.lower((double) (hashes[to - 1] - begin) / count);
        int width = Long.SIZE - Long.numberOfLeadingZeros(last);
        BitWriter bits = new BitWriter();
        bits.fixed(lower, 8);
        bits.fixed(width, 8);
        bits.gamma(count + 1L);
        long before = begin;
        for (int i = from; i < to; ) {
            int end = i + 1;
            while (end < to && hashes[end] == hashes[i]) {
                end++;
            }
            bits.rice(hashes[i] - before, lower);
            bits.gamma(end - (long) i);
            bits.fixed(texts[i], width);
            for (int j = i + 1; j < end; j++) {
                bits.gamma(texts[j] - texts[j - 1]);
            }
            before = hashes[i];
            i = end;
        }
        return bits.bytes();
    }
}
