package sourcebook.search.lucene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import sourcebook.search.Facet;
import sourcebook.search.Feature;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;
import sourcebook.search.lucene.ScannedText.Token;

/// Random questions to a random corpus, in all of the query language.
final class RandomQueries {
    private static final int DEEPEST = 3;

    /// Longer than any question takes, however busy the machine is.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Random random;
    private final RandomCorpus corpus;
    private final RandomTexts texts;
    private final RandomPatterns patterns;
    private final List<IndexedDocument> documents;

    RandomQueries(Random random, RandomCorpus corpus, List<IndexedDocument> documents) {
        this.random = random;
        this.corpus = corpus;
        this.documents = documents;
        texts = corpus.texts();
        patterns = new RandomPatterns(random);
    }

    SearchRequest request() {
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        while (random.nextInt(3) == 0) {
            Facet facet = random.nextInt(10) == 0 ? Facet.MONTH : pick(RandomCorpus.COLUMNS.all());
            Set<String> values = chosen.computeIfAbsent(facet, _ -> new HashSet<>());
            values.add(random.nextInt(3) == 0 ? Facet.UNKNOWN : corpus.value(facet));
        }
        int from = 2009 + random.nextInt(8);
        return new SearchRequest(
                        query(0),
                        false,
                        chosen,
                        random.nextInt(4) == 0 ? new YearRange(from, from + random.nextInt(4)) : null,
                        Sort.values()[random.nextInt(3)],
                        0,
                        1_000,
                        1 + random.nextInt(4),
                        true,
                        true,
                        random.nextBoolean())
                .withPatience(PATIENCE);
    }

    private String query(int depth) {
        return switch (random.nextInt(depth >= DEEPEST ? 7 : 14)) {
            case 0, 1 -> leaf();
            case 2, 3 -> quoted();
            case 4, 5 -> patterns.of(token());
            case 6 -> fielded();
            case 7, 8 -> query(depth + 1) + " " + query(depth + 1);
            case 9, 10 -> "(" + query(depth + 1) + " OR " + query(depth + 1) + ")";
            case 11 -> query(depth + 1) + " NOT (" + query(depth + 1) + ")";
            case 12 -> pick("(", "+(") + query(depth + 1) + ")";
            default -> depth == 0 && random.nextBoolean() ? "" : pick("-", "+") + leaf();
        };
    }

    /// What stands alone, and behind a field.
    private String leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> quoted();
            case 1 -> '"' + phrase() + '"';
            case 2 -> "=" + word();
            case 3 -> patterns.of(token());
            default -> word();
        };
    }

    /// A word as texts have it, or in another spelling, or several without blanks.
    private String word() {
        String language = texts.language();
        String word = texts.word(language);
        return switch (random.nextInt(8)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 ->
                RandomTexts.unspaced(language)
                        ? word + texts.word(language)
                        : word.replace("é", "e").replace("ł", "l");
            case 2 -> RandomTexts.unspaced(language) ? word + texts.word() : word;
            default -> word;
        };
    }

    /// Words as they stand in a document, a broken one perhaps joined; or words at random.
    private String phrase() {
        String text = text();
        if (text.isEmpty() || random.nextInt(5) == 0) {
            return texts.word() + " " + texts.word();
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(50));
        String stretch = text.substring(from, to);
        return random.nextBoolean() ? stretch.replaceAll("[-\u2010\u00AD]\\s+", "") : stretch;
    }

    private String text() {
        IndexedDocument document = pick(documents);
        return random.nextInt(5) == 0
                ? document.text().furniture()
                : document.text().text();
    }

    /// Words of a document with patterns, alternatives and stars among them, side by side or near one another.
    private String quoted() {
        List<Token> tokens = ScannedText.of(text()).tokens();
        if (tokens.size() < 2) {
            return '"' + phrase() + '"';
        }
        int from = random.nextInt(tokens.size());
        int to = Math.min(tokens.size(), from + 1 + random.nextInt(5));
        boolean near = random.nextBoolean();
        List<String> elements = new ArrayList<>();
        for (Token token : tokens.subList(from, to)) {
            boolean left = near ? random.nextInt(3) == 0 : random.nextInt(12) == 0;
            if (!left) {
                elements.add(element(token.raw(), 0));
            }
        }
        if (near && random.nextInt(3) == 0) {
            Collections.shuffle(elements, random);
        }
        String row = '"' + String.join(" ", elements) + '"';
        return near ? row + pick("~", "~>") + random.nextInt(7) : row;
    }

    private String element(String word, int depth) {
        return switch (random.nextInt(depth > 1 ? 5 : 9)) {
            case 0 -> patterns.of(word);
            case 1 -> depth == 0 ? "*" : word;
            case 5, 6 -> "(" + element(word, depth + 1) + "|" + element(texts.word(), depth + 1) + ")";
            case 7 ->
                "(" + texts.word() + "|" + element(word, depth + 1) + " " + element(texts.word(), depth + 1) + ")";
            case 8 -> "(" + word + " OR " + texts.word() + " " + texts.word() + ")";
            default -> word;
        };
    }

    /// One word of a text, as it stands there.
    private String token() {
        List<Token> tokens = ScannedText.of(text()).tokens();
        return tokens.isEmpty() || random.nextInt(4) == 0
                ? single()
                : pick(tokens).raw();
    }

    /// Text that is one word of letters.
    private String single() {
        String word = word();
        while (ScannedText.of(word).size() != 1) {
            word = word();
        }
        return word;
    }

    private String fielded() {
        return switch (random.nextInt(16)) {
            case 0 -> "title:" + leaf();
            case 1 -> "source:" + pick("daily", "peace", "\"Daily News\"", "война", "the~1", "\"news the\"~3");
            case 2 -> "creator:" + pick("anna", "treaty", "\"of treaties\"", "x", "\"peace board\"", "\"x anna\"~9");
            case 3 -> "country:" + pick("tz", "Kenya", "\"Soviet Union\"", "nowhere");
            case 4 -> "language:" + pick("en", "Russian", "klingonish");
            case 5 -> "type:" + pick("report", "pages", "\"web page\"", "rep*");
            case 6 -> "body:(" + leaf() + " OR " + leaf() + ")";
            case 7 -> "story:" + corpus.story();
            case 8 -> "id:" + pick(documents).id().value().substring(0, 1 + random.nextInt(3));
            case 9 -> "publishedIn:" + pick("KE", "china", "unknown");
            case 10, 11 -> "in:furniture " + pick(leaf(), "(" + leaf() + " -" + leaf() + ")");
            case 12 ->
                "date:"
                        + pick(
                                corpus.date(),
                                corpus.date() + "..",
                                ".." + corpus.date(),
                                corpus.date() + ".." + corpus.date());
            case 13 -> "has:" + pick(Feature.values()).word();
            case 14 ->
                pick("party:", "regime:") + pick("CCM", "parties", "\"one party\"", "KMT", "der", "mil*", "partei~1");
            default -> "year:" + (2009 + random.nextInt(6)) + pick("", "..", "..2014");
        };
    }

    private String pick(String one, String... others) {
        int which = random.nextInt(1 + others.length);
        return which == 0 ? one : others[which - 1];
    }

    private <T> T pick(T[] some) {
        return some[random.nextInt(some.length)];
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
