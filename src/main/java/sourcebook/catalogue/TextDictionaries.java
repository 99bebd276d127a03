package sourcebook.catalogue;

import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What texts of one archive often say, for zstd to pack them with: the table `text_dictionary`. A text of two
/// kilobytes takes a quarter less room with a dictionary, and a third of the time, since a lower level will do.
///
/// The first is made when there is text enough, another when the archive has grown many times larger, since the first
/// texts were perhaps all of one source. None is ever changed or removed: the texts packed with it stay as they are.
/// Thread-safe.
final class TextDictionaries {
    /// Of zstd, with a dictionary; alone, short texts need the higher one.
    private static final int LEVEL = 3;

    private static final int LEVEL_ALONE = 6;

    /// Of a dictionary; as zstd's own tool makes them. Twice as much saves 2 % more.
    private static final int BYTES = 112 << 10;

    /// UTF-16 units of text that a first dictionary is made of. With twice as much it would save 1 % more. Of a text
    /// no more than a piece counts: a dictionary helps with the beginning of each, so many short ones need it, and
    /// a few long ones do not.
    static final int FIRST_CHARACTERS = 400_000;

    /// Times the documents that the newest dictionary was made for, after which there is another.
    private static final int GROWTH = 32;

    /// Most documents that a dictionary is made of, and most bytes of one of them: a tenth of a second of work.
    private static final int MOST_DOCUMENTS = 500;

    static final int MOST_BYTES = 8 << 10;

    /// Bytes of a sample; a long text is several.
    static final int PIECE = 4 << 10;

    /// Fewer pieces make no dictionary.
    private static final int FEWEST_PIECES = 20;

    private final JdbcClient jdbc;
    private final Map<Integer, Frames> known = new ConcurrentHashMap<>();

    /// What texts are packed with now, and the documents that were in the archive when it was made.
    private record Newest(int id, long documents) {}

    private volatile @Nullable Newest newest;

    TextDictionaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
        known.put(0, new Frames(LEVEL_ALONE, new byte[0]));
    }

    /// The number of the dictionary that texts are packed with now; 0: none.
    int newest() {
        return now().id();
    }

    /// Another process may have made the dictionary since this one opened the archive.
    Frames frames(int id) {
        return known.computeIfAbsent(id, this::read);
    }

    /// Whether there should be another dictionary.
    ///
    /// @param documents in the archive
    /// @param characters of text that came of late
    boolean isDue(long documents, long characters) {
        Newest now = now();
        return now.id() == 0 ? characters >= FIRST_CHARACTERS : documents >= GROWTH * now.documents();
    }

    /// A dictionary made of these texts; empty if they are too few, or have nothing in common.
    static Optional<byte[]> made(List<String> texts) {
        List<byte[]> pieces = new ArrayList<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < Math.min(bytes.length, MOST_BYTES); from += PIECE) {
                pieces.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
            }
        }
        if (pieces.size() < FEWEST_PIECES) {
            return Optional.empty();
        }
        int all = pieces.stream().mapToInt(piece -> piece.length).sum();
        ZstdDictTrainer trainer = new ZstdDictTrainer(all, Math.min(BYTES, all / 4), LEVEL);
        pieces.forEach(trainer::addSample);
        try {
            return Optional.of(trainer.trainSamples());
        } catch (ZstdException nothingInCommon) {
            return Optional.empty();
        }
    }

    /// Numbers of documents from all over an archive, the same for one of this size each time.
    static List<Long> sample(long documents) {
        List<Long> numbers = new ArrayList<>();
        long step = Math.max(1, documents / MOST_DOCUMENTS);
        for (long number = 1; number <= documents && numbers.size() < MOST_DOCUMENTS; number += step) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, new Random(documents));
        return numbers;
    }

    /// Writes a dictionary, in a transaction of the caller's.
    ///
    /// @return its number
    int insert(byte[] dictionary, long documents) {
        return jdbc.sql("""
                        insert into text_dictionary (dictionary, documents) values (:dictionary, :documents) returning id
                        """)
                .param("dictionary", dictionary)
                .param("documents", documents)
                .query(Integer.class)
                .single();
    }

    /// A dictionary is durable: from now on texts are packed with it. Number 0 for one that could not be made.
    void use(int id, long documents) {
        newest = new Newest(id, documents);
    }

    private Newest now() {
        Newest now = newest;
        if (now == null) {
            now = jdbc.sql("select id, documents from text_dictionary order by id desc limit 1")
                    .query((row, number) -> new Newest(row.getInt(1), row.getLong(2)))
                    .optional()
                    .orElse(new Newest(0, 0));
            newest = now;
        }
        return now;
    }

    private Frames read(int id) {
        byte[] dictionary = jdbc.sql("select dictionary from text_dictionary where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no dictionary " + id + " for texts."));
        return new Frames(LEVEL, dictionary);
    }
}
