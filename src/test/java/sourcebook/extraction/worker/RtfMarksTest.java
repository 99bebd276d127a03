package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signs of structure in RTF: where they come to stand, and that nothing else changes, whatever the file holds.
class RtfMarksTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "\\par ",
        "\\pard",
        "\\intbl",
        "\\cell",
        "\\row",
        "\\s1 ",
        "\\outlinelevel0",
        "{\\stylesheet",
        "\\*",
        "{\\pict",
        "\\bin3 a{",
        "\\bin",
        "\\'e4",
        "\\\\",
        "\\{",
        "\\",
        "words ",
        "heading 1;",
        "\\u228?",
        "\\u-10179 ",
        "\n",
        "\\outlinelevel99999999999",
        "\\verylongcontrolwordthatnobodyeverhadanyuseforatall1 ",
        "\u0000\u00ff"
    };

    private static String marked(String rtf) throws IOException {
        var out = new ByteArrayOutputStream();
        RtfMarks.copy(
                new ByteArrayInputStream(rtf.getBytes(StandardCharsets.ISO_8859_1)),
                out,
                new Progress(new DataOutputStream(OutputStream.nullOutputStream())));
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /// With letters for the signs: C, R, T for the ends of a cell, a row, a paragraph in a table, digits for headings.
    private static String readable(String marked) {
        String text = marked.replace("{\\uc1\\u" + (short) RtfMarks.ROW_END + "?\\par}", "<R>")
                .replace("{\\uc1\\u" + (short) RtfMarks.CELL_END + "?}", "<C>")
                .replace("{\\uc1\\u" + (short) RtfMarks.IN_TABLE + "?}", "<T>");
        for (int level = 1; level <= RtfMarks.MOST_LEVELS; level++) {
            text = text.replace("{\\uc1\\u" + (short) (RtfMarks.HEADING + level - 1) + "?}", "<" + level + ">");
        }
        return text;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\rtf1 a\\par}|{\\rtf1 a\\par}",
                "{\\rtf1{\\pard\\outlinelevel1 a\\par}b\\par}|{\\rtf1{\\pard\\outlinelevel1 a<2>\\par}b\\par}",
                "{\\rtf1{\\stylesheet{\\s7\\b heading 3;}}\\s7 a\\par\\pard b\\par}|"
                        + "{\\rtf1{\\stylesheet{\\s7\\b heading 3;}}\\s7 a<3>\\par\\pard b\\par}",
                "{\\rtf1{\\stylesheet{\\s7\\outlinelevel0 Kop 1;}}\\s7 a\\par}|"
                        + "{\\rtf1{\\stylesheet{\\s7\\outlinelevel0 Kop 1;}}\\s7 a<1>\\par}",
                "{\\rtf1\\outlinelevel9 a\\par}|{\\rtf1\\outlinelevel9 a\\par}",
                "\\intbl a\\par b\\cell\\row\\pard c\\par|\\intbl a<T>\\par b<C>\\cell<R>\\row\\pard c\\par",
                "{\\header\\intbl a\\cell\\row}{\\*\\x b\\cell}c|{\\header\\intbl a\\cell\\row}{\\*\\x b\\cell}c",
                "\\bin6 \\cell }\\cell|\\bin6 \\cell }<C>\\cell"
            })
    void endsAreMarked(String rtf, String expected) throws IOException {
        assertThat(readable(marked(rtf))).isEqualTo(expected);
    }

    @Test
    void nothingElseIsChanged() throws IOException {
        long seed = Long.getLong("sourcebook.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder rtf = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                rtf.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String left = readable(marked(rtf.toString())).replaceAll("<[CRT1-6]>", "");
            assertThat(left).as("seed %d, round %d", seed, round).isEqualTo(rtf.toString());
        }
    }

    @Test
    void deepNestingIsCopied() throws IOException {
        String deep = "{".repeat(100_000) + "a" + "}".repeat(100_000) + "\\cell";
        assertThat(readable(marked(deep))).isEqualTo(deep.replace("\\cell", "<C>\\cell"));
    }

    @Test
    void signsBecomeHeadingsAndTablesAndTheRestStays() {
        String html = "<p>First" + RtfMarks.HEADING + "</p><p>one" + RtfMarks.IN_TABLE + "</p><p><b>more</b>"
                + RtfMarks.CELL_END + "</p><p>two" + RtfMarks.CELL_END + "</p><p>" + RtfMarks.ROW_END
                + "</p><p>three" + RtfMarks.CELL_END + "</p><p>" + RtfMarks.CELL_END + "</p><p>" + RtfMarks.ROW_END
                + "</p><img src=\"pictures/1\">bare \uE001<p>Last</p>";
        assertThat(RtfStructure.of(html))
                .isEqualTo(
                        "<h1>First</h1><table><tr><td><p>one</p><p><b>more</b></p></td><td><p>two</p></td></tr>"
                                + "<tr><td><p>three</p></td><td></td></tr></table><img src=\"pictures/1\"><p>bare \uE001</p><p>Last</p>");
    }
}
