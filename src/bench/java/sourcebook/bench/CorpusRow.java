package sourcebook.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the words of a corpus are like, so that a made-up one can be held against a real one.
final class CorpusRow implements Row {
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /// The statistics of a text grow with its length: always so many words are looked at.
    private static final int WORDS = 1_000_000;

    private static final int FREQUENT = 50;
    private static final int LONGEST_RUN = 5;

    @Override
    public String name() {
        return "corpus";
    }

    @Override
    public String about() {
        return "what the first million words of the corpus are like; hold a generated one against a real one";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws IOException {
        Corpus corpus = setting.corpus();
        List<String> words = words(corpus);
        List<Figure> figures = new ArrayList<>();
        int documents = corpus.documents();
        figures.add(Figure.alone(name(), "bytes a document", documents, (double) corpus.bytes() / documents, null));
        for (int length = 1; length <= LONGEST_RUN; length++) {
            Map<String, Integer> runs = runs(words, length);
            long repeated = runs.values().stream()
                    .filter(count -> count > 1)
                    .mapToLong(Integer::longValue)
                    .sum();
            String what = length == 1 ? "words" : "runs of " + length + " words";
            figures.add(Figure.alone(name(), "distinct " + what + " of " + words.size(), documents, runs.size(), null));
            figures.add(Figure.alone(
                    name(), "share of " + what + " that return", documents, (double) repeated / words.size(), null));
            if (length <= 2) {
                long frequent = runs.values().stream()
                        .sorted((a, b) -> b - a)
                        .limit(FREQUENT)
                        .mapToLong(Integer::longValue)
                        .sum();
                figures.add(Figure.alone(
                        name(),
                        "share of the " + FREQUENT + " commonest " + what,
                        documents,
                        (double) frequent / words.size(),
                        null));
            }
        }
        return figures;
    }

    private static List<String> words(Corpus corpus) throws IOException {
        List<String> words = new ArrayList<>(WORDS);
        for (int i = 0; i < corpus.documents() && words.size() < WORDS; i++) {
            byte[] bytes =
                    Files.readAllBytes(corpus.folder().resolve(corpus.files().get(i)));
            Matcher matcher = WORD.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (words.size() < WORDS && matcher.find()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    private static Map<String, Integer> runs(List<String> words, int length) {
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.merge(String.join(" ", words.subList(i, i + length)), 1, Integer::sum);
        }
        return runs;
    }
}
