package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final long[] NONE = {};

    private final JdbcClient jdbc;
    private final HashFilter filter = new HashFilter(FILTER_BYTES);
    private final SequencedMap<Long, long[]> common = new LinkedHashMap<>(16, .75f, true);
    private final Map<Long, long[]> asked = new HashMap<>();

    /// The last text whose hashes the filter has.
    private long learnt;

    /// The last text whose hashes the table has.
    private long written;

    SketchTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        jdbc.sql("""
                        select asked.value, (select group_concat(text_id) from (
                          select text_id from story_sketch where hash = asked.value order by text_id limit :limit))
                        from json_each(:hashes) asked
                        """).param("hashes", unknown.toString()).param("limit", MOST).query(row -> {
            String texts = row.getString(2);
            if (texts != null) {
                know(row.getLong(1), numbers(texts));
            }
        });
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

    private static long[] numbers(String list) {
        long[] numbers = new long[MOST];
        int count = 0;
        for (int from = 0; from <= list.length(); ) {
            int comma = list.indexOf(',', from);
            int end = comma < 0 ? list.length() : comma;
            numbers[count++] = Long.parseLong(list, from, end, 10);
            from = end + 1;
        }
        return Arrays.copyOf(numbers, count);
    }

    /// Texts were written into the table, which has all up to this one now.
    ///
    /// @param hashes all of theirs
    void written(long upTo, long[] hashes) {
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
        jdbc.sql("""
                        delete from story_sketch
                        where hash in (select value from json_each(:hashes)) and text_id = :text
                        """)
                .param("hashes", Arrays.toString(hashes))
                .param("text", text)
                .update();
        for (long hash : hashes) {
            common.remove(hash);
            asked.remove(hash);
        }
    }
}
