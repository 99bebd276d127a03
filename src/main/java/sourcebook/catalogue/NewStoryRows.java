package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// New rows of `story_text` and `story_copy`, which are written with others of the same transaction. Whoever reads the
/// tables writes them first. Not thread-safe: used by the one writer.
final class NewStoryRows {
    private final JdbcTemplate jdbc;
    private final List<Text> texts = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();

    NewStoryRows(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    private record Text(long id, StorySketch sketch) {}

    private record Copy(long document, long text, boolean present) {}

    void text(long id, StorySketch sketch) {
        texts.add(new Text(id, sketch));
    }

    /// A document that is no copy of another, and that nobody ever decided about.
    ///
    /// @param document its number
    void copy(long document, long text, boolean present) {
        copies.add(new Copy(document, text, present));
    }

    void write() {
        if (!texts.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into story_text (id, word_hash, sketch) values (?, ?, ?)",
                    texts,
                    texts.size(),
                    (row, text) -> {
                        row.setLong(1, text.id());
                        row.setObject(
                                2,
                                text.sketch().isEmpty() ? null : text.sketch().fingerprint());
                        row.setBytes(3, text.sketch().packed());
                    });
            texts.clear();
        }
        if (!copies.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into story_copy (document, text_id, present) values (?, ?, ?)",
                    copies,
                    copies.size(),
                    (row, copy) -> {
                        row.setLong(1, copy.document());
                        row.setLong(2, copy.text());
                        row.setBoolean(3, copy.present());
                    });
            copies.clear();
        }
    }

    void forget() {
        texts.clear();
        copies.clear();
    }
}
