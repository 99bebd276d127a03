package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts come back as they were, whatever dictionary they were packed with.
class KeptTextsTest {
    private static final long SEED = 20_261_122;

    @TempDir
    private Path folder;

    @Test
    void aDictionaryIsMadeOfTheFirstTextsAndLaterOnesTakeLessRoom() {
        Random random = new Random(SEED);
        List<String> texts = new ArrayList<>();
        for (int characters = 0; characters < 2 * TextDictionaries.FIRST_CHARACTERS; ) {
            texts.add(text(random));
            characters += texts.getLast().length();
        }
        Path file = folder.resolve("catalogue.sqlite");
        try (Database database = Database.open(file)) {
            Catalogue catalogue = new Catalogue(database);
            save(database, catalogue, 0, texts.subList(0, 10));
            try (Database reader = Database.openReadOnly(file)) {
                Catalogue other = new Catalogue(reader);
                assertEquals(texts.getFirst(), other.text(id(0)).orElseThrow().text());
                save(database, catalogue, 10, texts.subList(10, texts.size()));
                same(texts, other); // which had looked for a dictionary when there was none
            }
            same(texts, catalogue);
            JdbcClient jdbc = database.jdbc();
            assertEquals(1, dictionaries(database));
            assertTrue(
                    packed(jdbc, "document > 10", texts.size()) < .9 * packed(jdbc, "document <= 10", texts.size()),
                    "seed " + SEED);
        }
        try (Database database = Database.open(file)) {
            Catalogue catalogue = new Catalogue(database);
            same(texts, catalogue);
            String more = text(random);
            save(database, catalogue, texts.size(), List.of(more));
            assertEquals(more, catalogue.text(id(texts.size())).orElseThrow().text());
        }
    }

    @Test
    void oddTextsComeBack() {
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue catalogue = new Catalogue(database);
            List<String> texts = List.of("", "x", "\uD83D\uDE00 a smile", "half \uD83D of one", "a\0b");
            save(database, catalogue, 0, texts);
            List<String> expected = new ArrayList<>(texts);
            expected.set(3, "half ? of one");
            same(expected, catalogue);
        }
    }

    @Test
    void aDamagedTextIsNotTakenForAnother() {
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue catalogue = new Catalogue(database);
            save(database, catalogue, 0, List.of("A text of some length, of some length."));
            for (String damaged : List.of("x'00'", "x'02'", "x'0209'", "x'020010ff'", "x'28B52FFD00'")) {
                database.jdbc()
                        .sql("update document_text set body = " + damaged)
                        .update();
                assertThrows(RuntimeException.class, () -> catalogue.text(id(0)), damaged);
            }
        }
    }

    @Test
    void whatComesLaterIsSavedWhateverIsWrongWithTheTextsOfADictionary() {
        Random random = new Random(SEED);
        List<String> damages = List.of("x'00'", "x'02'", "x'0209'", "x'020010ff'", "x'28B52FFD00'");
        try (Database database = Database.open(folder.resolve("catalogue.sqlite"))) {
            Catalogue catalogue = new Catalogue(database);
            save(
                    database,
                    catalogue,
                    0,
                    IntStream.range(0, 30).mapToObj(_ -> text(random)).toList());
            for (int i = 0; i < damages.size(); i++) {
                database.jdbc()
                        .sql("update document_text set body = " + damages.get(i) + " where document = " + (i + 1))
                        .update();
            }
            String work = text(random).repeat(2 * TextDictionaries.FIRST_CHARACTERS / 1_000);
            save(database, catalogue, 30, List.of(work));
            assertEquals(work, catalogue.text(id(30)).orElseThrow().text(), "seed " + SEED);
            assertEquals(0, dictionaries(database), "a long work needs none");
            List<String> works = IntStream.range(0, TextDictionaries.FIRST_CHARACTERS / TextDictionaries.PIECE)
                    .mapToObj(_ -> text(random).repeat(20))
                    .toList();
            save(database, catalogue, 31, works);
            assertEquals(1, dictionaries(database), "seed " + SEED);
            assertEquals(
                    works.getLast(),
                    catalogue.text(id(30 + works.size())).orElseThrow().text());
        }
    }

    @Test
    void mentionsComeBack() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            List<Mention> mentions = new ArrayList<>();
            int at = 0;
            for (int left = random.nextInt(20); left > 0; left--) {
                at += random.nextInt(random.nextBoolean() ? 50 : 100_000);
                String country = List.of("FR", "DE", "SUHH", "JP").get(random.nextInt(4));
                mentions.add(new Mention(country, at, at + 1 + random.nextInt(200)));
            }
            assertEquals(mentions, PackedMentions.unpack(PackedMentions.pack(mentions)), "seed " + SEED);
        }
    }

    private static int dictionaries(Database database) {
        return database.jdbc()
                .sql("select count(*) from text_dictionary")
                .query(Integer.class)
                .single();
    }

    private static double packed(JdbcClient jdbc, String which, int documents) {
        return jdbc.sql("select avg(length(body)) from document_text where document <= :half and " + which)
                .param("half", which.contains(">") ? documents : 10)
                .query(Double.class)
                .single();
    }

    private static void same(List<String> texts, Catalogue catalogue) {
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), catalogue.text(id(i)).orElseThrow().text(), "text " + i + ", seed " + SEED);
        }
    }

    private static void save(Database database, Catalogue catalogue, int first, List<String> texts) {
        Ledger ledger = new Ledger(database);
        for (int from = 0; from < texts.size(); from += 50) {
            List<Settlement> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + 50, texts.size()); i++) {
                long row = ledger.receive(
                                List.of(new Ledger.Found(Location.of((first + i) + ".txt"), 9, Instant.EPOCH)))
                        .getFirst();
                batch.add(new Settlement.Saved(row, document(id(first + i), texts.get(i))));
            }
            catalogue.settle(batch);
        }
    }

    private static NewDocument document(DocumentId id, String text) {
        return new NewDocument(
                id,
                "text/plain",
                text.length(),
                DocumentRecord.EMPTY,
                DocumentRecord.EMPTY,
                DocumentText.of(text),
                null,
                false,
                List.of(),
                List.of(),
                Blocks.NONE,
                StorySketch.NONE,
                new byte[0],
                1,
                Set.of(),
                false);
    }

    /// Sentences of a few thousand words, some of which are much more frequent than others.
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 300 + random.nextInt(200); word > 0; word--) {
            int rank = (int) Math.pow(3_000, random.nextDouble());
            text.append(Integer.toString(rank * 7_919 + 500, 36)).append(word % 15 == 0 ? ".\n" : " ");
        }
        return text.toString();
    }

    private static DocumentId id(int number) {
        return new DocumentId(String.format("%064x", number * 2_654_435_761L));
    }
}
