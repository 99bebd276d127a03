package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.Layer;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.Words;

class ConcordanceTest {
    private static final List<String> WORDS = List.of(
            "school",
            "Schule",
            "école",
            "ecole",
            "exchange",
            "party",
            "Party",
            "the",
            "of",
            "zebra",
            "школа",
            "партия",
            "مدرسة",
            "حزب",
            "學校",
            "政党",
            "コース",
            "학교",
            "ångström",
            "żółw",
            "1978",
            "co-op");
    private static final List<String> QUERIES = List.of(
            "school", "ecole", "party", "\"the party\"", "school OR party", "школа", "مدرسة", "學校", "exchange*", "");

    private SmallArchive archive;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() {
        archive = new SmallArchive(folder);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void rowsAreTheHitsOfEveryDocumentInTheOrderOfTheirWords() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(80); words > 0; words--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(9) == 0 ? ".\n" : " ");
            }
            String[] about = random.nextBoolean()
                    ? new String[] {"KE", "TZ"}
                    : random.nextBoolean() ? new String[] {"KE"} : new String[0];
            archive.save(
                    "d" + i,
                    SmallArchive.record(
                            "Title " + i,
                            random.nextInt(4) == 0 ? "" : "20" + (10 + random.nextInt(9)),
                            random.nextInt(4) == 0 ? "" : "Gazette " + random.nextInt(3),
                            about),
                    DocumentText.of(text.toString()));
        }
        archive.follow();
        try (Concordance concordance =
                new Concordance(archive.engine, archive.catalogue, folder.resolve("spool"), 3_000)) {
            for (String query : QUERIES) {
                for (String sort : List.of(
                        "document",
                        "before",
                        "before2",
                        "after",
                        "-after3",
                        "hit",
                        "date",
                        "-date",
                        "country",
                        "source",
                        "-source",
                        "-document")) {
                    ConcordanceRequest request = ConcordanceRequest.of(
                                    SearchRequest.of(query).withSort(Sort.OLDEST))
                            .withSort(ConcordanceSort.parse(sort).orElseThrow());
                    check(concordance, request, "seed " + seed + ", query " + query + ", sorted by " + sort);
                }
            }
        }
        try (var left = Files.list(folder.resolve("spool"))) {
            assertEquals(List.of(), left.toList(), "temporary files are gone");
        }
    }

    private void check(Concordance concordance, ConcordanceRequest request, String about) {
        List<ConcordanceRow> streamed = new ArrayList<>();
        long lines = concordance.forEach(request, streamed::add, new Work());
        assertEquals(lines, streamed.size(), about);
        ConcordancePage whole = concordance.page(request, 0, 100_000, new Work());
        assertEquals(streamed, whole.rows(), about);
        List<ConcordanceRow> paged = new ArrayList<>();
        for (int offset = 0; offset < whole.lines(); offset += 40) {
            paged.addAll(concordance.page(request, offset, 40, new Work()).rows());
        }
        assertEquals(streamed, paged, about);

        Set<String> expected = new HashSet<>();
        Set<DocumentId> documents = new HashSet<>();
        archive.engine
                .search(request.search().withPage(0, 1_000))
                .results()
                .forEach(result -> archive.engine
                        .hits(result.id(), request.search().query())
                        .forEach(hit -> {
                            documents.add(result.id());
                            expected.add(result.id() + " " + hit.start() + " " + hit.end() + " " + hit.page());
                        }));
        Set<String> found = new HashSet<>();
        for (ConcordanceRow row : streamed) {
            assertTrue(found.add(row.document() + " " + row.start() + " " + row.end() + " " + row.page()), about);
            String text = archive.catalogue.text(row.document()).orElseThrow().text();
            assertEquals(ConcordanceText.clean(text.substring(row.start(), row.end())), row.hit(), about);
            String line = ConcordanceText.clean(text);
            assertTrue(line.contains(row.before() + row.hit() + row.after()), about + ": " + row);
        }
        assertEquals(expected, found, about);
        assertEquals(expected.size(), whole.hits(), about);
        assertEquals(documents.size(), whole.documents(), about);
        assertEquals(
                expected.size(),
                archive.engine.search(request.search().withCountHits(true)).hitCount(),
                about);
        inOrder(streamed, request.sort(), about);
    }

    /// Compares neighbours by what a reader sees, without the keys that sort them.
    private void inOrder(List<ConcordanceRow> rows, ConcordanceSort sort, String about) {
        Comparator<ConcordanceRow> order = order(sort);
        for (int i = 1; i < rows.size(); i++) {
            int compared = order.compare(rows.get(i - 1), rows.get(i));
            assertTrue(compared <= 0, about + ": " + rows.get(i - 1) + " before " + rows.get(i));
        }
    }

    private Comparator<ConcordanceRow> order(ConcordanceSort sort) {
        Collator collator = Collator.getInstance(ULocale.ROOT);
        Comparator<String> direction = sort.descending() ? (a, b) -> collator.compare(b, a) : collator::compare;
        Comparator<String> knownFirst = Comparator.comparing(String::isEmpty);
        return switch (sort.by()) {
            case DOCUMENT -> (a, b) -> 0;
            case BEFORE -> Comparator.comparing(row -> words(row, sort.word(), true), direction);
            case AFTER -> Comparator.comparing(row -> words(row, sort.word(), false), direction);
            case HIT -> Comparator.comparing(row -> joined(Words.of(row.hit()), row.hit()), direction);
            case DATE ->
                Comparator.comparing(
                        (ConcordanceRow row) -> row.date() == null ? "" : row.date(),
                        knownFirst.thenComparing(direction));
            case SOURCE ->
                Comparator.comparing(
                        (ConcordanceRow row) -> row.source() == null ? "" : row.source(),
                        knownFirst.thenComparing(direction));
            case COUNTRY ->
                Comparator.comparing(
                        (ConcordanceRow row) -> row.countries().isEmpty()
                                ? ""
                                : row.countries().size() == 1 ? "Kenya" : "Kenya, Tanzania",
                        knownFirst.thenComparing(direction));
        };
    }

    private String words(ConcordanceRow row, int nth, boolean before) {
        String text = archive.catalogue.text(row.document()).orElseThrow().text();
        List<Words.Word> side = new ArrayList<>(Words.of(text).stream()
                .filter(word -> before ? word.end() <= row.start() : word.start() >= row.end())
                .toList());
        if (before) {
            Collections.reverse(side);
        }
        List<Words.Word> compared = side.subList(Math.min(side.size(), nth - 1), Math.min(side.size(), nth + 7));
        return joined(compared, text);
    }

    private static String joined(List<Words.Word> words, String text) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> text.substring(word.start(), word.end()))
                        .toList());
    }

    @Test
    void groupsAreTheFacetsValuesAndAHitStandsUnderEach() {
        archive.save(
                "a",
                SmallArchive.record("A", "2014-05", "Gazette", "KE", "TZ"),
                DocumentText.of("party one, party two"));
        archive.save("b", SmallArchive.record("B", "2015", "", "KE"), DocumentText.of("a party"));
        archive.save("c", SmallArchive.record("C", "", "Herald"), DocumentText.of("the party party"));
        archive.follow();
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, folder)) {
            ConcordanceRequest request =
                    ConcordanceRequest.of(SearchRequest.of("party")).withGroup(Facet.COUNTRY, null);
            ConcordancePage page = concordance.page(request, 0, 100, new Work());
            assertEquals(5, page.hits());
            assertEquals(3, page.documents());
            assertEquals(7, page.lines());
            assertEquals(
                    List.of(
                            new ConcordancePage.Group("KE", "Kenya", 3, 2),
                            new ConcordancePage.Group("TZ", "Tanzania", 2, 1),
                            new ConcordancePage.Group(
                                    Facet.UNKNOWN, page.groups().getLast().label(), 2, 1)),
                    page.groups());
            assertEquals(
                    List.of("KE", "KE", "KE", "TZ", "TZ", Facet.UNKNOWN, Facet.UNKNOWN),
                    page.rows().stream().map(ConcordanceRow::group).toList());
            ConcordancePage one = concordance.page(request.withGroup(Facet.COUNTRY, "TZ"), 0, 100, new Work());
            assertEquals(2, one.lines());
            assertEquals(page.groups(), one.groups());
            TreeMap<String, Long> years = new TreeMap<>();
            concordance
                    .page(request.withGroup(Facet.YEAR, null), 0, 0, new Work())
                    .groups()
                    .forEach(group -> years.put(group.value(), group.hits()));
            assertEquals(new TreeMap<>(java.util.Map.of("2014", 2L, "2015", 1L, Facet.UNKNOWN, 2L)), years);
        }
    }

    @Test
    void contextsAreWholeWordsInReadingOrder() {
        archive.save("a", "one two three four five train-\ning six   seven\n\neight nine ten");
        archive.save("rtl", "ذهب الطالب إلى المدرسة في الصباح");
        archive.follow();
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, folder)) {
            ConcordanceRow row = only(
                    concordance,
                    ConcordanceRequest.of(SearchRequest.of("training"))
                            .withContext(new Context(Context.Unit.WORDS, 2)));
            assertEquals("four five |train-ing| six seven", row.before() + "|" + row.hit() + "|" + row.after());
            ConcordanceRow narrow = only(
                    concordance,
                    ConcordanceRequest.of(SearchRequest.of("training"))
                            .withContext(new Context(Context.Unit.CHARACTERS, 12)));
            assertEquals(
                    "four five |train-ing| six seven", narrow.before() + "|" + narrow.hit() + "|" + narrow.after());
            ConcordanceRow none = only(
                    concordance,
                    ConcordanceRequest.of(SearchRequest.of("training"))
                            .withContext(new Context(Context.Unit.WORDS, 0)));
            assertEquals("|train-ing|", none.before() + "|" + none.hit() + "|" + none.after());
            ConcordanceRow arabic = only(concordance, ConcordanceRequest.of(SearchRequest.of("=المدرسة")));
            assertTrue(arabic.before().startsWith("ذهب الطالب"), arabic.toString());
            assertTrue(arabic.after().endsWith("الصباح"), arabic.toString());
        }
    }

    private static ConcordanceRow only(Concordance concordance, ConcordanceRequest request) {
        ConcordancePage page = concordance.page(request, 0, 10, new Work());
        assertEquals(1, page.lines(), page.toString());
        return page.rows().getFirst();
    }

    @Test
    void hitsInFurnitureComeOnlyWhenAskedFor() {
        archive.save("page", DocumentRecord.EMPTY, new DocumentText("the party met", 0, List.of(0), "party menu"));
        archive.follow();
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, folder)) {
            assertEquals(
                    Layer.TEXT,
                    only(concordance, ConcordanceRequest.of(SearchRequest.of("party")))
                            .layer());
            ConcordanceRow around = only(concordance, ConcordanceRequest.of(SearchRequest.of("in:furniture party")));
            assertEquals(Layer.FURNITURE, around.layer());
            assertEquals(" menu", around.after());
        }
    }

    @Test
    void aChangeOfTheArchiveIsSeenByTheNextPage() {
        archive.save("a", "party");
        archive.follow();
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, folder)) {
            ConcordanceRequest request = ConcordanceRequest.of(SearchRequest.of("party"));
            assertEquals(1, concordance.page(request, 0, 10, new Work()).lines());
            archive.save("b", "a party");
            archive.follow();
            assertEquals(2, concordance.page(request, 0, 10, new Work()).lines());
        }
    }

    @Test
    void aCancelledOneEndsAndLeavesNothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            archive.save("d" + i, "party ".repeat(50));
        }
        archive.follow();
        Path spool = folder.resolve("spool");
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, spool, 1_000)) {
            Work work = new Work();
            ConcordanceRequest request = ConcordanceRequest.of(SearchRequest.of("party"));
            assertThrows(CancellationException.class, () -> concordance.forEach(request, row -> work.cancel(), work));
            Work before = new Work();
            before.cancel();
            ConcordanceRequest sorted = request.withSort(ConcordanceSort.of(ConcordanceSort.By.AFTER));
            assertThrows(CancellationException.class, () -> concordance.page(sorted, 0, 10, before));
            assertEquals(1_000, concordance.page(sorted, 0, 10, new Work()).lines());
        }
        try (var left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void csvIsSafeForSpreadsheets() {
        archive.save(
                "=1+1",
                SmallArchive.record("=cmd()", "2014", "Gazette, The", "KE"),
                DocumentText.of("+44 party, \"quoted\""));
        archive.follow();
        StringBuilder csv = new StringBuilder();
        try (Concordance concordance = new Concordance(archive.engine, archive.catalogue, folder)) {
            concordance.writeCsv(ConcordanceRequest.of(SearchRequest.of("party")), csv, new Work());
        }
        List<List<String>> rows = DelimitedText.parse(csv.toString(), ',');
        assertEquals(2, rows.size());
        assertEquals("document", rows.getFirst().getFirst());
        assertEquals(
                List.of(
                        "'=cmd()",
                        "2014",
                        "Gazette, The",
                        "KE",
                        "1",
                        "text",
                        "'+44 ",
                        "party",
                        ", \"quoted\"",
                        "4",
                        "9",
                        "'=1+1"),
                rows.getLast().subList(1, rows.getLast().size()));
        assertFalse(csv.toString().contains(",=") || csv.toString().contains("\"="));
    }

    @Test
    void sortsAreReadAsTheyAreWritten() {
        for (String text : List.of("document", "before", "before2", "-after3", "hit", "-date", "country", "source")) {
            assertEquals(text, ConcordanceSort.parse(text).orElseThrow().text());
        }
        assertEquals("before2", ConcordanceSort.parse(" LEFT2 ").orElseThrow().text());
        for (String text : List.of("", "date2", "before6", "before0", "nonsense", "--date")) {
            assertTrue(ConcordanceSort.parse(text).isEmpty(), text);
        }
    }
}
