package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Facet;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Random documents and random questions to them, out of few words, so that much of it meets.
final class RandomCorpus {
    private static final String[] WORDS = {
        "peace",
        "peaceful",
        "Peace",
        "treaty",
        "treaties",
        "treat",
        "co",
        "operation",
        "cooperation",
        "cooperate",
        "inter",
        "national",
        "international",
        "nation",
        "nations",
        "of",
        "the",
        "The",
        "a",
        "govern",
        "government",
        "governments",
        "Café",
        "cafe\u0301",
        "CAFE",
        "Straße",
        "strasse",
        "война",
        "Войны",
        "мирный",
        "й",
        "中",
        "国",
        "政策",
        "中国",
        "1989",
        "89",
        "U.S",
        "don't",
        "self-determination",
        "run",
        "running",
        "ning",
        "x",
        "xx",
        "ﬁne",
        "fine",
        "soft\u00ADhyphen",
        "softhyphen"
    };
    private static final String[] SEPARATORS = {
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        "\n",
        ", ",
        ". ",
        " — ",
        "-",
        "'",
        "_",
        "/",
        "\t",
        "-\n",
        "-\n",
        "\u2010 \n  ",
        "\u00AD\n",
        "-\f",
        "-\r\n",
        " (",
        ") ",
        "…"
    };
    private static final String[] COUNTRIES = {"TZ", "KE", "CN", "SUHH"};
    private static final String[] SOURCES = {"The Daily News", "Peace Review", "Война и мир"};
    private static final String[] LANGUAGES = {"en", "ru", "zh"};
    private static final String[] TYPES = {"report", "web page"};
    private static final String[] CREATORS = {"Anna Peace", "Board of Treaties", "X"};

    private final Random random;

    RandomCorpus(Random random) {
        this.random = random;
    }

    IndexedDocument document(String name) {
        DocumentText text = random.nextInt(8) == 0 ? DocumentText.of("") : text();
        return random.nextInt(3) == 0
                ? Samples.document(name, record(), text)
                : Samples.copy(name, story(), record(), text);
    }

    /// One of a few, so that stories have many copies, some of them alike in date.
    private String story() {
        return "s" + random.nextInt(12);
    }

    private DocumentText text() {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = random.nextInt(120); i >= 0; i--) {
            text.append(pick(WORDS)).append(pick(SEPARATORS));
            if (random.nextInt(25) == 0) {
                starts.add(text.length());
            }
        }
        StringBuilder furniture = new StringBuilder();
        for (int i = random.nextInt(3) == 0 ? 0 : random.nextInt(30); i > 0; i--) {
            furniture.append(pick(WORDS)).append(pick(SEPARATORS));
        }
        return new DocumentText(text.toString(), 0, starts, furniture.toString());
    }

    private DocumentRecord record() {
        DocumentRecord record = Samples.record(
                random.nextInt(4) == 0 ? null : pick(WORDS) + " " + pick(WORDS),
                random.nextInt(4) == 0 ? null : (2010 + random.nextInt(6)) + (random.nextBoolean() ? "" : "-07"),
                random.nextInt(4) == 0 ? null : pick(SOURCES),
                some(COUNTRIES));
        return record.withPublishedIn(
                        List.of(some(COUNTRIES)).stream().map(Samples::stated).toList())
                .withCreators(
                        List.of(some(CREATORS)).stream().map(Samples::stated).toList())
                .withLanguage(random.nextInt(4) == 0 ? null : Samples.stated(pick(LANGUAGES)))
                .withType(random.nextInt(4) == 0 ? null : Samples.stated(pick(TYPES)));
    }

    private String[] some(String[] values) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> pick(values))
                .distinct()
                .toArray(String[]::new);
    }

    SearchRequest request(List<IndexedDocument> documents) {
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        while (random.nextInt(3) == 0) {
            Facet facet = Facet.BUILT_IN.get(random.nextInt(Facet.BUILT_IN.size()));
            Set<String> values = chosen.computeIfAbsent(facet, _ -> new HashSet<>());
            values.add(random.nextInt(3) == 0 ? Facet.UNKNOWN : value(facet));
        }
        int from = 2009 + random.nextInt(8);
        return new SearchRequest(
                query(documents, 0),
                false,
                chosen,
                random.nextInt(4) == 0 ? new YearRange(from, from + random.nextInt(4)) : null,
                Sort.values()[random.nextInt(3)],
                0,
                1_000,
                1 + random.nextInt(4),
                true,
                true,
                random.nextBoolean());
    }

    private String value(Facet facet) {
        return switch (facet.kind()) {
            case COUNTRY, PUBLISHED_IN -> pick(COUNTRIES);
            case YEAR -> Integer.toString(2010 + random.nextInt(6));
            case SOURCE -> pick(SOURCES);
            case LANGUAGE -> pick(LANGUAGES);
            case TYPE -> pick(TYPES);
            case CUSTOM -> throw new AssertionError("not made here");
        };
    }

    private String query(List<IndexedDocument> documents, int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 12)) {
            case 0, 1 -> pick(WORDS);
            case 2, 3 -> '"' + phrase(documents) + '"';
            case 4 -> wildcard();
            case 5 -> fielded(documents);
            case 6, 7 -> query(documents, depth + 1) + " " + query(documents, depth + 1);
            case 8 -> "(" + query(documents, depth + 1) + " OR " + query(documents, depth + 1) + ")";
            case 9 -> query(documents, depth + 1) + " NOT (" + query(documents, depth + 1) + ")";
            case 10 -> "(" + query(documents, depth + 1) + ")";
            default -> depth == 0 && random.nextBoolean() ? "" : "-" + pick(WORDS);
        };
    }

    /// Words as they stand in a document, a broken one perhaps joined; or words at random.
    private String phrase(List<IndexedDocument> documents) {
        String text = documents.get(random.nextInt(documents.size())).text().text();
        if (text.isEmpty() || random.nextInt(5) == 0) {
            return pick(WORDS) + " " + pick(WORDS);
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(30));
        String stretch = text.substring(from, to);
        return random.nextBoolean() ? stretch.replaceAll("[-\u2010\u00AD]\\s+", "") : stretch;
    }

    private String wildcard() {
        String word = pick(WORDS).replaceAll("[-.']|(?<=.)\\p{IsHan}", ""); // one Chinese character is one word
        int at = random.nextInt(word.length());
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + "*";
            case 1 -> "*" + word.substring(at);
            default -> word.substring(0, at) + "?" + word.substring(at + 1);
        };
    }

    private String fielded(List<IndexedDocument> documents) {
        return switch (random.nextInt(12)) {
            case 0 -> "title:" + pick(WORDS);
            case 1 -> "source:" + pick(new String[] {"daily", "peace", "\"Daily News\"", "война"});
            case 2 -> "creator:" + pick(new String[] {"anna", "treaty", "\"of treaties\"", "x"});
            case 3 -> "country:" + pick(new String[] {"tz", "Kenya", "\"Soviet Union\"", "nowhere"});
            case 4 -> "language:" + pick(new String[] {"en", "Russian", "klingonish"});
            case 5 -> "type:" + pick(new String[] {"report", "pages", "\"web page\""});
            case 6 -> "body:(" + pick(WORDS) + " OR \"" + phrase(documents) + "\")";
            case 7 -> "story:" + story();
            case 8 ->
                "id:"
                        + documents
                                .get(random.nextInt(documents.size()))
                                .id()
                                .value()
                                .substring(0, 1 + random.nextInt(3));
            case 9 -> "publishedIn:" + pick(new String[] {"KE", "china", "unknown"});
            case 10 -> "in:furniture " + pick(new String[] {pick(WORDS), "(" + pick(WORDS) + " -" + pick(WORDS) + ")"});
            default -> "year:" + (2009 + random.nextInt(6)) + pick(new String[] {"", "..", "..2014"});
        };
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
