package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which texts are copies of one another: the table `story_edge`. Writing methods run inside a transaction of the
/// caller's.
///
/// Not every pair of copies makes one story. A collection is a copy of none of the texts it holds ([StoryParts]). A
/// text
/// that is like two letters which tell of different events (a bad scan of one, a general passage of both) belongs to
/// the
/// nearer, or to neither where it is as near to both; else one such text would melt all letters of a form into one
/// story.
final class StoryEdges {
    /// A text that covers so much of a longer one leaves no room for another beside it.
    private static final double NEARLY_ALL = .9;

    /// Parts of a text that one which comes is held against, so that it costs the same in a family of thousands.
    private static final int ELDEST_PARTS = 64;

    private final JdbcClient jdbc;

    StoryEdges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(long subject, long other, Likeness likeness) {
        jdbc.sql("""
                        insert or replace into story_edge (shorter, longer, copies, contained, covered, place)
                        values (:shorter, :longer, :copies, :contained, :covered, :place)
                        """)
                .param("shorter", likeness.subjectIsShorter() ? subject : other)
                .param("longer", likeness.subjectIsShorter() ? other : subject)
                .param("copies", likeness.sameStory())
                .param("contained", likeness.contained())
                .param("covered", likeness.covered())
                .param("place", likeness.where())
                .update();
    }

    void remove(long text) {
        jdbc.sql("delete from story_edge where shorter = :text or longer = :text")
                .param("text", text)
                .update();
    }

    /// How one text stands to another, if they were found to be alike.
    Optional<Likeness> likeness(long subject, long other) {
        return jdbc.sql("""
                        select * from story_edge
                        where (shorter = :subject and longer = :other) or (shorter = :other and longer = :subject)
                        """)
                .param("subject", subject)
                .param("other", other)
                .query((row, number) -> likeness(row, row.getLong("shorter") == subject))
                .optional();
    }

    /// How the texts that were found to be like one stand to it.
    Map<Long, Likeness> likenesses(long other) {
        Map<Long, Likeness> found = new HashMap<>();
        jdbc.sql("select * from story_edge where shorter = :other or longer = :other")
                .param("other", other)
                .query(row -> {
                    boolean subjectIsShorter = row.getLong("longer") == other;
                    long subject = row.getLong(subjectIsShorter ? "shorter" : "longer");
                    found.put(subject, likeness(row, subjectIsShorter));
                });
        return found;
    }

    private static Likeness likeness(ResultSet row, boolean subjectIsShorter) throws SQLException {
        return new Likeness(
                row.getBoolean("copies") ? Likeness.Kind.COPIES : Likeness.Kind.SAME_FORM,
                row.getDouble("contained"),
                row.getDouble("covered"),
                subjectIsShorter,
                row.getLong("place"));
    }

    /// The texts of the same story next to this one.
    List<Long> neighbours(long text) {
        return jdbc.sql("""
                        select longer from story_edge where shorter = :text and holds = 1
                        union all
                        select shorter from story_edge where longer = :text and holds = 1
                        """).param("text", text).query(Long.class).list();
    }

    /// A copy of a text.
    ///
    /// @param text the other text
    /// @param isPart what was decided before: the longer of the two is a collection
    /// @param drops the text asked for is nearer to one that tells of another event
    private record Edge(
            long text,
            boolean otherIsShorter,
            double contained,
            double covered,
            long place,
            boolean isPart,
            boolean drops) {
        StoryParts.Part asPart() {
            return new StoryParts.Part(text, covered, place);
        }

        int compareNearness(Edge other) {
            int byContained = Double.compare(contained, other.contained);
            return byContained != 0 ? byContained : Double.compare(covered, other.covered);
        }
    }

    /// Decides again which edges hold, after a text got its first present copy, or lost its last.
    ///
    /// @param came whether it got one; its edges were none before
    /// @return the other texts between which an edge holds no longer, or holds again
    Set<Long> weigh(long text, boolean came) {
        Around around = around(text);
        List<Edge> copies = around.copies();
        List<Long> rivals = around.forms();
        Set<Long> changed = new HashSet<>();
        weighParts(text, copies, text, changed);
        weighForms(text, copies, true, text, changed);
        for (Edge edge : copies) {
            long other = edge.text();
            boolean matters = came ? edge.covered() < NEARLY_ALL : hasParts(other); // what goes makes no new parts
            if (!edge.otherIsShorter() && matters) {
                weighParts(other, came ? parts(other, text) : around(other).copies(), text, changed);
            }
            if (!rivals.isEmpty()) {
                List<Edge> others =
                        came ? copies(other, text, rivals) : around(other).copies();
                weighForms(other, others, !came, text, changed);
            }
        }
        return changed;
    }

    /// The eldest parts of a text, and one that has come.
    private List<Edge> parts(long longer, long fresh) {
        return jdbc.sql("""
                        select shorter as other, 1 as other_is_shorter, contained, covered, place, is_part,
                          longer_drops as drops
                        from story_edge
                        where longer = :longer and copies = 1 and shorter in (
                          select :fresh union select * from (
                            select shorter from story_edge
                            where longer = :longer and copies = 1
                              and exists (select 1 from story_copy where text_id = shorter and present = 1)
                            order by shorter limit :most))
                        """)
                .param("longer", longer)
                .param("fresh", fresh)
                .param("most", ELDEST_PARTS)
                .query((row, number) -> edge(row))
                .list();
    }

    private boolean hasParts(long longer) {
        return jdbc.sql("select 1 from story_edge where longer = :longer and is_part = 1 limit 1")
                .param("longer", longer)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /// Which of the texts in a text make it a collection.
    private void weighParts(long longer, List<Edge> copies, long cause, Set<Long> changed) {
        List<Edge> shorter = copies.stream().filter(Edge::otherIsShorter).toList();
        if (shorter.size() < 2) {
            shorter.stream()
                    .filter(Edge::isPart)
                    .forEach(edge -> mark("is_part", edge.text(), longer, false, cause, changed));
            return;
        }
        List<StoryParts.Part> parts = shorter.stream().map(Edge::asPart).toList();
        for (Edge edge : shorter) {
            boolean isPart = !StoryParts.holds(edge.asPart(), parts);
            if (isPart != edge.isPart()) {
                mark("is_part", edge.text(), longer, isPart, cause, changed);
            }
        }
    }

    /// Which copies of a text it is not the nearest to, among letters of one form.
    ///
    /// @param all whether these are all copies; of some only nothing follows about the others
    private void weighForms(long text, List<Edge> copies, boolean all, long cause, Set<Long> changed) {
        Set<Pair> forms = forms(copies);
        for (Edge edge : copies) {
            boolean drops = copies.stream()
                    .anyMatch(other ->
                            forms.contains(Pair.of(edge.text(), other.text())) && edge.compareNearness(other) <= 0);
            if (drops == edge.drops() || (!drops && !all)) {
                continue;
            }
            if (edge.otherIsShorter()) {
                mark("longer_drops", edge.text(), text, drops, cause, changed);
            } else {
                mark("shorter_drops", text, edge.text(), drops, cause, changed);
            }
        }
    }

    private void mark(String column, long shorter, long longer, boolean value, long cause, Set<Long> changed) {
        int rows = jdbc.sql("update story_edge set " + column
                        + " = :value where shorter = :shorter and longer = :longer" + " and " + column + " <> :value")
                .param("value", value)
                .param("shorter", shorter)
                .param("longer", longer)
                .update();
        if (rows > 0 && shorter != cause && longer != cause) {
            changed.add(shorter);
            changed.add(longer);
        }
    }

    /// The present texts that were found to be like a text.
    ///
    /// @param forms those by the same form of other events
    private record Around(List<Edge> copies, List<Long> forms) {}

    private Around around(long text) {
        Around found = new Around(new ArrayList<>(), new ArrayList<>());
        jdbc.sql("""
                        select * from (
                          select longer as other, 0 as other_is_shorter, contained, covered, place, copies,
                            is_part, shorter_drops as drops from story_edge where shorter = :text
                          union all
                          select shorter as other, 1 as other_is_shorter, contained, covered, place, copies, is_part,
                            longer_drops as drops
                            from story_edge where longer = :text)
                        where exists (select 1 from story_copy where text_id = other and present = 1)
                        """)
                .param("text", text)
                .query((row, number) -> row.getBoolean("copies")
                        ? found.copies().add(edge(row))
                        : found.forms().add(row.getLong("other")))
                .list();
        return found;
    }

    /// Those copies of a text that concern a new one: itself, and its rivals.
    private List<Edge> copies(long text, long fresh, List<Long> rivals) {
        List<Long> some = new ArrayList<>(rivals);
        some.add(fresh);
        return jdbc.sql("""
                        select * from (
                          select longer as other, 0 as other_is_shorter, contained, covered, place, copies, is_part,
                            shorter_drops as drops
                            from json_each(:some) cross join story_edge on shorter = :text and longer = value
                          union all
                          select shorter as other, 1 as other_is_shorter, contained, covered, place, copies, is_part,
                            longer_drops as drops
                            from json_each(:some) cross join story_edge on shorter = value and longer = :text)
                        where copies = 1
                        """)
                .param("some", some.toString())
                .param("text", text)
                .query((row, number) -> edge(row))
                .list();
    }

    /// Two texts, in whatever order.
    private record Pair(long first, long second) {
        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    /// Which of the texts tell of different events by one form.
    private Set<Pair> forms(List<Edge> copies) {
        if (copies.size() < 2) {
            return Set.of();
        }
        String texts = copies.stream().map(Edge::text).toList().toString();
        return new HashSet<>(jdbc.sql("""
                        select shorter, longer from story_edge
                        where copies = 0 and shorter in (select value from json_each(:texts))
                          and longer in (select value from json_each(:texts))
                        """)
                .param("texts", texts)
                .query((row, number) -> Pair.of(row.getLong(1), row.getLong(2)))
                .list());
    }

    private static Edge edge(ResultSet row) throws SQLException {
        return new Edge(
                row.getLong("other"),
                row.getBoolean("other_is_shorter"),
                row.getDouble("contained"),
                row.getDouble("covered"),
                row.getLong("place"),
                row.getBoolean("is_part"),
                row.getBoolean("drops"));
    }
}
