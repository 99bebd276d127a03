package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables `story` and `story_copy`: which documents tell the same story ([StoryGroups] finds that out). Writing
/// methods run inside a transaction of the caller's.
final class StoryCopies {
    private static final String COPIES =
            "select c.*, d.id from story_copy c join document d on d.number = c.document where ";

    private final JdbcClient jdbc;
    private final StoryDecisions decisions;

    StoryCopies(JdbcClient jdbc, StoryDecisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /// A document as a copy.
    ///
    /// @param number of the document
    /// @param detached the decision that split it off; 0: none
    /// @param story null while it is the only one
    /// @param storyBefore the last one it was in before it was the only one, or gone
    record Copy(
            DocumentId document,
            long number,
            long text,
            boolean present,
            long detached,
            boolean joined,
            @Nullable Long story,
            @Nullable Long storyBefore) {
        Place place() {
            return new Place(text, detached);
        }
    }

    /// Where copies lie that are in the same story whatever happens: equal texts, split off together or not at all.
    record Place(long text, long detached) {}

    Optional<Copy> find(DocumentId document) {
        return jdbc.sql(COPIES + "d.id = :id")
                .param("id", document.bytes())
                .query(StoryCopies::copy)
                .optional();
    }

    /// What is another whenever a story, one of its documents or what people decided is.
    ///
    /// @param copies how many there are: one that leaves changes nothing about the others
    /// @param sequence the last of its documents' changes
    /// @param decided how often people decided, or took that back, in the whole archive
    record State(long copies, long sequence, long decided) {}

    State state(long story) {
        return jdbc.sql("""
                        select count(*), max(d.sequence),
                          (select count(*) + count(undone) from story_decision)
                        from story_copy c join document d on d.number = c.document where c.story_id = :story
                        """)
                .param("story", story)
                .query((row, number) -> new State(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    List<Copy> ofStory(long story) {
        return jdbc.sql(COPIES + "c.story_id = :story")
                .param("story", story)
                .query(StoryCopies::copy)
                .list();
    }

    /// The copies of these texts that are present.
    List<Copy> ofTexts(Collection<Long> texts) {
        return texts.stream()
                .flatMap(text -> jdbc
                        .sql(COPIES + "text_id = :text and c.present = 1")
                        .param("text", text)
                        .query(StoryCopies::copy)
                        .list()
                        .stream())
                .toList();
    }

    boolean anyPresent(long text) {
        return jdbc.sql("select 1 from story_copy where text_id = :text and present = 1 limit 1")
                .param("text", text)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// @param storyBefore of the same document with another text
    Copy insert(DocumentId document, long text, boolean present, @Nullable Long storyBefore) {
        long number = jdbc.sql("""
                        insert into story_copy (document, text_id, present, story_before)
                        select number, :text, :present, :before from document where id = :id
                        returning document
                        """)
                .param("id", document.bytes())
                .param("text", text)
                .param("present", present)
                .param("before", storyBefore)
                .query(Long.class)
                .single();
        if (decisions.concern(document)) {
            decisions.apply(document);
            return find(document).orElseThrow();
        }
        return new Copy(document, number, text, present, 0, false, null, storyBefore);
    }

    void delete(Copy copy) {
        jdbc.sql("delete from story_copy where document = :number")
                .param("number", copy.number())
                .update();
    }

    void setPresent(Copy copy, boolean present) {
        jdbc.sql("""
                        update story_copy set present = :present, story_id = iif(:present, story_id, null),
                          story_before = coalesce(story_id, story_before)
                        where document = :number
                        """).param("present", present).param("number", copy.number()).update();
    }

    boolean anyPresent(Place place) {
        return jdbc.sql("""
                        select 1 from story_copy
                        where text_id = :text and detached = :detached and present = 1 limit 1
                        """)
                .param("text", place.text())
                .param("detached", place.detached())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Copy> at(Place place) {
        return jdbc.sql(COPIES + "text_id = :text and detached = :detached and c.present = 1")
                .param("text", place.text())
                .param("detached", place.detached())
                .query(StoryCopies::copy)
                .list();
    }

    Optional<Copy> sibling(Copy copy) {
        return sibling(copy.place(), copy);
    }

    /// Any other copy at a place: all there are in the same story.
    Optional<Copy> sibling(Place place, Copy not) {
        return jdbc.sql(COPIES
                        + "text_id = :text and detached = :detached and c.present = 1 and c.document <> :not limit 1")
                .param("text", place.text())
                .param("detached", place.detached())
                .param("not", not.number())
                .query(StoryCopies::copy)
                .optional();
    }

    long newStory() {
        return jdbc.sql("insert into story (made) values (:now) returning id")
                .param("now", System.currentTimeMillis())
                .query(Long.class)
                .single();
    }

    void setStory(Copy copy, @Nullable Long story) {
        jdbc.sql("""
                        update story_copy set story_before = coalesce(story_id, story_before), story_id = :story
                        where document = :number
                        """).param("story", story).param("number", copy.number()).update();
    }

    private static Copy copy(ResultSet row, int number) throws SQLException {
        return new Copy(
                DocumentId.of(row.getBytes("id")),
                row.getLong("document"),
                row.getLong("text_id"),
                row.getBoolean("present"),
                row.getLong("detached"),
                row.getBoolean("joined"),
                number(row, "story_id"),
                number(row, "story_before"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
