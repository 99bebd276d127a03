package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Evidenced;

/// Who wrote a web page: what its data state, against whom it names.
final class PageCreatorsTest {
    private static final String SITE =
            "<meta name='author' content='The Fjord Herald'><meta property='og:site_name' content='The Fjord Herald'>";

    private final Describer describer = new Describer();

    private List<String> creators(String head, String byline) {
        return describer.describe(Documents.page(Documents.article(head, byline))).record().creators().stream()
                .map(Evidenced::value)
                .toList();
    }

    @Test
    void whoIsNamedOnThePageGoesBeforeASiteThatStatesItself() {
        assertEquals(List.of("Ida Berg"), creators(SITE, "<p>By Ida Berg</p>"));
        assertEquals(List.of("Ida Berg"), creators(SITE, "<p><a href='/author/ida/'>Ida Berg</a> 3 May 2011</p>"));
        assertEquals(List.of("The Fjord Herald"), creators(SITE, ""));
    }

    @Test
    void namesOfALabelledCardAndWithoutHandles() {
        assertEquals(
                List.of("Ida Berg"),
                creators(
                        "<meta name='twitter:label1' content='Geschrieben von'><meta name='twitter:data1' content='Ida Berg @idab'>",
                        ""));
    }

    @Test
    void oneNameIsEnoughAfterAVerbOrATime() {
        assertEquals(List.of("rasmus"), creators("", "<p>Gespeichert von rasmus am 24. Juli 2017 - 18:55</p>"));
        assertEquals(List.of("Olga"), creators("", "<p>06.11.2013 13:30 von Olga</p>"));
        assertEquals(List.of("marit_k"), creators("", "<p>Posted by marit_k on 3 May 2011</p>"));
    }

    @Test
    void wordsAroundANameAreNoPartOfIt() {
        assertEquals(List.of("Ida Berg"), creators("<meta name='author' content='Recipe by Ida Berg'>", ""));
        assertEquals(
                List.of("Ida Berg"), creators("<meta name='author' content='Zeige alle Beiträge von Ida Berg →'>", ""));
        assertEquals(List.of(), creators("<meta name='author' content='publisher'>", ""));
    }

    @Test
    void aWordBeforeANameIsNone() {
        assertEquals(List.of(), creators("", "<div class='author'><span>Por</span></div>"));
    }
}
