package sourcebook.analysis;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Any number of rows in the order of their keys, in little memory: sorted runs of them lie in a temporary file and are
/// merged. First [#add] all, then [#sorted] or [#order] and [#read]. One thread at a time.
final class SortedRows implements Closeable {
    /// Bytes of rows that are sorted at once; 3.5 GB make a hundred runs.
    static final int MEMORY = 32 << 20;

    private static final int OVERHEAD = 64; // of an entry on the heap, about
    private static final Comparator<Entry> BY_KEY = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

    private final Spill rows;
    private final Spill places;
    private final int memory;
    private final List<Run> runs = new ArrayList<>();
    private List<Entry> entries = new ArrayList<>();
    private long held;
    private long size;

    /// @param folder for the temporary files
    /// @param memory most bytes of rows on the heap
    SortedRows(Path folder, int memory) {
        this.rows = new Spill(folder);
        this.places = new Spill(folder);
        this.memory = memory;
    }

    /// A row with its key; keys are compared as unsigned bytes and are to be unique.
    private static final class Entry {
        private final byte[] key;
        private final byte[] row;

        Entry(byte[] key, byte[] row) {
            this.key = key;
            this.row = row;
        }
    }

    /// A stretch of the file that is in order.
    private record Run(long from, long to) {}

    void add(byte[] key, byte[] row) {
        entries.add(new Entry(key, row));
        size++;
        held += key.length + row.length + OVERHEAD;
        if (held > memory) {
            spill();
        }
    }

    long size() {
        return size;
    }

    /// Bytes on disk.
    long bytes() {
        return rows.size() + places.size();
    }

    private void spill() {
        entries.sort(BY_KEY);
        long from = rows.size();
        for (Entry entry : entries) {
            rows.putInt(entry.key.length);
            rows.putInt(entry.row.length);
            rows.put(entry.key);
            rows.put(entry.row);
        }
        runs.add(new Run(from, rows.size()));
        entries = new ArrayList<>();
        held = 0;
    }

    /// All rows in order, once.
    void sorted(Consumer<byte[]> consumer) {
        if (runs.isEmpty()) {
            entries.sort(BY_KEY);
            entries.forEach(entry -> consumer.accept(entry.row));
            return;
        }
        merge((cursor, entry) -> consumer.accept(entry.row));
    }

    /// Works out where each row lies, for [#read].
    void order() {
        if (!entries.isEmpty()) {
            spill();
        }
        merge((cursor, entry) -> places.putLong(cursor.place));
        rows.flush();
        places.flush();
    }

    /// A stretch of the rows in order, after [#order].
    List<byte[]> read(long offset, int limit) {
        List<byte[]> stretch = new ArrayList<>();
        long end = Math.min(size, offset + limit);
        for (long at = offset; at < end; at++) {
            long place =
                    ByteBuffer.wrap(places.read(at * Long.BYTES, Long.BYTES)).getLong();
            ByteBuffer lengths = ByteBuffer.wrap(rows.read(place, 2 * Integer.BYTES));
            int key = lengths.getInt();
            stretch.add(rows.read(place + 2 * Integer.BYTES + key, lengths.getInt()));
        }
        return stretch;
    }

    private interface Merged {
        void next(Cursor cursor, Entry entry);
    }

    private void merge(Merged merged) {
        if (!entries.isEmpty()) {
            spill();
        }
        rows.flush();
        PriorityQueue<Cursor> queue = new PriorityQueue<>((a, b) -> BY_KEY.compare(a.entry(), b.entry()));
        for (Run run : runs) {
            Cursor cursor = new Cursor(rows.reader(run.from, run.to), run);
            if (cursor.advance()) {
                queue.add(cursor);
            }
        }
        for (Cursor least = queue.poll(); least != null; least = queue.poll()) {
            merged.next(least, least.entry());
            if (least.advance()) {
                queue.add(least);
            }
        }
    }

    /// Walks along a run.
    private static final class Cursor {
        private final Spill.Reader reader;
        private final long to;
        private long place;
        private @Nullable Entry entry;

        Cursor(Spill.Reader reader, Run run) {
            this.reader = reader;
            this.to = run.to;
        }

        boolean advance() {
            place = reader.position();
            if (place >= to) {
                entry = null;
                return false;
            }
            int key = reader.getInt();
            int row = reader.getInt();
            entry = new Entry(reader.get(key), reader.get(row));
            return true;
        }

        Entry entry() {
            if (entry == null) {
                throw new IllegalStateException("Past the end of a run");
            }
            return entry;
        }
    }

    @Override
    public void close() {
        try (rows;
                places) {
            entries = List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file cannot be closed", e);
        }
    }
}
