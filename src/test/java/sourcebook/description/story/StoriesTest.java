package sourcebook.description.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Stories;
import sourcebook.catalogue.Story;
import sourcebook.catalogue.StoryCopy;
import sourcebook.catalogue.StoryDecision;
import sourcebook.catalogue.StoryJudge;
import sourcebook.catalogue.StorySketch;

/// What a story is, who is in it, and what people can decide, on a real database file.
class StoriesTest {
    @TempDir
    private Path folder;

    private StoryArchive archive;
    private Stories stories;
    private final Prose prose = new Prose(new Random(11));
    private final List<String> paragraphs = prose.paragraphs(14);
    private final String article = String.join("\n\n", paragraphs);
    private final String firstPart = String.join("\n\n", paragraphs.subList(0, 6));

    @BeforeEach
    void open() {
        archive = new StoryArchive(folder.resolve("catalogue.sqlite"));
        stories = archive.catalogue.stories();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theEarliestDatedCopyStandsForTheStory() {
        DocumentId undated = archive.save("undated", article, null);
        DocumentId later = archive.save("later", "Another headline\n\n" + article, "2020-03-05");
        DocumentId cut = archive.save("cut", firstPart, "2020-03-04");
        DocumentId longer = archive.save("longer", article + "\n\n" + String.join("\n\n", prose.paragraphs(7)), "2021");

        Story story = stories.of(undated).orElseThrow();
        assertEquals(cut, story.representative());
        assertEquals(
                List.of(cut, later, longer, undated),
                story.copies().stream().map(StoryCopy::document).toList());
        assertEquals(StoryCopy.Role.SAME, story.copies().getFirst().role());
        assertEquals(1, story.copies().getFirst().similarity());
        assertEquals(story, stories.find(story.id()).orElseThrow());
        assertTrue(stories.find("s999").isEmpty());
        assertTrue(stories.find("anything").isEmpty());

        archive.remove("cut");
        Story now = stories.of(undated).orElseThrow();
        assertEquals(later, now.representative());
        assertEquals(story.id(), now.id());
        assertEquals(StoryCopy.Role.EDITED, copy(now, longer).role());
        assertEquals(StoryCopy.Role.SAME, copy(now, undated).role());
        archive.save("cut again", firstPart, "2022");
        assertEquals(
                StoryCopy.Role.CUT,
                stories.of(undated).orElseThrow().copies().stream()
                        .filter(copy -> copy.role() == StoryCopy.Role.CUT)
                        .findFirst()
                        .orElseThrow()
                        .role());
    }

    private static StoryCopy copy(Story story, DocumentId document) {
        return story.copies().stream()
                .filter(copy -> copy.document().equals(document))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDocumentWhoseStoryChangesIsSeenByTheIndex() {
        DocumentId first = archive.save("first", article, null);
        long before = archive.catalogue.lastSequence();
        archive.save("other", String.join("\n", prose.paragraphs(9)), null);
        assertEquals(1, archive.catalogue.changesAfter(before, 10).size(), "what is alone concerns no other");
        DocumentId second = archive.save("second", "Headline\n\n" + article, null);

        List<Change> changes = archive.catalogue.changesAfter(before, 10);
        assertTrue(changes.stream().anyMatch(change -> change.id().equals(first)));
        Set<String> ids = new HashSet<>();
        changes.stream()
                .filter(change -> change.id().equals(first) || change.id().equals(second))
                .forEach(change -> ids.add(String.valueOf(change.document().story())));
        assertEquals(Set.of(stories.of(first).orElseThrow().id()), ids);

        long then = archive.catalogue.lastSequence();
        archive.remove("second");
        assertTrue(archive.catalogue.changesAfter(then, 10).stream()
                .anyMatch(change -> change.id().equals(first)));
        assertTrue(stories.of(first).isEmpty(), "one copy is no story");
    }

    @Test
    void twoStoriesThatMeetKeepTheOlderId() {
        List<String> second = paragraphs.subList(7, 14);
        archive.save("a1", firstPart, null);
        archive.save("b1", String.join("\n\n", second), null);
        archive.save("b2", "Another headline here\n\n" + String.join("\n\n", second), null);
        archive.save("a2", "A headline here\n\n" + firstPart, null);
        assertEquals(2, archive.stories().size());
        String older = stories.of(id("b1")).orElseThrow().id();

        archive.save("all", article, null);
        assertEquals(List.of(List.of("a1", "a2", "all", "b1", "b2")), List.copyOf(archive.stories()));
        assertEquals(older, stories.of(id("a1")).orElseThrow().id());

        archive.remove("all");
        assertEquals(List.of(List.of("a1", "a2"), List.of("b1", "b2")), List.copyOf(archive.stories()));
        assertNotEquals(
                stories.of(id("a1")).orElseThrow().id(),
                stories.of(id("b1")).orElseThrow().id());
    }

    private DocumentId id(String name) {
        return archive.named(name);
    }

    @Test
    void aStoryThatComesTogetherAgainHasItsId() {
        DocumentId first = archive.save("first", article, null);
        DocumentId second = archive.save("second", "Another headline\n\n" + article, null);
        String id = stories.of(first).orElseThrow().id();

        archive.remove("second");
        assertTrue(stories.of(first).isEmpty(), "one copy is no story");
        DocumentId again = archive.save("second", "Another headline\n\n" + article, null);
        assertEquals(second, again);
        assertEquals(id, stories.of(again).orElseThrow().id(), "a copy came back");

        archive.replace("second", "No text to be read");
        assertTrue(stories.of(first).isEmpty());
        archive.replace("second", "A third headline\n\n" + article);
        assertEquals(id, stories.of(first).orElseThrow().id(), "its text was read anew");

        long split = stories.split(List.of(second), "a person");
        assertTrue(stories.of(first).isEmpty());
        stories.undo(split, "a person");
        assertEquals(id, stories.of(first).orElseThrow().id(), "a decision was undone");

        archive.remove("first");
        archive.save("third", "A fourth headline\n\n" + article, null);
        assertEquals(id, stories.of(second).orElseThrow().id(), "one copy stayed");
        archive.save("first", article, null);
        assertEquals(id, stories.of(first).orElseThrow().id());
        assertEquals(3, stories.find(id).orElseThrow().copies().size());
    }

    @Test
    void whatAPersonSplitsOffStaysOff() {
        archive.save("a", article, null);
        archive.save("b", "One headline\n\n" + article, null);
        archive.save("c", "Other headline\n\n" + article, null);
        long decision = stories.split(List.of(id("c")), "Ada");
        assertEquals(List.of(List.of("a", "b")), List.copyOf(archive.stories()));

        archive.save("d", "Third headline\n\n" + article, null);
        archive.save("e", article, null);
        assertEquals(List.of(List.of("a", "b", "d", "e")), List.copyOf(archive.stories()));
        for (String name : List.of("a", "b", "c", "d", "e")) { // as after a change of rules
            stories.compare(id(name));
        }
        assertEquals(List.of(List.of("a", "b", "d", "e")), List.copyOf(archive.stories()));

        String story = stories.of(id("a")).orElseThrow().id();
        StoryDecision made = stories.decisions(story).getFirst();
        assertEquals(decision, made.id());
        assertEquals(StoryDecision.Kind.SPLIT, made.kind());
        assertEquals("Ada", made.who());
        assertEquals(List.of(id("c")), made.documents());

        stories.undo(decision, "Ben");
        assertEquals(List.of(List.of("a", "b", "c", "d", "e")), List.copyOf(archive.stories()));
        assertEquals(story, stories.of(id("c")).orElseThrow().id());
        assertTrue(stories.decisions(story).getFirst().undone());
        stories.undo(decision, "Ben");
    }

    @Test
    void splitOffTogetherTheyStayTogether() {
        archive.save("a", article, null);
        archive.save("b", "One headline\n\n" + article, null);
        archive.save("c", article, null);
        archive.save("d", "Other headline\n\n" + article, null);
        stories.split(List.of(id("c"), id("d")), "Ada");
        assertEquals(List.of(List.of("a", "b"), List.of("c", "d")), List.copyOf(archive.stories()));
        stories.split(List.of(id("d")), "Ada");
        assertEquals(List.of(List.of("a", "b")), List.copyOf(archive.stories()));
        assertTrue(stories.of(id("c")).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> stories.split(List.of(id("a"), id("b")), "Ada"));
        archive.save("e", "Third headline\n\n" + article, null);
        assertEquals(List.of(List.of("a", "b", "e")), List.copyOf(archive.stories()));
    }

    @Test
    void whatAPersonJoinsIsOneStoryUntilTheLastWord() {
        archive.save("a", article, null);
        archive.save("a2", "Headline\n\n" + article, null);
        archive.save("translated", String.join("\n", prose.paragraphs(10)), null);
        archive.save("short", "Too short to compare.", null);
        long joined = stories.join(List.of(id("a"), id("translated"), id("short")), "Ada");
        assertEquals(List.of(List.of("a", "a2", "short", "translated")), List.copyOf(archive.stories()));
        Story story = stories.of(id("a2")).orElseThrow();
        assertTrue(copy(story, id("translated")).byPerson());
        assertFalse(copy(story, id("a2")).byPerson());
        assertTrue(copy(story, id("translated")).similarity() < .1);

        long split = stories.split(List.of(id("translated")), "Ben");
        assertEquals(List.of(List.of("a", "a2", "short")), List.copyOf(archive.stories()));
        stories.join(List.of(id("translated"), id("a2")), "Ada");
        assertEquals(List.of(List.of("a", "a2", "short", "translated")), List.copyOf(archive.stories()));
        stories.undo(joined, "Ada");
        assertEquals(List.of(List.of("a", "a2", "translated")), List.copyOf(archive.stories()));
        stories.undo(split, "Ada");
        assertEquals(List.of(List.of("a", "a2", "translated")), List.copyOf(archive.stories()));
        assertThrows(IllegalArgumentException.class, () -> stories.join(List.of(id("a")), "Ada"));
        assertThrows(IllegalArgumentException.class, () -> stories.split(List.of(StoryArchive.id("nothing")), "Ada"));
    }

    @Test
    void aCollectionOfSeveralTextsIsACopyOfNone() {
        List<String> articles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String text = String.join("\n\n", prose.paragraphs(8));
            articles.add(text);
            archive.save("article" + i, text, null);
            archive.save("reprint" + i, "Headline " + i + "\n\n" + text, null);
        }
        archive.save("review", String.join("\n\n", articles), null);
        Collection<List<String>> expected = List.of(
                List.of("article0", "reprint0"),
                List.of("article1", "reprint1"),
                List.of("article2", "reprint2"),
                List.of("article3", "reprint3"));
        assertEquals(expected, archive.stories());
    }

    @Test
    void aTextReadAnewTellsItsNewStory() {
        archive.save("a", article, null);
        archive.save("b", "Headline\n\n" + article, null);
        DocumentId scan = archive.save("scan", "", null);
        assertTrue(stories.of(scan).isEmpty());
        archive.replace("scan", article);
        assertEquals(List.of(List.of("a", "b", "scan")), List.copyOf(archive.stories()));
        archive.replace("a", String.join("\n", prose.paragraphs(10)));
        assertEquals(List.of(List.of("b", "scan")), List.copyOf(archive.stories()));
    }

    @Test
    void documentsFromBeforeThereWereStoriesGetTheirs() {
        archive.save("a", article, null);
        archive.close();
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue without = new Catalogue(database);
            without.stories();
        }
        archive = new StoryArchive(folder.resolve("catalogue.sqlite"));
        stories = archive.catalogue.stories();
        archive.saveAllWithoutStories(List.of(new StoryArchive.Text("b", "Headline\n\n" + article, null)));
        assertTrue(stories.of(id("b")).isEmpty());
        assertEquals(List.of(id("b")), stories.pending("", 10));
        stories.compare(id("b"));
        assertTrue(stories.of(id("b")).isPresent());
        assertEquals(List.of(), stories.pending("", 10));
    }

    @Test
    void aTextThatIsReplacedWhileItsDocumentIsComparedCounts() {
        archive.saveAllWithoutStories(List.of(new StoryArchive.Text("b", "Headline\n\n" + article, null)));
        archive.save("a", article, null);
        Catalogue slow = new Catalogue(archive.database, new StoryJudge() {
            @Override
            public StorySketch sketch(DocumentText text) {
                archive.replace("b", String.join("\n", prose.paragraphs(10)));
                return archive.judge.sketch(text);
            }

            @Override
            public Subject subject(DocumentText text) {
                return archive.judge.subject(text);
            }
        });
        slow.stories().compare(id("b"));
        assertTrue(stories.of(id("b")).isEmpty(), "what it said before tells nothing about it");
    }

    /// A decision that is taken back walks through a story anew; what came and went one by one must be the same.
    @Test
    void whatIsLeftWhenCopiesGoIsWhatAWalkFinds() {
        long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> there = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(9);
            int to = from + 4 + random.nextInt(paragraphs.size() - from - 3);
            String own = random.nextInt(3) > 0 ? "" : "\n\n" + String.join("\n\n", prose.paragraphs(1));
            archive.save("d" + i, String.join("\n\n", paragraphs.subList(from, to)) + own, null);
            there.add("d" + i);
        }
        for (int step = 0; !there.isEmpty(); step++) {
            String name = there.get(random.nextInt(there.size()));
            if (random.nextInt(4) == 0) {
                archive.replace(name, String.join("\n\n", paragraphs.subList(random.nextInt(9), 13)));
            } else {
                archive.remove(name);
                there.remove(name);
            }
            Collection<List<String>> left = archive.stories();
            for (String one : there) {
                stories.undo(stories.split(List.of(id(one)), "ada"), "ada");
            }
            assertEquals(List.copyOf(archive.stories()), List.copyOf(left), "seed " + seed + ", step " + step);
        }
    }

    /// A large story is kept as it was read; what happens to it must be seen all the same.
    @Test
    void aLargeStoryIsShownAsItIs() {
        List<DocumentId> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(archive.save("copy" + i, "Headline " + i + "\n\n" + article, "2020-03-1" + i % 10));
        }
        isAsFirstRead(60);
        archive.save("one more", firstPart, "2019");
        isAsFirstRead(61);
        archive.remove("one more");
        isAsFirstRead(60);
        long joined = stories.join(ids.subList(3, 5), "Ada");
        isAsFirstRead(60);
        stories.undo(joined, "Ada");
        isAsFirstRead(60);
        archive.catalogue.edit(List.of(ids.get(7)), RecordField.DATE, List.of("1999"), "Ada");
        assertEquals(ids.get(7), isAsFirstRead(60).representative());
        archive.replace("copy8", firstPart + "\n\nTwo copies come and go");
        isAsFirstRead(60);
    }

    private Story isAsFirstRead(int copies) {
        Story story = stories.of(id("copy0")).orElseThrow();
        assertEquals(copies, story.copies().size());
        assertEquals(story, stories.find(story.id()).orElseThrow());
        Catalogue opened = new Catalogue(archive.database, archive.judge);
        assertEquals(opened.stories().find(story.id()).orElseThrow(), story);
        return story;
    }

    @Test
    void tenThousandEqualTextsCostNoTenThousandComparisons() {
        for (int i = 0; i < 300; i++) {
            archive.save("copy" + i, article, null);
        }
        assertEquals(300, archive.stories().iterator().next().size());
        long before = archive.catalogue.lastSequence();
        archive.save("one more", article, null);
        assertEquals(1, archive.catalogue.lastSequence() - before, "only the new one is touched");
    }
}
