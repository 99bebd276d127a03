package sourcebook.description.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Likeness;
import sourcebook.catalogue.StoryJudge;

/// Texts that an outline tells apart are unlike, and texts that only share a phrase are told apart without being
/// read again and again.
class OutlineTest {
    private static final long SEED = 20261122;
    private static final int TEXTS = 60;
    private static final int WORDS = 200;

    @TempDir
    private Path work;

    @Test
    void whatAnOutlineTellsApartIsUnlike() {
        Random random = new Random(SEED);
        StoryJudge judge = new StoryComparer();
        List<StoryJudge.Subject> subjects = new ArrayList<>();
        String whole = words(random, WORDS);
        for (int i = 0; i < TEXTS; i++) { // a part of one text, of any length, and others' words around it
            String part = String.join(" ", List.of(whole.split(" ")).subList(0, random.nextInt(WORDS)));
            subjects.add(judge.subject(DocumentText.of(words(random, random.nextInt(WORDS)) + " " + part)));
        }
        int apart = 0;
        int alike = 0;
        for (StoryJudge.Subject one : subjects) {
            for (StoryJudge.Subject other : subjects) {
                boolean mayBe = one.mayBeLike(other.outline());
                boolean unlike = one.to(other).kind() == Likeness.Kind.UNLIKE;
                assertTrue(mayBe || unlike, "seed " + SEED);
                apart += mayBe ? 0 : 1;
                alike += unlike ? 0 : 1;
            }
        }
        assertTrue(apart > TEXTS && alike > TEXTS, apart + " apart, " + alike + " alike, seed " + SEED);
    }

    @Test
    void whatSharesAPhraseIsReadOnceAtMost() {
        Random random = new Random(SEED);
        String phrase = words(random, WORDS / 10); // some of its hashes are in every sketch
        try (StoryArchive archive = new StoryArchive(work.resolve("archive.db"))) {
            long before = read(archive);
            for (int i = 0; i < TEXTS; i++) {
                archive.save("item " + i, words(random, WORDS) + " " + phrase, null);
            }
            long read = read(archive) - before; // each is met by all that come behind it
            assertTrue(read < TEXTS, read + " readings of " + TEXTS + " texts, seed " + SEED);
        }
    }

    private static long read(StoryArchive archive) {
        return archive.database.work().of("select body_start, body from document_text");
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append("word").append(random.nextInt(5_000));
        }
        return words.toString();
    }
}
