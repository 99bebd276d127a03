package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// Compares counts of phrases in long texts with those of a regular expression, and times filling and result pages.
/// Not a test.
///
/// Arguments: a folder for the index, a folder of text files named `COUNTRY_SESSION_YEAR.txt`.
final class SpeechesMeasure {
    private static final List<String> PHRASES = List.of(
            "scourge of war",
            "peaceful coexistence",
            "the Third World",
            "party",
            "South-South cooperation",
            "self-determination",
            "right to development",
            "non-interference in the internal affairs",
            "of the",
            "climate change");
    private static final String LETTER = "[^\\W_]";
    private static final int ROUNDS = 50;

    private SpeechesMeasure() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[1]))) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".txt")
                            && !file.getFileName().toString().startsWith("._"))
                    .sorted()
                    .toList();
        }
        List<String> texts = new ArrayList<>();
        try (LuceneSearchEngine engine = LuceneSearchEngine.open(Path.of(arguments[0]))) {
            engine.clear();
            long characters = 0;
            long start = System.nanoTime();
            for (Path file : files) {
                String name = file.getFileName().toString();
                String text = Files.readString(file, StandardCharsets.UTF_8);
                characters += text.length();
                texts.add(text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
                engine.put(Samples.document(
                        name,
                        Samples.record(name, name.replaceAll(".*_(\\d{4}).*", "$1"), "United Nations", "TZ"),
                        DocumentText.of(text)));
            }
            engine.commit(1);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d documents, %.1f million characters, %.0f documents/s%n",
                    files.size(), characters / 1e6, files.size() / seconds);
            long wrong = 0;
            for (String phrase : PHRASES) {
                wrong += compare(engine, texts, phrase) ? 0 : 1;
            }
            System.out.println("wrong " + wrong);
            for (String query :
                    List.of("\"right to development\"", "peaceful coexistence", "govern*", "\"of the\"", "")) {
                time(engine, query);
            }
        }
    }

    private static boolean compare(LuceneSearchEngine engine, List<String> texts, String phrase) {
        String words = phrase.toLowerCase(Locale.ROOT)
                .replace("-", "[\\-\u2010\u2011\\x20]+")
                .replace(" ", "[^\\w]+");
        Pattern wanted =
                Pattern.compile("(?<!" + LETTER + ")" + words + "(?!" + LETTER + ")", Pattern.UNICODE_CHARACTER_CLASS);
        long documents = 0;
        long places = 0;
        for (String text : texts) {
            long found = wanted.matcher(text).results().count();
            places += found;
            documents += found > 0 ? 1 : 0;
        }
        SearchResult result = engine.search(SearchRequest.of('"' + phrase + '"')
                .withPage(0, 0)
                .withCountHits(true)
                .withFacets(false));
        Long counted = result.hitCount();
        boolean right = result.total() == documents && counted != null && counted == places;
        System.out.printf(
                "%s %s: %d of %d documents, %d of %d places, %d ms%n",
                right ? "right" : "WRONG",
                phrase,
                result.total(),
                documents,
                counted,
                places,
                result.took().toMillis());
        return right;
    }

    private static void time(LuceneSearchEngine engine, String query) {
        long[] took = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            took[i] = engine.search(SearchRequest.of(query)).took().toNanos();
        }
        java.util.Arrays.sort(took);
        System.out.printf(
                "page of [%s]: median %.2f ms, slowest %.2f ms%n",
                query, took[ROUNDS / 2] / 1e6, took[ROUNDS - 1] / 1e6);
    }
}
