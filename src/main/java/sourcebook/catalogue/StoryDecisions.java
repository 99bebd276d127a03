package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables `story_decision` and `story_decision_document`, and what follows from them for a document. Writing
/// methods run inside a transaction of the caller's.
final class StoryDecisions {
    private final JdbcClient jdbc;

    StoryDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(StoryDecision.Kind kind, Collection<DocumentId> documents, String who) {
        long id = jdbc.sql("insert into story_decision (kind, who, made) values (:kind, :who, :now) returning id")
                .param("kind", kind.name())
                .param("who", who)
                .param("now", System.currentTimeMillis())
                .query(Long.class)
                .single();
        for (DocumentId document : new HashSet<>(documents)) {
            jdbc.sql("""
                            insert into story_decision_document (decision_id, document, story_before)
                            select :decision, number, (select story_id from story_copy where document = number)
                            from document where id = :document
                            """)
                    .param("decision", id)
                    .param("document", document.bytes())
                    .update();
        }
        return id;
    }

    /// @return the documents it concerned; empty when it was undone before
    List<DocumentId> undo(long decision, String who) {
        int undone = jdbc.sql("""
                        update story_decision set undone = :now, undone_by = :who
                        where id = :id and undone is null
                        """)
                .param("now", System.currentTimeMillis())
                .param("who", who)
                .param("id", decision)
                .update();
        return undone == 0 ? List.of() : documents(decision);
    }

    /// Whether a person ever decided about a document.
    boolean concern(DocumentId document) {
        return jdbc.sql("""
                        select 1 from story_decision_document
                        where document = (select number from document where id = :id) limit 1
                        """)
                .param("id", document.bytes())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Writes down on the copy what the decisions that hold mean for it.
    void apply(DocumentId document) {
        jdbc.sql("""
                        update story_copy set
                          detached = coalesce((select max(s.id) from story_decision s join story_decision_document c
                            on decision_id = s.id where c.document = story_copy.document and kind = 'SPLIT'
                              and undone is null), 0),
                          joined = exists (select 1 from story_decision s join story_decision_document c
                            on decision_id = s.id where c.document = story_copy.document and kind = 'JOIN'
                              and undone is null)
                        where document = (select number from document where id = :id)
                        """).param("id", document.bytes()).update();
    }

    /// The documents that people joined with this one and did not split from it afterwards.
    List<DocumentId> joinedWith(DocumentId document) {
        return decisionsThatHold(document, StoryDecision.Kind.JOIN, 0).stream()
                .flatMap(join -> documents(join).stream()
                        .filter(other -> !other.equals(document))
                        .filter(other -> splitsSince(join, other).equals(splitsSince(join, document))))
                .distinct()
                .toList();
    }

    private Set<Long> splitsSince(long join, DocumentId document) {
        return new HashSet<>(decisionsThatHold(document, StoryDecision.Kind.SPLIT, join));
    }

    private List<Long> decisionsThatHold(DocumentId document, StoryDecision.Kind kind, long after) {
        return jdbc.sql("""
                        select id from story_decision join story_decision_document on decision_id = id
                        where document = (select number from document d where d.id = :document)
                          and kind = :kind and undone is null and id > :after
                        """)
                .param("document", document.bytes())
                .param("kind", kind.name())
                .param("after", after)
                .query(Long.class)
                .list();
    }

    /// The decisions about documents that are copies of a story now or were when it was decided, the newest first.
    List<StoryDecision> ofStory(long story) {
        return read(jdbc.sql("""
                        select * from story_decision where id in (
                          select decision_id from story_decision_document where story_before = :story
                          union
                          select decision_id from story_copy join story_decision_document using (document)
                          where story_id = :story)
                        order by id desc
                        """).param("story", story));
    }

    List<StoryDecision> ofDocument(DocumentId document) {
        return read(jdbc.sql("""
                        select * from story_decision where id in (
                          select decision_id from story_decision_document
                          where document = (select number from document where id = :document))
                        order by id desc
                        """).param("document", document.bytes()));
    }

    private List<DocumentId> documents(long decision) {
        return jdbc.sql("""
                        select id from document
                        where number in (select document from story_decision_document where decision_id = :id)
                        order by id
                        """).param("id", decision).query(Documents::id).list();
    }

    /// Decisions with the documents they concern, which are read once the rows are closed ([Documents]).
    private List<StoryDecision> read(JdbcClient.StatementSpec statement) {
        List<StoryDecision> alone = statement.query(StoryDecisions::decision).list();
        return alone.stream()
                .map(one -> new StoryDecision(
                        one.id(), one.kind(), documents(one.id()), one.who(), one.made(), one.undone()))
                .toList();
    }

    private static StoryDecision decision(ResultSet row, int number) throws SQLException {
        return new StoryDecision(
                row.getLong("id"),
                StoryDecision.Kind.valueOf(row.getString("kind")),
                List.of(),
                row.getString("who"),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getObject("undone") != null);
    }
}
