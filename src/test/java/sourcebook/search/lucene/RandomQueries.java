package sourcebook.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import sourcebook.search.Facet;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Random questions to a random corpus, in all of the query language.
final class RandomQueries {
    private static final int DEEPEST = 3;

    /// What belongs to the character before it.
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\uFF9E\uFF9F]");

    private final Random random;
    private final RandomCorpus corpus;
    private final RandomTexts texts;
    private final List<IndexedDocument> documents;

    RandomQueries(Random random, RandomCorpus corpus, List<IndexedDocument> documents) {
        this.random = random;
        this.corpus = corpus;
        this.documents = documents;
        texts = corpus.texts();
    }

    SearchRequest request() {
        Map<Facet, Set<String>> chosen = new TreeMap<>();
        while (random.nextInt(3) == 0) {
            Facet facet = Facet.BUILT_IN.get(random.nextInt(Facet.BUILT_IN.size()));
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
                random.nextBoolean());
    }

    private String query(int depth) {
        return switch (random.nextInt(depth >= DEEPEST ? 6 : 12)) {
            case 0, 1 -> word();
            case 2, 3 -> '"' + phrase() + '"';
            case 4 -> wildcard();
            case 5 -> fielded();
            case 6, 7 -> query(depth + 1) + " " + query(depth + 1);
            case 8 -> "(" + query(depth + 1) + " OR " + query(depth + 1) + ")";
            case 9 -> query(depth + 1) + " NOT (" + query(depth + 1) + ")";
            case 10 -> "(" + query(depth + 1) + ")";
            default -> depth == 0 && random.nextBoolean() ? "" : "-" + word();
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
        String text = pick(documents).text().text();
        if (text.isEmpty() || random.nextInt(5) == 0) {
            return texts.word() + " " + texts.word();
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(30));
        String stretch = text.substring(from, to);
        return random.nextBoolean() ? stretch.replaceAll("[-\u2010\u00AD]\\s+", "") : stretch;
    }

    private String wildcard() {
        String word = single();
        int from = between(word, random.nextInt(word.length()));
        if (from == word.length()) {
            from = 0;
        }
        int to = between(word, from + 1);
        return switch (random.nextInt(3)) {
            case 0 -> to == word.length() ? word + "*" : word.substring(0, to) + "*";
            case 1 -> "*" + word.substring(from);
            default -> word.substring(0, from) + "?" + word.substring(to);
        };
    }

    /// Text that is one word of letters.
    private String single() {
        String word = word();
        while (ScannedText.of(word).size() != 1) {
            word = word();
        }
        return word;
    }

    /// The next place between two characters as a person counts them.
    private static int between(String word, int from) {
        int at = from;
        while (at < word.length()
                && (Character.isLowSurrogate(word.charAt(at))
                        || MARKS.matcher(word.substring(at)).lookingAt())) {
            at++;
        }
        return at;
    }

    private String fielded() {
        return switch (random.nextInt(12)) {
            case 0 -> "title:" + word();
            case 1 -> "source:" + pick("daily", "peace", "\"Daily News\"", "война");
            case 2 -> "creator:" + pick("anna", "treaty", "\"of treaties\"", "x", "\"peace board\"");
            case 3 -> "country:" + pick("tz", "Kenya", "\"Soviet Union\"", "nowhere");
            case 4 -> "language:" + pick("en", "Russian", "klingonish");
            case 5 -> "type:" + pick("report", "pages", "\"web page\"");
            case 6 -> "body:(" + word() + " OR \"" + phrase() + "\")";
            case 7 -> "story:" + corpus.story();
            case 8 -> "id:" + pick(documents).id().value().substring(0, 1 + random.nextInt(3));
            case 9 -> "publishedIn:" + pick("KE", "china", "unknown");
            case 10 -> "in:furniture " + pick(word(), "(" + word() + " -" + word() + ")");
            default -> "year:" + (2009 + random.nextInt(6)) + pick("", "..", "..2014");
        };
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
