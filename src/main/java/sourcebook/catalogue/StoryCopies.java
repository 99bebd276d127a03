package sourcebook.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables `story` and `story_copy`: which documents tell the same story. A story is what hangs together by copied
/// texts and by decisions of people. Writing methods run inside a transaction of the caller's.
///
/// A document that comes is joined to what it meets; only where something goes, or a person decides, is a story walked
/// through anew.
final class StoryCopies {
    private static final String COPIES =
            "select c.*, d.id from story_copy c join document d on d.number = c.document where ";

    private final JdbcClient jdbc;
    private final StoryDecisions decisions;
    private final StoryEdges edges;

    StoryCopies(JdbcClient jdbc, StoryDecisions decisions, StoryEdges edges) {
        this.jdbc = jdbc;
        this.edges = edges;
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

    /// Puts a copy that has come into the story of those it meets, and makes one of all these stories.
    ///
    /// @return the documents whose story is another now
    Set<DocumentId> link(Copy copy) {
        List<Copy> met = new ArrayList<>(sibling(copy).map(List::of).orElse(List.of()));
        if (met.isEmpty()) {
            for (Place neighbour : neighbours(copy.place())) {
                sibling(neighbour, copy).ifPresent(met::add);
            }
        }
        met.addAll(joinedWith(copy));
        if (met.isEmpty()) {
            return Set.of();
        }
        Set<Copy> all = new HashSet<>(met);
        all.add(copy);
        Set<Long> stories = all.stream()
                .flatMap(one -> Optional.ofNullable(one.story()).stream())
                .collect(Collectors.toSet());
        if (stories.size() > 1) {
            stories.forEach(story -> all.addAll(ofStory(story)));
        } // else those that are in the only one stay there, however many they are
        return settle(List.of(all));
    }

    /// Walks anew through the stories of these copies, after something that held them together may be gone.
    ///
    /// @return the documents whose story is another now
    Set<DocumentId> regroup(Collection<Copy> copies) {
        Deque<Copy> starts = new ArrayDeque<>(copies);
        Set<Long> stories = new HashSet<>();
        Map<DocumentId, Copy> seen = new HashMap<>();
        List<Collection<Copy>> groups = new ArrayList<>();
        while (!starts.isEmpty()) {
            Copy start = starts.poll();
            if (!start.present() || seen.containsKey(start.document())) {
                continue;
            }
            Map<DocumentId, Copy> group = new LinkedHashMap<>();
            walk(start, group);
            seen.putAll(group);
            groups.add(group.values());
            for (Copy member : group.values()) {
                if (member.story() != null && stories.add(member.story())) {
                    starts.addAll(ofStory(member.story()));
                }
            }
        }
        return settle(groups);
    }

    private void walk(Copy start, Map<DocumentId, Copy> group) {
        Set<Place> visited = new HashSet<>();
        Deque<Place> ahead = new ArrayDeque<>();
        ahead.add(start.place());
        while (!ahead.isEmpty()) {
            Place place = ahead.poll();
            if (!visited.add(place)) {
                continue;
            }
            List<Copy> here = at(place);
            if (here.isEmpty()) {
                continue; // nothing hangs together by a text that nobody has
            }
            here.forEach(copy -> group.put(copy.document(), copy));
            here.stream()
                    .filter(Copy::joined)
                    .flatMap(copy -> joinedWith(copy).stream())
                    .forEach(other -> ahead.add(other.place()));
            ahead.addAll(neighbours(place));
        }
    }

    private List<Copy> joinedWith(Copy copy) {
        return !copy.joined()
                ? List.of()
                : decisions.joinedWith(copy.document()).stream()
                        .flatMap(other -> find(other).stream())
                        .filter(Copy::present)
                        .toList();
    }

    /// Places next to many others, of which one is likely next to all that hang together.
    private static final int HUBS = 3;

    /// Whether these places are one, or all of them next to one of them; what is not seen so may still hang together.
    boolean hangTogether(List<Place> places) {
        List<Place> present = places.stream().filter(place -> anyPresent(place)).toList();
        if (present.size() < 2) {
            return true;
        }
        return present.stream().limit(HUBS).anyMatch(hub -> {
            Set<Place> around = new HashSet<>(neighbours(hub));
            around.add(hub);
            return around.containsAll(present);
        });
    }

    private boolean anyPresent(Place place) {
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

    /// The places next to one by texts that are copies, with documents there or without.
    List<Place> neighbours(Place place) {
        return edges.neighbours(place.text()).stream()
                .map(text -> new Place(text, place.detached()))
                .toList();
    }

    private List<Copy> at(Place place) {
        return jdbc.sql(COPIES + "text_id = :text and detached = :detached and c.present = 1")
                .param("text", place.text())
                .param("detached", place.detached())
                .query(StoryCopies::copy)
                .list();
    }

    private Optional<Copy> sibling(Copy copy) {
        return sibling(copy.place(), copy);
    }

    /// Any other copy at a place: all there are in the same story.
    private Optional<Copy> sibling(Place place, Copy not) {
        return jdbc.sql(COPIES
                        + "text_id = :text and detached = :detached and c.present = 1 and c.document <> :not limit 1")
                .param("text", place.text())
                .param("detached", place.detached())
                .param("not", not.number())
                .query(StoryCopies::copy)
                .optional();
    }

    /// Whether another copy holds together what this one did.
    boolean hasSibling(Copy copy) {
        return sibling(copy).isPresent();
    }

    /// Gives each group its story: the oldest of those its copies have, unless a larger group has it; else one
    /// they had when they were last together, unless others are left in it.
    private Set<DocumentId> settle(List<? extends Collection<Copy>> groups) {
        Set<DocumentId> changed = new HashSet<>();
        Set<Long> taken = new HashSet<>();
        groups.stream()
                .sorted(Comparator.<Collection<Copy>>comparingInt(Collection::size)
                        .reversed()
                        .thenComparing(group -> group.stream()
                                .map(Copy::document)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .forEach(group -> {
                    Long story = group.size() == 1 ? null : story(group, taken);
                    for (Copy copy : group) {
                        if (!java.util.Objects.equals(story, copy.story())) {
                            setStory(copy, story);
                            changed.add(copy.document());
                        }
                    }
                });
        return changed;
    }

    private Long story(Collection<Copy> group, Set<Long> taken) {
        Long oldest = group.stream()
                .flatMap(copy -> Optional.ofNullable(copy.story()).stream())
                .filter(story -> !taken.contains(story))
                .min(Comparator.naturalOrder())
                .or(() -> group.stream()
                        .flatMap(copy -> Optional.ofNullable(copy.storyBefore()).stream())
                        .filter(story ->
                                !taken.contains(story) && ofStory(story).isEmpty())
                        .min(Comparator.naturalOrder()))
                .orElseGet(() -> jdbc.sql("insert into story (made) values (:now) returning id")
                        .param("now", System.currentTimeMillis())
                        .query(Long.class)
                        .single());
        taken.add(oldest);
        return oldest;
    }

    private void setStory(Copy copy, @Nullable Long story) {
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
