package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Kept;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.PageWords;

/// What is kept of an extraction comes back as it was, or not at all.
class KeptExtractionTest {
    private final long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void anyExtractionComesBackAsItWas() {
        for (int round = 0; round < 200; round++) {
            ExtractedDocument document = document();
            DocumentText text = DocumentText.of(round % 2 == 0 ? String.join("\n", document.pages()) : text(40));
            byte[] kept = KeptExtraction.pack(document, text);
            assertEquals(
                    document,
                    KeptExtraction.unpack(new Kept(kept, text)).orElseThrow(),
                    "seed " + seed + ", round " + round);
        }
    }

    @Test
    void whatEqualsTheSavedTextTakesNextToNothing() {
        String page = text(20_000);
        ExtractedDocument document = new ExtractedDocument(
                "text/plain",
                Map.of(),
                List.of(page),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                null,
                List.of(),
                List.of());
        byte[] beside = KeptExtraction.pack(document, DocumentText.of(page.substring(1_000)));
        byte[] alone = KeptExtraction.pack(document, DocumentText.NONE);
        assertTrue(beside.length * 5 < alone.length, beside.length + " of " + alone.length);
    }

    @Test
    void damagedBytesAnotherFormOrAnotherTextAreNoExtraction() {
        for (int round = 0; round < 300; round++) {
            ExtractedDocument document = document();
            DocumentText text = DocumentText.of(String.join("\n", document.pages()));
            byte[] kept = KeptExtraction.pack(document, text);
            int at = random.nextInt(kept.length);
            kept[at] ^= (byte) (1 + random.nextInt(255));
            var read = KeptExtraction.unpack(new Kept(kept, text));
            assertTrue(read.isEmpty() || read.get().equals(document), "seed " + seed + ", byte " + at);
        }
        ExtractedDocument document = document();
        DocumentText text = DocumentText.of(String.join("\n", document.pages()) + text(200));
        byte[] kept = KeptExtraction.pack(document, text);
        assertTrue(KeptExtraction.unpack(new Kept(new byte[0], text)).isEmpty());
        assertTrue(KeptExtraction.unpack(new Kept(new byte[] {99, 1, 2}, text)).isEmpty());
        var withOther = KeptExtraction.unpack(new Kept(kept, DocumentText.of(text(100))));
        assertTrue(withOther.isEmpty() || withOther.get().equals(document), "seed " + seed);
    }

    private ExtractedDocument document() {
        List<String> pages = new ArrayList<>();
        List<ExtractedDocument.Line> lines = new ArrayList<>();
        List<PageWords> words = new ArrayList<>();
        for (int page = 1; page <= 1 + random.nextInt(4); page++) {
            String text = text(random.nextInt(300));
            pages.add(text);
            lines.add(new ExtractedDocument.Line(
                    page, text, random.nextFloat() * 30, random.nextBoolean(), random.nextFloat(), 700.5f));
            if (text.length() > 10) {
                words.add(new PageWords(
                        page, 2_000, 3_000, 0, 0.5f, List.of(new PageWords.Word(2, 9, 10, 20, 100, 30, 93))));
            }
        }
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            metadata.put("field" + i, List.of(text(3), text(5)));
        }
        return new ExtractedDocument(
                "application/pdf",
                metadata,
                pages,
                sometimes(),
                lines,
                words,
                random.nextBoolean() ? List.of() : List.of(1, 40_000),
                random.nextBoolean(),
                sometimes(),
                List.of(new ExtractedDocument.Part("a/" + text(1), null, sometimes())),
                List.of(text(8)));
    }

    private @Nullable String sometimes() {
        return random.nextBoolean() ? null : text(12);
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(List.of("école ", "Straße\n", "школа ", "学校", "🏫 ", "<p class=\"a\">", "word")
                    .get(random.nextInt(7)));
            text.append(Integer.toString(random.nextInt(10_000), 36)).append(' ');
        }
        return text.toString();
    }
}
