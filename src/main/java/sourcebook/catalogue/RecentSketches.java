package sourcebook.catalogue;

import java.util.ArrayList;
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

    /// Texts at least and at most that are kept here; the most take some six megabytes.
    private static final long FEWEST = 1_000;

    private static final long MOST = 16_000;

    /// Lower bits of an entry: the place of the text among those that came last, from 1 on. Hashes of sketches have 47.
    private static final int PLACE_BITS = 16;

    private static final int PLACES = 1 << PLACE_BITS;

    /// Entries written in one statement.
    private static final int AT_ONCE = 20_000;

    private static final long NOTHING_READ = -1;

    private final JdbcClient jdbc;
    private final long fewest;

    /// Entries by their hashes, in open addressing; those of one hash in order. 0: free.
    private long[] entries = new long[1 << 12];

    private int count;

    /// The last text that the table has.
    private long written = NOTHING_READ;

    /// The last one that is here.
    private long last;

    RecentSketches(JdbcClient jdbc) {
        this(jdbc, FEWEST);
    }

    /// @param fewest texts to be kept here before any is written into the table
    RecentSketches(JdbcClient jdbc, long fewest) {
        this.jdbc = jdbc;
        this.fewest = fewest;
    }

    /// Takes in a text that was just inserted. Where its number is not the next one, a transaction was rolled back or
    /// another writer was here: all is read anew.
    void add(long text, long[] hashes) {
        if (written == NOTHING_READ || text != last + 1) {
            read(text - 1);
        }
        if (text - written > Math.clamp(written / PART, fewest, MOST)) {
            write(text - 1);
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

    /// The texts with this hash, the oldest first; a text may have gone since.
    ///
    /// @param most so many at most
    List<Long> texts(long hash, int most) {
        List<Long> found = new ArrayList<>();
        for (int slot = slot(hash);
                entries[slot] != 0 && found.size() < most;
                slot = (slot + 1) & (entries.length - 1)) {
            if (entries[slot] >> PLACE_BITS == hash) {
                found.add(written + (entries[slot] & (PLACES - 1)));
            }
        }
        return found;
    }

    private void read(long upTo) {
        written = jdbc.sql("select text_id from story_sketch_written")
                .query(Long.class)
                .single();
        Arrays.fill(entries, 0);
        count = 0;
        while (upTo - written > MOST) {
            write(written + MOST);
        }
        last = upTo;
        sketches(upTo).forEach(sketch -> keep(sketch.text(), sketch.sketch().hashes()));
    }

    /// A text that came after those of the table.
    private record Sketched(long text, StorySketch sketch) {}

    private List<Sketched> sketches(long upTo) {
        return jdbc.sql("select id, sketch from story_text where id > :written and id <= :last order by id")
                .param("written", written)
                .param("last", upTo)
                .query((row, number) -> new Sketched(row.getLong(1), StorySketch.unpack(row.getBytes(2))))
                .list();
    }

    /// Writes what is known of the texts up to one into the table, and forgets it.
    private void write(long upTo) {
        long[] sorted = sketches(upTo).stream()
                .flatMapToLong(text -> Arrays.stream(text.sketch().hashes())
                        .map(hash -> (hash << PLACE_BITS) | (text.text() - written)))
                .sorted()
                .toArray();
        for (int from = 0; from < sorted.length; from += AT_ONCE) {
            jdbc.sql("""
                            insert or ignore into story_sketch (hash, text_id)
                            select value >> 16, :written + (value & 65535) from json_each(:entries)
                            """)
                    .param("written", written)
                    .param(
                            "entries",
                            Arrays.toString(Arrays.copyOfRange(sorted, from, Math.min(sorted.length, from + AT_ONCE))))
                    .update();
        }
        jdbc.sql("update story_sketch_written set text_id = :last")
                .param("last", upTo)
                .update();
        written = upTo;
        Arrays.fill(entries, 0);
        count = 0;
    }
}
