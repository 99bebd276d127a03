package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.search.Hit;
import sourcebook.search.Layer;

/// Marks lie where the words were drawn, on real archives with real workers.
class MarksTest {
    private static final double NEAR = 0.002; // of the page: a point

    @TempDir
    private Path folder;

    @Test
    void aPhraseIsMarkedOverLineEndsHyphensAndColumns() throws Exception {
        try (var drawn = new DrawnPdf()) {
            PDPage page = drawn.page(PDRectangle.A4);
            drawn.line(page, 60, 760, "Nurses", "were", "sent", "for", "train-");
            drawn.line(page, 60, 744, "ing", "abroad,", "and", "they", "wrote");
            drawn.line(page, 320, 760, "home", "every", "single", "month");
            drawn.line(page, 320, 744, "until", "spring.");
            drawn.save(folder.resolve("columns.pdf"));
            try (var archive = new ReadingArchive(folder).read()) {
                CataloguedDocument document = archive.document("columns.pdf");
                expect(archive.marks(document, 1, "training"), drawn, List.of("train-"), List.of("ing"));
                expect(
                        archive.marks(document, 1, "\"for training abroad\""),
                        drawn,
                        List.of("for", "train-"),
                        List.of("ing", "abroad,"));
                expect(
                        archive.marks(document, 1, "\"they wrote home every\""),
                        drawn,
                        List.of("they", "wrote"),
                        List.of("home", "every"));
                expect(archive.marks(document, 1, "were"), drawn, List.of("were"));
            }
        }
    }

    @Test
    void aPhraseOverTheEndOfAPageIsMarkedOnBothAndRunningHeadsAreNotTheText() throws Exception {
        try (var drawn = new DrawnPdf()) {
            for (int number = 1; number <= 4; number++) {
                PDPage page = drawn.page(PDRectangle.A4);
                drawn.line(page, 60, 800, "Annual", "Report");
                if (number == 3) {
                    drawn.line(page, 60, 780, "teapot", "was", "found");
                }
                drawn.prose(page, 60, 760, 20, number);
                if (number == 2) {
                    drawn.line(page, 60, 300, "the", "silver");
                }
                drawn.line(page, 280, 40, String.valueOf(number + 16));
            }
            drawn.save(folder.resolve("book.pdf"));
            try (var archive = new ReadingArchive(folder).read()) {
                CataloguedDocument document = archive.document("book.pdf");
                assertThat(archive.text(document)).doesNotContain("Report\nbridge");
                List<MarkedHit> first = archive.marks(document, 2, "\"silver teapot\"");
                List<MarkedHit> second = archive.marks(document, 3, "\"silver teapot\"");
                expect(first, drawn, List.of("silver"));
                expect(second, drawn, List.of("teapot"));
                assertThat(first.getFirst().index())
                        .isEqualTo(second.getFirst().index())
                        .isZero();
                PageLayout layout = ReadingArchive.given(archive.reader.layout(document, 3));
                assertThat(layout.words().stream()
                                .filter(word -> !word.inText())
                                .map(PlacedWord::text))
                        .containsExactlyInAnyOrder("Annual", "Report", "19");
                for (PlacedWord word : layout.words()) {
                    if (word.inText()) {
                        assertThat(archive.text(document).substring(word.start(), word.end()))
                                .isEqualTo(word.text());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void turnedAndCroppedPagesAreMarkedAsTheyAreShown(int rotation) throws Exception {
        try (var drawn = new DrawnPdf()) {
            PDPage page = drawn.page(new PDRectangle(-20, 30, 700, 900));
            page.setCropBox(new PDRectangle(40, 100, 500, 700));
            page.setRotation(rotation);
            drawn.line(page, 30, 450, "Silver", "teapots", "and", "copper", "kettles");
            drawn.prose(page, 30, 400, 12, 3);
            drawn.save(folder.resolve("turned.pdf"));
            try (var archive = new ReadingArchive(folder).read()) {
                CataloguedDocument document = archive.document("turned.pdf");
                expect(archive.marks(document, 1, "\"teapots and\""), drawn, List.of("teapots", "and"));
                PageLayout layout = ReadingArchive.given(archive.reader.layout(document, 1));
                assertThat(layout.width()).isEqualTo(rotation % 180 == 0 ? 500 : 700);
                assertThat(layout.words().getFirst().angle()).isZero();
            }
        }
    }

    @Test
    void wordsFromTheRightAreMarkedWhereTheyStand() throws Exception {
        try (var drawn = new DrawnPdf()) {
            PDPage page = drawn.page(PDRectangle.A4);
            drawn.line(page, 200, 700, "עולם", "שלום");
            drawn.line(page, 200, 680, "בירושלים", "גדול", "בית", "ראיתי");
            drawn.prose(page, 60, 600, 12, 2);
            drawn.save(folder.resolve("hebrew.pdf"));
            try (var archive = new ReadingArchive(folder).read()) {
                CataloguedDocument document = archive.document("hebrew.pdf");
                assertThat(archive.text(document)).contains("שלום עולם");
                expect(archive.marks(document, 1, "\"בית גדול\""), drawn, List.of("גדול", "בית"));
                expect(archive.marks(document, 1, "שלום"), drawn, List.of("שלום"));
            }
        }
    }

    @Test
    void aScanIsMarkedByItsRecognisedWords() throws Exception {
        Path original = folder.resolveSibling(folder.getFileName() + "-original.pdf");
        try (var drawn = new DrawnPdf()) {
            PDPage page = drawn.page(PDRectangle.A4);
            drawn.line(page, 80, 740, "The", "silver", "teapots", "of", "the", "harbour", "master");
            drawn.prose(page, 80, 700, 16, 5);
            drawn.save(original);
            ScannedCopy.make(original, folder.resolve("scan.pdf"), 200);
            try (var archive = new ReadingArchive(folder).read()) {
                CataloguedDocument document = archive.document("scan.pdf");
                assertThat(document.textFromOcr()).isTrue();
                expect(archive.marks(document, 1, "\"silver teapots\""), drawn, List.of("silver", "teapots"));
            }
        } finally {
            java.nio.file.Files.deleteIfExists(original);
        }
    }

    /// One hit, whose boxes cover these words each: its ends at theirs, and from the base line to the
    /// height of an x.
    @SafeVarargs
    private static void expect(List<MarkedHit> hits, DrawnPdf drawn, List<String>... lines) throws IOException {
        assertThat(hits).hasSize(1);
        List<Box> boxes = hits.getFirst().boxes();
        assertThat(boxes).as("%s", hits).hasSize(lines.length);
        for (int i = 0; i < lines.length; i++) {
            Box words = drawn.place(lines[i].getFirst());
            for (String word : lines[i]) {
                words = words.with(drawn.place(word));
            }
            Box box = boxes.get(i);
            boolean across = words.width() > words.height();
            double start = across ? Math.abs(box.x() - words.x()) : Math.abs(box.y() - words.y());
            double end = across ? Math.abs(box.right() - words.right()) : Math.abs(box.bottom() - words.bottom());
            assertThat(Math.max(start, end))
                    .as("%s for %s", box, words)
                    .isLessThan(endsAtComma(lines[i]) ? 0.01 : NEAR * 2);
            Box both = box.with(words);
            assertThat(across ? both.height() - box.height() : both.width() - box.width())
                    .as("%s for %s", box, words)
                    .isLessThan(NEAR);
        }
    }

    /// Signs at the ends of a line's words are not part of a hit.
    private static boolean endsAtComma(List<String> words) {
        return words.stream().anyMatch(word -> word.endsWith(",") || word.endsWith("-"));
    }

    @Test
    void hitsInRunningHeadsAreMarkedOnEachPageTheyStandOn() throws Exception {
        int pages = 6;
        try (var drawn = new DrawnPdf()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = drawn.page(PDRectangle.A4);
                drawn.line(page, 60, 810, "Annals", "of", "the", "Copper", "Council");
                drawn.prose(page, 60, 740, 30, number);
            }
            drawn.save(folder.resolve("annals.pdf"));
        }
        try (var archive = new ReadingArchive(folder).read()) {
            CataloguedDocument document = archive.document("annals.pdf");
            String query = "in:furniture \"copper council\"";
            List<Hit> hits = archive.hits(document, query);
            assertThat(hits).hasSizeGreaterThanOrEqualTo(pages - 1).allMatch(hit -> hit.layer() == Layer.FURNITURE);
            Set<Integer> told = new HashSet<>();
            for (int page = 1; page <= pages; page++) {
                List<MarkedHit> marked = archive.marks(document, page, query);
                if (hits.size() < pages && marked.isEmpty()) {
                    continue; // there the head is part of the text
                }
                assertThat(marked).as("page %d", page).hasSize(1);
                assertThat(marked.getFirst().boxes()).hasSize(1);
                Box box = marked.getFirst().boxes().getFirst();
                assertThat(box.y()).isBetween(0.0, 0.06);
                assertThat(box.x()).isGreaterThan(0.2);
                told.add(marked.getFirst().index());
            }
            assertThat(told).hasSize(hits.size());
        }
    }
}
