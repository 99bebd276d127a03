package sourcebook.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read without a worker is the same as what a worker reads, and nothing but plain text is.
class DirectExtractorTest {
    private static final Map<String, String> TEXTS = Map.of(
            "letter.txt", "Dear Anna,\r\nthe train-\r\ning ended.\fPage two\u0085 and “quoted” words.\n",
            "noted.txt", "---\ntitle: A ferry\n---\n\nIt sails *again*.\n",
            "chinese.TXT", "他出生于一九四九年。\n\n第二段。\n",
            "headed.txt", "Title: The ferry\nDate: 1 May 1989\n\nIt sails again.\n",
            "bell.txt", "One\u0007two \uFEFFthree\n",
            "marked.txt", "\uFEFFThe ferry sails again.\r\n\r\nIt is “late”.\n",
            "marked-front.txt", "\uFEFF---\ntitle: A ferry\n---\n\nIt sails *again*.\n",
            "marked-twice.txt", "\uFEFF\uFEFFThe ferry sails again.\n",
            "marked-envelope.txt", "\uFEFFFrom anna Mon May  1 10:00:00 1989\n\nIt sails.\n",
            "marked-late.txt", "\uFEFF\n\nThe ferry sails again.\n");

    /// Named as text, but read by what they are.
    private static final Map<String, String> OTHERS = Map.of(
            "page.txt", "<!DOCTYPE html><html><head><title>T</title></head><body><p>Body</p></body></html>",
            "mail.txt",
                    "From: a@example.org\nTo: b@example.org\nSubject: The ferry\nDate: Mon, 1 May 1989 10:00:00 +0000\n\nIt sails.\n",
            "rich.txt", "{\\rtf1\\ansi It sails.}",
            "nul.txt", "a\u0000b",
            "marked-page.txt",
                    "\uFEFF<!DOCTYPE html><html><head><title>T</title></head><body><p>Body</p></body></html>",
            "mark.txt", "\uFEFF",
            "marked-blank.txt", "\uFEFF\n \r\n\n",
            "marked-nul.txt", "\uFEFFa\u0000b");

    @TempDir
    private Path folder;

    @Test
    void plainTextIsReadAsAWorkerReadsIt() throws Exception {
        try (WorkerExtractor workers = new WorkerExtractor(ExtractionSettings.defaults());
                DirectExtractor direct = new DirectExtractor(workers, ExtractionSettings.defaults())) {
            for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                Path file = Files.writeString(folder.resolve(text.getKey()), text.getValue());
                assertEquals(
                        workers.extract(file, text.getKey(), spool(), false),
                        direct.readAtOnce(file, text.getKey()).orElseThrow(() -> new AssertionError(text.getKey())));
            }
        }
    }

    @Test
    void everythingElseIsLeftToWorkers() throws Exception {
        try (WorkerExtractor workers = new WorkerExtractor(ExtractionSettings.defaults());
                DirectExtractor direct = new DirectExtractor(workers, ExtractionSettings.defaults())) {
            for (Map.Entry<String, String> other : OTHERS.entrySet()) {
                Path file = Files.writeString(folder.resolve(other.getKey()), other.getValue());
                assertTrue(direct.readAtOnce(file, other.getKey()).isEmpty(), other.getKey());
            }
            Path latin = folder.resolve("latin.txt");
            Files.write(latin, "Frühling in Zürich".getBytes(StandardCharsets.ISO_8859_1));
            assertTrue(direct.readAtOnce(latin, "latin.txt").isEmpty());
            assertEquals(
                    workers.extract(latin, "latin.txt", spool(), false),
                    direct.extract(latin, "latin.txt", spool(), false));
        }
    }

    /// A page that took too long here is not tried here again before a worker gets it.
    @Test
    void whatWasLeftToAWorkerIsNotTriedAgain() throws Exception {
        List<String> asked = new ArrayList<>();
        Extractor workers = new Extractor() {
            @Override
            public Extraction extract(Path original, String name, Path spool, boolean recognise) {
                asked.add(name);
                return new Extraction.Failed(Extraction.Kind.UNREADABLE, "not read in this test");
            }

            @Override
            public void close() {}
        };
        Path plain = Files.writeString(folder.resolve("plain.txt"), "It could be read here.");
        try (DirectExtractor direct = new DirectExtractor(workers, ExtractionSettings.defaults())) {
            direct.extract(plain, "plain.txt", spool(), false);
            assertEquals(List.of(), asked);
            direct.extractApart(plain, "plain.txt", spool(), false);
            assertEquals(List.of("plain.txt"), asked);
        }
    }

    private Path spool() throws IOException {
        return Files.createTempDirectory(folder, "spool");
    }
}
