package sourcebook.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.Facet;
import sourcebook.search.FacetColumns;
import sourcebook.search.IndexedDocument;
import sourcebook.search.ParsedQuery;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;

/// Random documents with few values of everything, so that many share them.
final class RandomCorpus {
    /// Columns of the sidecars that are facets here.
    static final FacetColumns COLUMNS = new FacetColumns(List.of("party", "regime"));

    private static final int MOST_WORDS = 120;
    private static final int STORIES = 12;
    private static final String[] COUNTRIES = {"TZ", "KE", "CN", "SUHH"};
    private static final String[] SOURCES = {"The Daily News", "Peace Review", "Война и мир"};
    private static final String[] TYPES = {"report", "web page"};
    private static final String[] CREATORS = {"Anna Peace", "Board of Treaties", "X"};
    private static final String[] PARTIES = {"CCM", "Kuomintang (KMT)", "Partei der Arbeit", "CCM; TANU"};
    private static final String[] REGIMES = {"one party", "military"};

    private final Random random;
    private final RandomTexts texts;

    RandomCorpus(Random random) {
        this.random = random;
        texts = new RandomTexts(random);
    }

    /// How an archive with these columns reads a request.
    static ParsedQuery parsed(SearchRequest request) {
        return QueryParser.parse(request.query(), Set.copyOf(COLUMNS.names()));
    }

    RandomTexts texts() {
        return texts;
    }

    IndexedDocument document(String name) {
        String language = texts.language();
        DocumentText text = random.nextInt(8) == 0 ? DocumentText.of("") : texts.text(language, MOST_WORDS);
        return made(name, record(language), text);
    }

    /// A document with Japanese in each of its texts, if there is any elsewhere: how Chinese characters are divided
    /// depends on whether there is.
    IndexedDocument last() {
        if (!texts.languages().contains("ja")) {
            return document("last");
        }
        DocumentText text = new DocumentText("見直した", 0, List.of(0), "見直した");
        return made("last", record("ja").withTitle(Samples.stated("見直した")), text);
    }

    private IndexedDocument made(String name, DocumentRecord record, DocumentText text) {
        return new IndexedDocument(
                Samples.id(name),
                record,
                text,
                "folder/" + name + ".txt",
                random.nextInt(3) == 0 ? null : story(),
                text.text().isEmpty() ? "needs OCR" : null,
                random.nextInt(4) == 0);
    }

    /// One of a few, so that stories have many copies, some of them alike in date.
    String story() {
        return "s" + random.nextInt(STORIES);
    }

    private DocumentRecord record(String language) {
        StringBuilder title = new StringBuilder();
        texts.stretch(language, random.nextInt(4), title);
        Map<String, Evidenced<String>> custom = new HashMap<>();
        if (random.nextInt(3) > 0) {
            custom.put("party", Samples.stated(pick(PARTIES)));
        }
        if (random.nextInt(3) > 0) {
            custom.put("regime", Samples.stated(pick(REGIMES)));
        }
        DocumentRecord record = Samples.record(
                random.nextInt(4) == 0 ? null : title.toString(),
                random.nextInt(4) == 0 ? null : date(),
                random.nextInt(4) == 0 ? null : pick(SOURCES),
                some(COUNTRIES));
        return record.withPublishedIn(
                        List.of(some(COUNTRIES)).stream().map(Samples::stated).toList())
                .withCreators(
                        List.of(some(CREATORS)).stream().map(Samples::stated).toList())
                .withLanguage(random.nextInt(4) == 0 ? null : Samples.stated(language))
                .withType(random.nextInt(4) == 0 ? null : Samples.stated(pick(TYPES)))
                .withCustom(custom);
    }

    /// A day, a month or a year.
    String date() {
        String year = Integer.toString(2010 + random.nextInt(6));
        return switch (random.nextInt(4)) {
            case 0 -> year;
            case 1 -> year + "-0" + (1 + random.nextInt(9));
            default -> year + "-0" + (6 + random.nextInt(2)) + "-" + pick(new String[] {"01", "15", "30"});
        };
    }

    private String[] some(String[] values) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> pick(values))
                .distinct()
                .toArray(String[]::new);
    }

    /// A value that documents may have.
    String value(Facet facet) {
        return switch (facet.kind()) {
            case COUNTRY, PUBLISHED_IN -> pick(COUNTRIES);
            case YEAR -> Integer.toString(2010 + random.nextInt(6));
            case MONTH -> (2010 + random.nextInt(6)) + "-0" + (6 + random.nextInt(2));
            case SOURCE -> pick(SOURCES);
            case LANGUAGE -> texts.language();
            case TYPE -> pick(TYPES);
            case CUSTOM -> facet.key().equals("party") ? pick(PARTIES) : pick(REGIMES);
        };
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
