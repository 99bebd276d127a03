package sourcebook.catalogue;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The hashes of the texts that came last. The table `story_sketch` has those of the others.
///
/// The hashes of a text lie anywhere in that table, so that each would be another page to read and to write. They are
/// written for many texts at once, in the order of the table, and the more at once the larger it is: two pages a text
/// instead of twenty-four, however many there are. Until then they are kept here; nothing is lost with them, since each
/// text has its sketch in `story_text` too. Not thread-safe: used by the one writer.
final class RecentSketches {
    /// The table grows by this part of its texts at once.
    private static final int PART = 16;

    /// Texts that are kept here at least.
    private static final long FEWEST = 1_000;

    /// Texts that are kept here at most, at some four hundred bytes each: a hundredth of the memory there may be. The
    /// fewer there are in a part of a large table, the less of what is written of it is theirs.
    private static final long MOST = Math.clamp(Runtime.getRuntime().maxMemory() / 100 / 400, 16_000, 60_000);

    /// Lower bits of an entry: the place of the text among those that came last, from 1 on. Hashes of sketches have 47.
    private static final int PLACE_BITS = 16;

    private static final int PLACES = 1 << PLACE_BITS;

    private static final long NOTHING_READ = -1;

    private final JdbcClient jdbc;
    private final SketchTable table;
    private final long fewest;

    /// Entries by their hashes, in open addressing; those of one hash in order. 0: free.
    private long[] entries = new long[1 << 12];

    private int count;

    /// The last text that the table has.
    private long written = NOTHING_READ;

    /// The last one that is here.
    private long last;

    RecentSketches(JdbcClient jdbc, SketchTable table) {
        this(jdbc, table, FEWEST);
    }

    /// @param fewest texts to be kept here before any is written into the table
    RecentSketches(JdbcClient jdbc, SketchTable table, long fewest) {
        this.jdbc = jdbc;
        this.table = table;
        this.fewest = fewest;
    }

    /// So many texts are to come in this transaction. Where the database is not as it was left, a transaction was
    /// rolled back or another writer was here: all is read anew.
    ///
    /// @return the last text there is
    long expect(int texts) {
        State state = jdbc.sql("""
                        select coalesce((select seq from sqlite_sequence where name = 'story_text'), 0),
                          (select text_id from story_sketch_written)
                        """)
                .query((row, number) -> new State(row.getLong(1), row.getLong(2)))
                .single();
        if (written != state.written() || last != state.last()) {
            read(state.last());
        }
        if (last + texts - written > Math.clamp(written / PART, fewest, MOST)) {
            write(last);
        }
        table.expect(texts);
        return last;
    }

    private record State(long last, long written) {}

    /// Nothing is known any more.
    void forget() {
        written = NOTHING_READ;
    }

    /// Takes in the next text, which is to be inserted.
    void add(long text, long[] hashes) {
        if (text - written >= PLACES) {
            throw new IllegalStateException("More texts came than were expected");
        }
        keep(text, hashes);
        last = text;
    }

    private void keep(long text, long[] hashes) {
        for (long hash : hashes) {
            if (count * 2 >= entries.length) {
                enlarge();
            }
            put((hash << PLACE_BITS) | (text - written));
        }
    }

    private void put(long entry) {
        int slot = slot(entry >> PLACE_BITS);
        while (entries[slot] != 0) {
            slot = (slot + 1) & (entries.length - 1);
        }
        entries[slot] = entry;
        count++;
    }

    private int slot(long hash) {
        return Long.hashCode(hash * 0x9E3779B97F4A7C15L) & (entries.length - 1); // 2^64 by the golden ratio
    }

    private void enlarge() {
        long[] before = entries;
        Arrays.sort(before); // so that those of one hash stay in order
        entries = new long[before.length * 2];
        count = 0;
        for (long entry : before) {
            if (entry != 0) {
                put(entry);
            }
        }
    }

    /// The texts with this hash, the oldest first, behind those that are known of it; a text may have gone since.
    ///
    /// @param most so many at most, the known ones among them
    long[] texts(long[] known, long hash, int most) {
        long[] found = known; // copied when there is something to add
        int texts = known.length;
        for (int slot = slot(hash); entries[slot] != 0 && texts < most; slot = (slot + 1) & (entries.length - 1)) {
            if (entries[slot] >> PLACE_BITS == hash) {
                if (texts == found.length) {
                    found = Arrays.copyOf(found, Math.min(most, 2 * texts + 4));
                }
                found[texts++] = written + (entries[slot] & (PLACES - 1));
            }
        }
        return texts == found.length ? found : Arrays.copyOf(found, texts);
    }

    private void read(long upTo) {
        written = table.read();
        Arrays.fill(entries, 0);
        count = 0;
        while (upTo - written > MOST) {
            write(Math.min(upTo, written + PLACES - 1)); // of an older archive: the fewer times, the better
        }
        last = upTo;
        sketches(upTo).forEach(sketch -> keep(sketch.text(), sketch.sketch().keys()));
    }

    /// A text that came after those of the table.
    private record Sketched(long text, StorySketch sketch) {}

    private List<Sketched> sketches(long upTo) {
        return jdbc.sql("select id, word_hash, sketch from story_text where id > :written and id <= :last order by id")
                .param("written", written)
                .param("last", upTo)
                .query((row, number) ->
                        new Sketched(row.getLong(1), StorySketch.unpack(row.getLong(2), row.getBytes(3))))
                .list();
    }

    /// Writes what is known of the texts up to one into the table, and forgets it.
    private void write(long upTo) {
        long[] sorted = sketches(upTo).stream()
                .flatMapToLong(text ->
                        Arrays.stream(text.sketch().keys()).map(hash -> (hash << PLACE_BITS) | (text.text() - written)))
                .sorted()
                .distinct() // two hashes of a sketch may have the same 47 bits
                .toArray();
        long[] texts = Arrays.stream(sorted)
                .map(entry -> written + (entry & (PLACES - 1)))
                .toArray();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] >>= PLACE_BITS;
        }
        table.write(upTo, sorted, texts);
        written = upTo;
        Arrays.fill(entries, 0);
        count = 0;
    }
}
