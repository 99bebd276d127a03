package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;

final class DescriberTest {
    private final Describer describer = new Describer();

    private static List<String> values(List<Evidenced<String>> values) {
        return values.stream().map(Evidenced::value).toList();
    }

    @Test
    void frontMatterSpeaksForMarkdownAndIsNotPartOfTheBody() {
        Description described = describer.describe(Documents.markdown("""
                ---
                title: "Submission to the minister: grain"
                doc_date: '1962-08-25'
                authors: [A. Smith, B. Jones]
                country: ignored
                ---

                Nairobi, 25 August 1962

                The harvest in Kenya was good.
                """));
        assertEquals("Submission to the minister: grain", described.record().titleText());
        assertEquals("1962-08-25", described.record().date().value().toString());
        assertEquals(List.of("A. Smith", "B. Jones"), values(described.record().creators()));
        assertEquals(List.of("KE"), values(described.record().about()));
        assertTrue(
                described.text().body().strip().startsWith("Nairobi"),
                described.text().body());
    }

    @Test
    void brokenFrontMatterIsText() {
        assertTrue(describer
                .describe(Documents.markdown("---\n: [\n---\nText\n"))
                .text()
                .body()
                .startsWith("---"));
    }

    @Test
    void plainTextKeepsItsLinesAndItsFirstLineIsTheTitle() {
        String text =
                "The price of salt\n\nBy Mary Okoro\n\nLAGOS, Nigeria, March 12 (Reuters) - Salt was dear\nin Nigeria this year, traders in Lagos said.\n";
        Description described = describer.describe(Documents.text(text));
        assertEquals(text, described.text().text());
        assertEquals("The price of salt", described.record().titleText());
        assertEquals("Mary Okoro", described.record().creators().getFirst().value());
        assertEquals(List.of("NG"), values(described.record().about()));
        assertTrue(described.record().about().getFirst().evidence().text().contains("in the dateline"));
        assertEquals("text", described.record().type().value());
    }

    @Test
    void anOutletBehindThePastedTitleIsTheSource() {
        DocumentRecord record = describer
                .describe(Documents.text(
                        "Salt is dear again – Analysis – Eurasia Review\n\nBy\u00A0Mary Okoro\n\nSalt was dear.\n"))
                .record();
        assertEquals("Salt is dear again", record.titleText());
        assertEquals("Eurasia Review", record.sourceText());
        assertEquals(List.of("Mary Okoro"), values(record.creators()));
    }

    @Test
    void aNoteAtTheEndNamesTheAuthor() {
        String body = "Salt is dear\n\nSalt was dear this year, said the men at the harbour of the town.\n\n";
        DocumentRecord record = describer
                .describe(
                        Documents.text(
                                body
                                        + "Mary Okoro is a Fjord Gazette\u00A0correspondent in Lagos. It is reprinted with permission of\u00A0The Fjord Gazette."))
                .record();
        assertEquals(List.of("Mary Okoro"), values(record.creators()));
        assertEquals("The Fjord Gazette", record.custom().get(Reprint.FIELD).value());
        assertEquals(
                List.of(),
                describer
                        .describe(Documents.text(body + "Mary Okoro is a farmer in Lagos."))
                        .record()
                        .creators());
    }

    @Test
    void aDayThatASentenceTellsOfIsLow() {
        var told = describer
                .describe(Documents.text(
                        "On September 24 2014, Fjord Watch observed that salt was dear.\n\nIt still is.\n"))
                .record()
                .date();
        assertEquals(
                "named in a sentence: September 24 2014",
                told.evidence().rule() + ": " + told.evidence().text());
        assertEquals(sourcebook.catalogue.Confidence.LOW, told.evidence().confidence());
        var stated = describer
                .describe(
                        Documents.text(
                                "Salt is dear\n\nOn September 24 2014, Fjord Watch observed that salt was dear.\n\n3 October 2014\n"))
                .record()
                .date();
        assertEquals("2014-10-03", stated.value().toString());
        assertEquals("first lines", stated.evidence().rule());
    }

    @Test
    void pagesAreJoinedAndTheirStartsAreExact() {
        DocumentText text = describer
                .describe(Documents.pdf(Map.of(), List.of("one", "", "three"), List.of()))
                .text();
        assertEquals("one\n\nthree", text.text());
        assertEquals(List.of(0, 4, 5), text.pageStarts());
    }

    @Test
    void aReportIsReadFromItsLayoutAndItsImprint() {
        String first =
                "Research Brief\nWater towers of the plateau\nJune 2011\nSince 2001 the towers have been counted, and the first count ended on 3 March 2004 in the north.\n© 2011 Plateau Water Institute. All rights reserved.\n";
        DocumentRecord record = describer
                .describe(Documents.pdf(
                        Map.of(
                                "dc:title",
                                List.of("Microsoft Word - final_v3.doc"),
                                "dcterms:created",
                                List.of("2015-01-01T00:00:00Z")),
                        List.of(first),
                        List.of(
                                new Material.Line(1, "Research Brief", 30, true, 50, 60),
                                new Material.Line(1, "Water towers of the plateau", 22, true, 50, 120),
                                new Material.Line(1, "June 2011", 12, false, 50, 160),
                                new Material.Line(1, "Since 2001 the towers have been counted", 11, false, 50, 200))))
                .record();
        assertEquals("Water towers of the plateau", record.titleText());
        assertEquals("2011-06", record.date().value().toString());
        assertEquals("Plateau Water Institute", record.sourceText());
        assertEquals("report", record.type().value());
    }

    @Test
    void messagesGiveTheirHeaders() {
        DocumentRecord record = describer
                .describe(new Material(
                        "m.eml",
                        "message/rfc822",
                        Map.of(
                                "dc:subject",
                                List.of("Visit in May"),
                                "Message-From",
                                List.of("Ann Lee <ann@example.org>"),
                                "dcterms:created",
                                List.of("2003-04-05T06:07:08Z")),
                        List.of("Dear all, we arrive on 9 May."),
                        null,
                        List.of()))
                .record();
        assertEquals("Visit in May", record.titleText());
        assertEquals(List.of("Ann Lee"), values(record.creators()));
        assertEquals("2003-04-05", record.date().value().toString());
        assertEquals("message", record.type().value());
    }

    @Test
    void countriesAreWeighedAndAmbiguousNamesTold() {
        assertEquals(
                List.of("US"),
                values(
                        about(
                                "Voters in Georgia went to the polls; in Atlanta and Savannah the queues were long, said the Republican candidate. Atlanta counted late.")));
        assertEquals(
                List.of("GE"),
                values(about("Georgia and its capital Tbilisi were quiet; the Georgian parliament met.")));
        assertEquals(
                List.of(),
                values(about("They roasted a Thanksgiving Turkey with gravy and ate in Latin America style.")));
        assertEquals(
                List.of("SUHH"), values(about("The Soviet Union and the Soviet press said nothing; the USSR waited.")));
        assertEquals(
                "TZ",
                about(
                                "Tanzania grew. Tanzania traded. Tanzanian farmers sold maize to Dar es Salaam; one ship came from Japan.")
                        .getFirst()
                        .value());
    }

    @Test
    void countriesAreFoundInOtherLanguages() {
        assertEquals(List.of("CN"), values(about("中国的经济在中国政府的领导下继续增长，中国企业也在发展。")));
        assertEquals(
                List.of("DE"),
                values(
                        about(
                                "Le gouvernement allemand a répondu. En Allemagne, les usines ont fermé pendant que le ministre allemand parlait aux journalistes de la crise.")));
        assertEquals(
                List.of("RU"),
                values(
                        about(
                                "Правительство России заявило, что в России и для россиян всё будет по-прежнему, а российские заводы откроются.")));
        assertEquals(
                List.of("EG"),
                values(about("قالت الحكومة في مصر إن الاقتصاد ينمو وإن مصر ستبني مدنا جديدة في السنوات القادمة")));
    }

    private List<Evidenced<String>> about(String text) {
        return describer.describe(Documents.text(text)).record().about();
    }

    @Test
    void languagesAreFoundByScriptAndByLetters() {
        Map<String, String> samples = Map.of(
                "ja", "これは日本語の文章です。川のそばに小さな町がありました。",
                "zh", "这是一个关于河边小镇的故事，人们在那里生活和工作。",
                "ko", "이것은 강가의 작은 마을에 대한 이야기입니다.",
                "ar", "هذه قصة عن مدينة صغيرة على ضفة النهر حيث يعيش الناس ويعملون كل يوم في الحقول",
                "ru", "Это рассказ о маленьком городе у реки, где люди живут и работают каждый день на полях.",
                "de",
                        "Dies ist die Geschichte einer kleinen Stadt am Fluss, in der die Menschen leben und jeden Tag arbeiten.",
                "sw",
                        "Hii ni hadithi ya mji mdogo kando ya mto ambapo watu wanaishi na kufanya kazi kila siku katika mashamba yao.");
        samples.forEach((code, text) -> assertEquals(
                code,
                describer.describe(Documents.text(text)).record().language().value(),
                text));
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        DocumentRecord record = describer.describe(Documents.text("")).record();
        assertNull(record.title());
        assertNull(record.date());
        assertNull(record.source());
        assertNull(record.language());
        assertEquals(List.of(), record.about());
    }

    @Test
    void nothingThatIsFedInMakesItThrow() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String page = Documents.article(
                "<meta property='article:published_time' content='2020-05-02'><script type='application/ld+json'>{\"@type\":\"Article\",\"author\":{\"name\":\"A B\"}}</script>",
                "<p>By Ida Berg, 3 April 2016</p>");
        for (int i = 0; i < 300; i++) {
            String broken = mutate(page, random);
            try {
                describer.describe(Documents.page(broken));
                describer.describe(Documents.markdown("---\n" + broken));
                describer.describe(Documents.text(broken));
                Sidecar.parse(broken);
            } catch (RuntimeException | StackOverflowError thrown) {
                throw new AssertionError("seed " + seed + ", round " + i, thrown);
            }
        }
    }

    private static String mutate(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        String pieces = "<>\"'/=&;{}[]\u0000\uD800\uDC00\uFFFF٣\t\r\n0-.#";
        for (int n = random.nextInt(40); n >= 0; n--) {
            int at = random.nextInt(broken.length());
            switch (random.nextInt(4)) {
                case 0 -> broken.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
                case 1 -> broken.delete(at, Math.min(broken.length(), at + random.nextInt(60)));
                case 2 -> broken.insert(at, text, 0, random.nextInt(200));
                default -> broken.insert(at, pieces.charAt(random.nextInt(pieces.length())));
            }
            if (broken.isEmpty()) {
                broken.append('x');
            }
        }
        return broken.toString();
    }
}
