package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.PageWords;
import sourcebook.extraction.PlacedText;
import sourcebook.extraction.PlacedText.Glyph;
import sourcebook.search.Hit;
import sourcebook.search.Layer;

/// What of a line is marked, down to the character.
class HitBoxesTest {
    private static final float WIDTH = 0.02f;
    private static final float HEIGHT = 0.015f;

    /// A page whose characters all have the same width, lines below each other, blanks included.
    private static PageLayout page(String text, String kept, int start) {
        List<Glyph> glyphs = new ArrayList<>();
        float x = 0.1f;
        float y = 0.1f;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                x = 0.1f;
                y += 0.03f;
            } else {
                if (text.charAt(i) != ' ') {
                    glyphs.add(new Glyph(i, i + 1, x, y, WIDTH, HEIGHT, 0));
                }
                x += WIDTH;
            }
        }
        return layout(new PlacedText(text, glyphs), kept, start);
    }

    private static PageLayout layout(PlacedText placed, String kept, int start) {
        return new PageLayout(
                1,
                600,
                800,
                start,
                start + kept.length(),
                PlacedWords.of(placed, Alignment.of(placed.text(), kept), start));
    }

    private static List<Box> boxes(PageLayout page, int start, int end) {
        List<MarkedHit> marked = HitBoxes.of(page, List.of(new Hit(start, end, 1)));
        assertThat(marked).hasSize(1);
        return marked.getFirst().boxes();
    }

    private static void expect(Box box, int from, int to, int line) {
        assertThat(box.x()).isCloseTo(0.1 + WIDTH * from, within(1e-4));
        assertThat(box.right()).isCloseTo(0.1 + WIDTH * to, within(1e-4));
        assertThat(box.y()).isCloseTo(0.1 + 0.03 * line, within(1e-4));
        assertThat(box.height()).isCloseTo(HEIGHT, within(1e-4));
    }

    @Test
    void aPhraseIsOneRectangleInALineAndOneInEachFurther() {
        PageLayout page = page("the old harbour\nof the town", "the old harbour\nof the town", 0);
        List<Box> inLine = boxes(page, 4, 15);
        assertThat(inLine).hasSize(1);
        expect(inLine.getFirst(), 4, 15, 0);
        List<Box> over = boxes(page, 8, 22);
        assertThat(over).hasSize(2);
        expect(over.get(0), 8, 15, 0);
        expect(over.get(1), 0, 6, 1);
    }

    @Test
    void partsOfWrittenRunsAreMarkedByTheCharacter() {
        PageLayout page = page("我们学习历史和文学。", "我们学习历史和文学。", 100);
        List<Box> boxes = boxes(page, 104, 106);
        assertThat(boxes).hasSize(1);
        expect(boxes.getFirst(), 4, 6, 0);
    }

    @Test
    void signsAroundAWordAreNotMarked() {
        List<Box> boxes = boxes(page("so (harbour),", "so (harbour),", 0), 4, 11);
        assertThat(boxes).hasSize(1);
        expect(boxes.getFirst(), 4, 11, 0);
    }

    @Test
    void whatStandsBetweenTwoWordsOfAHitIsLeftOut() {
        // as a line from right to left in which a number stands between the words that are read one after the other
        List<Glyph> glyphs = List.of(
                new Glyph(0, 3, 0.5f, 0.1f, 0.06f, HEIGHT, 0),
                new Glyph(4, 7, 0.3f, 0.1f, 0.06f, HEIGHT, 0),
                new Glyph(8, 11, 0.4f, 0.1f, 0.06f, HEIGHT, 0));
        PageLayout page = layout(new PlacedText("aaa bbb ccc", glyphs), "aaa bbb ccc", 0);
        List<Box> boxes = boxes(page, 0, 7);
        assertThat(boxes).hasSize(2);
        assertThat(boxes.get(0).right()).isLessThan(0.4);
        assertThat(boxes.get(1).x()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void charactersOfAWordThatStandApartAreMarkedApart() {
        // a line of contents whose number in the margin is drawn last, without a blank
        List<Glyph> glyphs = List.of(
                new Glyph(0, 4, 0.2f, 0.1f, 0.08f, HEIGHT, 0),
                new Glyph(5, 8, 0.3f, 0.1f, 0.06f, HEIGHT, 0),
                new Glyph(8, 9, 0.1f, 0.1f, 0.02f, HEIGHT, 0));
        PageLayout page = layout(new PlacedText("some end5", glyphs), "some end5", 0);
        List<Box> boxes = boxes(page, 5, 9);
        assertThat(boxes).hasSize(2);
        assertThat(boxes.getFirst().right()).isLessThan(0.2);
    }

    @Test
    void wordsOfOneLineThatStandAtOtherHeightsAreMarkedEach() {
        List<Glyph> glyphs = List.of(
                new Glyph(0, 3, 0.1f, 0.10f, 0.06f, HEIGHT, 0), new Glyph(4, 7, 0.17f, 0.12f, 0.06f, HEIGHT, 0));
        PageLayout page = layout(new PlacedText("aaa bbb", glyphs), "aaa bbb", 0);
        assertThat(boxes(page, 0, 7)).hasSize(2);
    }

    @Test
    void furnitureAndOtherPagesAreNotMarked() {
        PageLayout page = page("Annual Report\nthe harbour\n12", "the harbour\n", 50);
        assertThat(page.words().stream().filter(PlacedWord::inText).map(PlacedWord::text))
                .containsExactly("the", "harbour");
        assertThat(HitBoxes.of(
                        page,
                        List.of(
                                new Hit(0, 10, 1),
                                new Hit(54, 61, 2),
                                new Hit(70, 80, 3),
                                new Hit(0, 6, 1, Layer.FURNITURE))))
                .singleElement()
                .satisfies(marked -> {
                    assertThat(marked.index()).isEqualTo(1);
                    assertThat(marked.boxes()).hasSize(1);
                });
    }

    @Test
    void ofEqualLinesAroundTheTextOneIsMarkedOnEachPage() {
        int pages = 1_000;
        String text = "Annual Report of the Report Office\nthe harbour";
        List<Hit> hits = new ArrayList<>();
        hits.add(new Hit(0, 3, 1));
        for (int i = 0; i < pages; i++) {
            int line = i * "Annual Report of the Report Office\n".length();
            hits.add(new Hit(line + 7, line + 13, 1, Layer.FURNITURE));
            hits.add(new Hit(line + 21, line + 27, 1, Layer.FURNITURE));
        }
        PageLayout page = page(text, "the harbour", 0);
        String furniture = "Annual Report of the Report Office\n".repeat(pages);
        assertThat(new FurnitureBoxes(page, furniture, pages).of(hits, 1))
                .extracting(MarkedHit::index)
                .containsExactly(1, 2);
        PageLayout last = new PageLayout(pages, 600, 800, 0, 11, page.words());
        assertThat(new FurnitureBoxes(last, furniture, pages).of(hits, 1))
                .extracting(MarkedHit::index)
                .containsExactly(2 * pages - 1, 2 * pages);
    }

    @Test
    void charactersOfARecognisedWordShareItsBoxAsItIsRead() {
        var word = new PageWords.Word(0, 4, 100, 200, 40, 10, 90);
        expectParts(0, word, "word", new Box(0.1, 0.1, 0.01, 0.005), 0);
        expectParts(180, word, "word", new Box(0.13, 0.1, 0.01, 0.005), 180);
        expectParts(0, word, "שלום", new Box(0.13, 0.1, 0.01, 0.005), 0);
        var tall = new PageWords.Word(0, 4, 100, 200, 10, 40, 90);
        expectParts(90, tall, "word", new Box(0.1, 0.115, 0.01, 0.005), 270); // it runs upwards
        expectParts(270, tall, "word", new Box(0.1, 0.1, 0.01, 0.005), 90);
    }

    private static void expectParts(int turned, PageWords.Word word, String text, Box first, int angle) {
        var placed = RecognisedGlyphs.of(new PageWords(1, 1000, 2000, turned, 0, List.of(word)), text);
        assertThat(placed.glyphs()).hasSize(4);
        Glyph glyph = placed.glyphs().getFirst();
        assertThat(glyph.angle()).isEqualTo(angle);
        assertThat((double) glyph.x()).isCloseTo(first.x(), within(1e-5));
        assertThat((double) glyph.y()).isCloseTo(first.y(), within(1e-5));
        assertThat((double) glyph.width()).isCloseTo(first.width(), within(1e-5));
        assertThat((double) glyph.height()).isCloseTo(first.height(), within(1e-5));
    }
}
