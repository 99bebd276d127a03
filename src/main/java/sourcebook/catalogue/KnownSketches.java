package sourcebook.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The sketches of texts, of which those lately met are kept: what many texts share is in the same eldest ones. Not
/// thread-safe: used by the one writer.
final class KnownSketches {
    /// Hashes of all that are kept, at eight bytes each: fifteen thousand texts of up to 750 words.
    private static final int HASHES = 800_000;

    /// What a sketch takes beside its own hashes, in hashes.
    private static final int EACH = 20;

    private final JdbcClient jdbc;
    private final SequencedMap<Long, StorySketch> known = new LinkedHashMap<>(16, .75f, true);
    private int hashes;

    KnownSketches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Reads at once what is not known of these texts. Those that are gone are left out.
    ///
    /// @param texts ascending
    void expect(long[] texts) {
        List<Long> unknown = Arrays.stream(texts)
                .filter(text -> !known.containsKey(text))
                .boxed()
                .toList();
        read(unknown).forEach(this::put);
    }

    /// The sketch of a text; null if it is gone.
    @Nullable
    StorySketch find(long text) {
        StorySketch there = known.get(text);
        if (there != null) {
            return there;
        }
        StorySketch read = read(List.of(text)).get(text);
        if (read != null) {
            put(text, read);
        }
        return read;
    }

    private Map<Long, StorySketch> read(List<Long> texts) {
        Map<Long, StorySketch> found = new HashMap<>();
        if (!texts.isEmpty()) {
            jdbc.sql("""
                            select story_text.id, word_hash, sketch from json_each(:texts) asked
                            cross join story_text on story_text.id = asked.value
                            """).param("texts", texts.toString()).query(row -> {
                found.put(row.getLong(1), StorySketch.unpack(row.getLong(2), row.getBytes(3)));
            });
        }
        return found;
    }

    void put(long text, StorySketch sketch) {
        StorySketch before = known.put(text, sketch);
        hashes += sketch.hashes().length + EACH - (before == null ? 0 : before.hashes().length + EACH);
        while (hashes > HASHES) {
            hashes -= known.pollFirstEntry().getValue().hashes().length + EACH;
        }
    }

    void remove(long text) {
        StorySketch removed = known.remove(text);
        if (removed != null) {
            hashes -= removed.hashes().length + EACH;
        }
    }

    void clear() {
        known.clear();
        hashes = 0;
    }
}
