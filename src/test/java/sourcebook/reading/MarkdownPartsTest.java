package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Look;
import sourcebook.reading.CleanPage.Part;

/// Markdown as nobody writes it by hand is read to its end, too.
class MarkdownPartsTest {
    private static final int LONG = 20_000; // characters, or more

    private static List<Part> parts(String text) {
        return MarkdownParts.of(DocumentText.of(text));
    }

    private static String words(String text, Part part) {
        return text.substring(part.start(), part.end());
    }

    private static List<String> looks(String text, Look look) {
        return parts(text).stream()
                .flatMap(part -> part.written().stream())
                .filter(written -> written.look() == look)
                .map(written -> text.substring(written.start(), written.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-", "*", "_", "- ", "* ", "_ \t", "* * *  ", "|-", "-|", "=", "#", "`", "~", ">", " ", "\t"})
    void aLongLineOfSignsHoldsNothingUp(String signs) {
        String line = signs.repeat(LONG);
        String text = "first words\n\n" + line + "\n\nlast words";
        List<Part> parts = parts(text);
        assertThat(words(text, parts.getFirst())).isEqualTo("first words");
        assertThat(words(text, parts.getLast())).endsWith("last words");
        assertThat(parts("a | b\n" + line + "|\nc | d")).isNotEmpty();
        assertThat(parts("# " + line + "x")).isNotEmpty();
        assertThat(parts("- " + line + "x")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**a ",
                "__b\n",
                "*a ",
                "_b\n",
                "<http://a",
                "`a",
                "``a` ",
                "[a",
                "[a](b ",
                "![",
                "\\",
                " ",
                "a  "
            })
    void aLongParagraphOfSignsIsOnePart(String signs) {
        for (int length : List.of(7_900, LONG)) {
            String text = "first words " + signs.repeat(length / signs.length()) + " last words";
            List<Part> parts = parts(text);
            assertThat(parts).hasSize(1);
            assertThat(words(text, parts.getFirst())).isEqualTo(text);
        }
    }

    @Test
    void rulesAreNotShown() {
        assertThat(parts("- - -\n\n***\n\n_ _ _\t_\n\n   ---")).isEmpty();
        assertThat(parts("- -")).hasSize(1);
    }

    @Test
    void closingSignsOfAHeadingAreNotOfIt() {
        for (String heading : List.of("# fee", "# fee ##", "#\t fee\t#  ", "# fee  ")) {
            assertThat(parts(heading)).hasSize(1).allSatisfy(part -> {
                assertThat(part.kind()).isEqualTo(Kind.HEADING);
                assertThat(words(heading, part)).isEqualTo("fee");
            });
        }
        String sharp = "# fee# ";
        assertThat(words(sharp, parts(sharp).getFirst())).isEqualTo("fee#");
        String only = "# ##";
        assertThat(words(only, parts(only).getFirst())).isEqualTo("##");
    }

    @Test
    void tablesAreTold() {
        assertThat(parts("a | b\n:-- | --:\nc | d"))
                .extracting(Part::kind)
                .containsExactly(Kind.HEAD, Kind.HEAD, Kind.CELL, Kind.CELL);
        assertThat(parts("|a|b|\n|-|-|\n|c|d|")).hasSize(4);
        assertThat(parts("a | b\n:-- | x\nc | d")).hasSize(1);
    }

    @Test
    void wordsAreInBoldEmphasisedLinkedAndCode() {
        String text = "The **fee of *twelve* crowns** is _high_ in ``a `b` c``, [see](https://example.org \"x\") "
                + "and <https://example.org/fee>  \nbelow.";
        assertThat(looks(text, Look.STRONG)).containsExactly("fee of *twelve* crowns");
        assertThat(looks(text, Look.EMPHASIS)).containsExactly("twelve", "high");
        assertThat(looks(text, Look.LINE_END)).containsExactly("\n");
        assertThat(looks(text, Look.SIGN))
                .contains("**", "*", "_", "[", "](https://example.org \"x\")", "<", ">", "  ");
    }
}
