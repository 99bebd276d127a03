package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.PageWords.Word;

/// The engine's table becomes text with places that hold.
class RecognisedTextTest {
    private static final String HEADING =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

    private static String page(int number) {
        return "1\t%d\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t".formatted(number);
    }

    private static String word(int page, int paragraph, int line, int left, int width, double confidence, String text) {
        return "5\t%d\t1\t%d\t%d\t1\t%d\t%d\t%d\t40\t%f\t%s"
                .formatted(page, paragraph, line, left, 100 * line, width, confidence, text);
    }

    @Test
    void linesParagraphsAndPagesAreKept() {
        List<String> table = new ArrayList<>(List.of(HEADING, page(1)));
        table.add(word(1, 1, 1, 10, 90, 96.4, "One"));
        table.add(word(1, 1, 1, 120, 90, 90, "line,"));
        table.add(word(1, 1, 2, 10, 90, 90, "an-"));
        table.add(word(1, 1, 3, 10, 90, -1, " "));
        table.add(word(1, 2, 1, 10, 90, 30, "Next\u0000"));
        table.add(page(2));
        List<RecognisedText> pages = RecognisedText.pages(table);
        assertThat(pages).hasSize(2);
        RecognisedText first = pages.getFirst();
        assertThat(first.text()).isEqualTo("One line,\nan-\n\nNext");
        assertThat(first.words())
                .extracting(word -> first.text().substring(word.start(), word.end()))
                .containsExactly("One", "line,", "an-", "Next");
        assertThat(first.words().getFirst()).isEqualTo(new Word(0, 3, 10, 100, 90, 40, 96));
        assertThat(first.confidence()).isBetween(73f, 76f);
        assertThat(pages.get(1).text()).isEmpty();
        assertThat(pages.get(1).words()).isEmpty();
    }

    @Test
    void scriptsWithoutSpacesGetNone() {
        List<String> table = List.of(
                HEADING,
                page(1),
                word(1, 1, 1, 0, 80, 90, "档案"),
                word(1, 1, 1, 82, 40, 90, "馆"),
                word(1, 1, 1, 124, 20, 90, "，"),
                word(1, 1, 1, 200, 40, 90, "书"),
                word(1, 1, 1, 245, 80, 90, "1962"),
                word(1, 1, 1, 330, 40, 90, "年"));
        assertThat(RecognisedText.pages(table).getFirst().text()).isEqualTo("档案馆， 书 1962 年");
    }
}
