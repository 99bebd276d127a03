package sourcebook.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CitationExportTest {
    private static final Passage PASSAGE = new Passage("the study tour ended\nat the party school", 120, 160, 3, 4);

    private final CitationExport export = new CitationExport();
    private final Citation report =
            Samples.citation(1, Samples.report(), "reports/study-tours.pdf", PASSAGE, "Compare 2016.\nAsk A.");
    private final Citation page = Samples.citation(
            2,
            Samples.record(
                    "How a party school was built",
                    List.of("Editorial desk"),
                    "2019-02",
                    "The Lakeside Post",
                    "https://example.org/a?b=1",
                    "web page"),
            "news/school.html",
            new Passage("a school", 3, 11, 1, 1),
            "");

    @Test
    void bibTexOfAReport() {
        assertEquals("""
                @techreport{kimani2014study,
                  title = {{Study tours and party schools: a review}},
                  author = {Kimani, Amina W. and van den Berg, Lars},
                  institution = {Institute for Public Training},
                  year = {2014},
                  month = mar,
                  day = {9},
                  pages = {3--4},
                  url = {https://example.org/reports/study_tours?id=7&v=2},
                  language = {en},
                  note = {pp. 3–4: “the study tour ended at the party school”
                    Compare 2016.
                    Ask A.}
                }
                """, export.export(List.of(report), ExportFormat.BIBTEX));
    }

    @Test
    void risOfAReport() {
        assertEquals("""
                TY  - RPRT
                ID  - kimani2014study
                TI  - Study tours and party schools: a review
                AU  - Kimani, Amina W.
                AU  - van den Berg, Lars
                PB  - Institute for Public Training
                PY  - 2014
                DA  - 2014/03/09/
                SP  - 3
                EP  - 4
                UR  - https://example.org/reports/study_tours?id=7&v=2
                LA  - en
                N1  - pp. 3–4: “the study tour ended at the party school”
                N1  - Compare 2016.
                N1  - Ask A.
                ER  -\s
                """.replace("\n", "\r\n"), export.export(List.of(report), ExportFormat.RIS));
    }

    @Test
    void chicagoOfTwo() {
        assertEquals("""
                Editorial desk. 2019. “How a Party School Was Built.” The Lakeside Post, February. https://example.org/a?b=1.

                Kimani, Amina W., and Lars van den Berg. 2014. Study Tours and Party Schools: A Review. Institute for \
                Public Training. https://example.org/reports/study_tours?id=7&v=2.

                Passages and notes

                “the study tour ended at the party school” (Kimani and van den Berg 2014, 3–4)
                    Compare 2016.
                    Ask A.

                “a school” (Editorial desk 2019)

                """, export.export(List.of(report, page), ExportFormat.CHICAGO));
    }

    @Test
    void inTextCitationsNameThePage() {
        assertEquals("(Kimani and van den Berg 2014, 3–4)", export.inText(report, ExportFormat.CHICAGO));
        assertEquals("(Kimani & van den Berg, 2014, pp. 3–4)", export.inText(report, ExportFormat.APA));
        assertEquals("(Kimani and van den Berg 3–4)", export.inText(report, ExportFormat.MLA));
        assertEquals("(Editorial desk)", export.inText(page, ExportFormat.MLA));
        assertThrows(IllegalArgumentException.class, () -> export.inText(report, ExportFormat.RIS));
    }

    @Test
    void aPageThatSomebodyPutInCountsInEveryFormat() {
        Passage known = new Passage("a school", 3, 11, 7, 7);
        Citation put = new Citation(2, page.document(), 1, known, "", page.work(), page.created(), page.changed());
        assertEquals("7", put.locator());
        assertEquals("p. 7", put.pagesInWords());
        assertEquals("(Editorial desk 7)", export.inText(put, ExportFormat.MLA));
        assertEquals(null, page.locator());
        assertEquals("3–4", report.locator());
    }

    @Test
    void oneEntryForTheClipboard() {
        assertEquals(
                "Kimani, A. W., & van den Berg, L. (2014). Study tours and party schools: a review. Institute for Public"
                        + " Training. https://example.org/reports/study_tours?id=7&v=2",
                export.formatted(report, ExportFormat.APA, false));
        assertEquals(
                "Kimani, Amina W., and Lars van den Berg. Study Tours and Party Schools: A Review. Institute for Public"
                        + " Training, 9 Mar. 2014, https://example.org/reports/study_tours?id=7&v=2.",
                export.formatted(report, ExportFormat.MLA, false));
        String html = export.formatted(report, ExportFormat.MLA, true);
        assertTrue(html.startsWith("<div class=\"csl-entry\">Kimani, Amina W.") && html.endsWith("</div>"), html);
        assertEquals(
                export.export(List.of(report), ExportFormat.RIS), export.formatted(report, ExportFormat.RIS, false));
    }

    @Test
    void aWorkIsOneEntryWithAllThatWasCitedOfIt() {
        Citation again = new Citation(
                9,
                report.document(),
                1,
                new Passage("exchange", 500, 508, 7, 7),
                "",
                CitedWork.of(Samples.report().withTitle(Samples.told("Put right")), "b.pdf"),
                report.created().plusSeconds(60),
                report.created().plusSeconds(60));

        String bibTex = export.export(List.of(report, again), ExportFormat.BIBTEX);

        assertEquals(1, bibTex.split("@techreport", -1).length - 1);
        assertTrue(bibTex.contains("title = {{Put right}}"), bibTex);
        assertTrue(bibTex.contains("pages = {3--4, 7}"), bibTex);
        assertTrue(bibTex.contains("p. 7: “exchange”"), bibTex);
    }

    @Test
    void equalInTextCitationsAreToldApart() {
        Citation first =
                Samples.citation(1, Samples.record("Beta", List.of("Kimani, Amina"), "2014", "X", null, "report"));
        Citation second =
                Samples.citation(2, Samples.record("Alpha", List.of("Kimani, Amina"), "2014", "X", null, "report"));
        Citation other =
                Samples.citation(3, Samples.record("Gamma", List.of("Berg, Lars"), "2014", "X", null, "report"));
        List<Citation> all = List.of(noted(first), noted(second), noted(other));

        String chicago = export.export(all, ExportFormat.CHICAGO);
        assertTrue(chicago.contains("Kimani, Amina. 2014a. Alpha."), chicago);
        assertTrue(chicago.contains("Kimani, Amina. 2014b. Beta."), chicago);
        assertTrue(chicago.contains("(Kimani 2014b)\n    n1"), chicago);
        assertTrue(chicago.contains("Berg, Lars. 2014. Gamma."), chicago);
        String apa = export.export(all, ExportFormat.APA);
        assertTrue(apa.contains("Kimani, A. (2014a). Alpha."), apa);
        String mla = export.export(all, ExportFormat.MLA);
        assertTrue(mla.contains("(Kimani, Beta)") && mla.contains("(Berg)"), mla);
    }

    private static Citation noted(Citation citation) {
        return new Citation(
                citation.id(),
                citation.document(),
                1,
                null,
                "n" + citation.id(),
                citation.work(),
                citation.created(),
                citation.changed());
    }

    @Test
    void lettersStandInTheBibliography() {
        Citation letter = Samples.citation(
                1, Samples.record("Re: your visit", List.of("Kimani, Amina"), "1999-06-01", null, null, "letter"));
        for (ExportFormat style : List.of(ExportFormat.CHICAGO, ExportFormat.APA, ExportFormat.MLA)) {
            assertTrue(export.formatted(letter, style, false).startsWith("Kimani, A"), style.key());
        }
        assertTrue(export.export(List.of(letter), ExportFormat.CSL_JSON).contains("personal_communication"));
    }

    @Test
    void keysAreUniqueAndReadable() {
        List<Citation> alike = List.of(
                Samples.citation(1, Samples.report()),
                Samples.citation(2, Samples.report()),
                Samples.citation(3, Samples.record("党校的历史", List.of("张伟"), null, null, null, null)),
                Samples.citation(
                        4, Samples.record("L’école des cadres", List.of("Émile Zélande"), "2003", null, null, null)),
                Samples.citation(5, Samples.record("!?", List.of(), null, null, null, null)));

        List<String> keys = Reference.of(alike).stream().map(Reference::key).toList();

        assertEquals(
                List.of("kimani2014study", "kimani2014study-2", "zhangnddang", "zelande2003ecole", "source"), keys);
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anEmptyListIsAnEmptyExport(ExportFormat format) {
        assertEquals(
                format == ExportFormat.CSL_JSON ? "[ ]" : "",
                export.export(List.of(), format).strip());
    }

    @Test
    void formatsAreFoundByKey() {
        for (ExportFormat format : ExportFormat.values()) {
            assertEquals(Optional.of(format), ExportFormat.ofKey(format.key().toUpperCase(Locale.ROOT)));
            assertFalse(format.label().isBlank());
        }
        assertEquals(Optional.empty(), ExportFormat.ofKey("word"));
    }
}
