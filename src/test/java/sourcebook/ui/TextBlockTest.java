package sourcebook.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentText;

class TextBlockTest {
    @Test
    void blocksAreTheWholeTextInOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            DocumentText text = text(random);
            StringBuilder joined = new StringBuilder();
            int at = 0;
            for (TextBlock block : TextBlock.of(text)) {
                assertEquals(at, block.start(), "seed " + seed);
                String part = text.text().substring(block.start(), block.end());
                assertFalse(
                        !part.isEmpty() && Character.isLowSurrogate(part.charAt(0)),
                        "a character is cut, seed " + seed);
                joined.append(part);
                at = block.end();
            }
            assertEquals(text.text(), joined.toString(), "seed " + seed);
        }
    }

    @Test
    void everyPageHasABlockEvenAnEmptyOne() {
        DocumentText text = new DocumentText("one\ntwo", 0, List.of(0, 4, 4), "");
        assertEquals(
                List.of(1, 2, 3),
                TextBlock.of(text).stream().map(TextBlock::page).toList());
    }

    @Test
    void linesBrokenAtAWidthAreTold() {
        String line = "the committee met in the spring and agreed that each side would name a";
        assertTrue(TextBlock.brokenLines((line + "\n").repeat(30)));
        assertTrue(TextBlock.brokenLines((line.substring(0, 30) + "\n").repeat(9) + (line + "\n").repeat(9)));
        assertFalse(TextBlock.brokenLines((line.repeat(4) + "\n").repeat(30)));
        assertFalse(TextBlock.brokenLines((line + ".\n").repeat(30)));
        assertFalse(TextBlock.brokenLines("a short letter\nof three lines\nand no more"));
    }

    private static DocumentText text(Random random) {
        StringBuilder text = new StringBuilder();
        List<Integer> pages = new ArrayList<>(List.of(0));
        String[] pieces = {"word", " ", "\n", "\n\n", "𝔘𝔫", "x".repeat(3000)};
        int length = random.nextInt(400);
        for (int i = 0; i < length; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
            if (random.nextInt(20) == 0) {
                pages.add(text.length());
            }
        }
        return new DocumentText(text.toString(), 0, pages, "");
    }
}
