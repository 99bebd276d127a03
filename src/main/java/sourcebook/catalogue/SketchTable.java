package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table `story_sketch`: which texts have a hash. [RecentSketches] has those of the texts that came last.
///
/// Four in five hashes of a new text are in no other, so that a filter in memory tells most without the table; those
/// of set phrases, which are in many texts, are remembered with the eldest of these. The rest is asked for in one
/// question for all texts of a transaction. Not thread-safe: used by the one writer.
final class SketchTable {
    /// Texts given for each hash; the oldest, so that a family of any size meets in its eldest members.
    static final int MOST = 32;

    /// A twentieth of a text's processor time in the filter saves it that of asking for all its hashes.
    private static final int TEXTS_LEARNT_FOR_ONE = 20;

    /// Hashes of which as many texts as are given are remembered; three hundred bytes each.
    private static final int COMMON = 8_192;

    private static final long FILTER_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 16);

    /// Blocks that are in memory at once, of a kilobyte each.
    private static final int BLOCKS = 1_000;

    private static final long[] NONE = {};

    private final JdbcClient jdbc;
    private final Statements statements;
    private final HashFilter filter = new HashFilter(FILTER_BYTES);
    private final SequencedMap<Long, long[]> common = new LinkedHashMap<>(16, .75f, true);
    private final Map<Long, long[]> asked = new HashMap<>();

    /// The last text whose hashes the filter has.
    private long learnt;

    /// The last text whose hashes the table has.
    private long written;

    SketchTable(Database database) {
        this.jdbc = database.jdbc();
        this.statements = database.statements();
    }

    /// The last text whose hashes are here, as the table says; what was known of another state is forgotten.
    long read() {
        asked.clear();
        common.clear();
        written = jdbc.sql("select text_id from story_sketch_written")
                .query(Long.class)
                .single();
        if (written < learnt) {
            filter.clear();
            learnt = 0;
        }
        return written;
    }

    /// So many texts are to come: the filter learns some of the table, until it knows all of it. Opening an archive for
    /// a few texts thus costs no walk through it.
    void expect(int texts) {
        asked.clear();
        if (learnt < written) {
            long upTo = Math.min(written, learnt + (long) TEXTS_LEARNT_FOR_ONE * texts);
            jdbc.sql("select word_hash, sketch from story_text where id > :learnt and id <= :last")
                    .param("learnt", learnt)
                    .param("last", upTo)
                    .query(row -> {
                        for (long key : StorySketch.unpack(row.getLong(1), row.getBytes(2))
                                .keys()) {
                            filter.add(key);
                        }
                    });
            learnt = upTo;
        }
    }

    /// Asks at once for those of these hashes of which it is not known which texts have them.
    void ask(long[] hashes) {
        List<Long> unknown = new ArrayList<>();
        for (long hash : hashes) {
            if (mayHave(hash) && !common.containsKey(hash) && asked.putIfAbsent(hash, NONE) == null) {
                unknown.add(hash);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        unknown.sort(null); // pages of the table are met one after the other
        statements.each(
                """
                select asked.value, first, entries from json_each(?) asked
                cross join story_sketch on first = (select max(first) from story_sketch where first <= asked.value)
                """,
                row -> {
                    long hash = row.getLong(1);
                    know(hash, SketchBlock.texts(row.getLong(2), row.getBytes(3), hash, MOST));
                },
                unknown.toString());
    }

    private boolean mayHave(long hash) {
        return learnt < written || filter.mayHave(hash);
    }

    /// Those of a hash that is full stay the same, since what comes is younger.
    private void know(long hash, long[] texts) {
        if (texts.length < MOST) {
            asked.put(hash, texts);
            return;
        }
        asked.remove(hash);
        common.put(hash, texts);
        if (common.size() > COMMON) {
            common.pollFirstEntry();
        }
    }

    /// The oldest texts with this hash; not to be changed.
    long[] texts(long hash) {
        if (!mayHave(hash)) {
            return NONE;
        }
        long[] many = common.get(hash);
        if (many != null) {
            return many;
        }
        if (!asked.containsKey(hash)) {
            ask(new long[] {hash});
            return texts(hash);
        }
        return asked.get(hash);
    }

    /// Writes the next texts into the table, which has all up to the last of them then. All blocks are walked through,
    /// as most have something to take in.
    ///
    /// @param hashes all of theirs, in order
    /// @param texts the text of each, in order for each hash
    void write(long upTo, long[] hashes, long[] texts) {
        int at = 0;
        for (List<SketchBlock.Packed> some = blocks(Long.MIN_VALUE); at < hashes.length; ) {
            List<SketchBlock.Packed> next =
                    some.isEmpty() ? some : blocks(some.getLast().first());
            Changes changes = new Changes();
            for (int i = 0; i < some.size(); i++) {
                long end = i + 1 < some.size()
                        ? some.get(i + 1).first()
                        : next.isEmpty() ? Long.MAX_VALUE : next.getFirst().first();
                int from = at;
                while (at < hashes.length && hashes[at] < end) {
                    at++;
                }
                if (at > from) {
                    SketchBlock.Packed block = some.get(i);
                    changes.replace(SketchBlock.unpack(block.first(), block.entries())
                            .with(hashes, texts, from, at)
                            .packed());
                }
            }
            if (some.isEmpty()) {
                changes.insert(SketchBlock.empty(SketchBlock.BEGINNING)
                        .with(hashes, texts, at, hashes.length)
                        .packed());
                at = hashes.length;
            }
            changes.write(statements);
            some = next;
        }
        statements.update("update story_sketch_written set text_id = ?", upTo);
        written(upTo, hashes);
    }

    private List<SketchBlock.Packed> blocks(long after) {
        return statements.list(
                "select first, entries from story_sketch where first > ? order by first limit ?",
                row -> new SketchBlock.Packed(row.getLong(1), row.getBytes(2)),
                after,
                BLOCKS);
    }

    /// Rows to be written.
    private static final class Changes {
        private final List<Object[]> updates = new ArrayList<>();
        private final List<Object[]> insertions = new ArrayList<>();

        /// @param blocks what became of one
        void replace(List<SketchBlock.Packed> blocks) {
            updates.add(
                    new Object[] {blocks.getFirst().entries(), blocks.getFirst().first()});
            insert(blocks.subList(1, blocks.size()));
        }

        void insert(List<SketchBlock.Packed> blocks) {
            blocks.forEach(block -> insertions.add(new Object[] {block.first(), block.entries()}));
        }

        void write(Statements statements) {
            statements.updateAll("update story_sketch set entries = ? where first = ?", updates);
            statements.updateAll("insert into story_sketch (first, entries) values (?, ?)", insertions);
        }
    }

    private void written(long upTo, long[] hashes) {
        asked.clear();
        if (learnt == written) {
            for (long hash : hashes) {
                filter.add(hash);
            }
            learnt = upTo;
        }
        written = upTo;
    }

    void remove(long text, long[] hashes) {
        for (long hash : hashes) {
            statements
                    .first(
                            "select first, entries from story_sketch where first <= ? order by first desc limit 1",
                            row -> SketchBlock.unpack(row.getLong(1), row.getBytes(2)),
                            hash)
                    .ifPresent(block -> {
                        Changes changes = new Changes();
                        changes.replace(block.without(hash, text).packed());
                        changes.write(statements);
                    });
            common.remove(hash);
            asked.remove(hash);
        }
    }
}
