package sourcebook.description.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures stories on a folder of texts with a list of pairs beside it: `java … MeasureStories FOLDER [SEED]`, where
/// FOLDER has `text/*.txt` and `stories.jsonl` with `{"a", "b", "containment"}` a line; or groups the texts of any
/// folder and prints each group: `java … MeasureStories --groups FOLDER`.
final class MeasureStories {
    private static final Pattern PAIR =
            Pattern.compile("\"a\": \"(.*?)\", \"b\": \"(.*?)\", .*\"containment\": ([0-9.]+)");

    private MeasureStories() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("--groups")) {
            groups(Path.of(arguments[1]));
        } else {
            measure(Path.of(arguments[0]), arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
        }
    }

    private static void groups(Path folder) throws IOException {
        for (List<String> story : storiesOf(texts(folder), new Random(1))) {
            System.out.println(story.size() + " " + story);
        }
    }

    private static void measure(Path folder, long seed) throws IOException {
        Map<String, Double> pairs = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("stories.jsonl"))) {
            Matcher pair = PAIR.matcher(line);
            if (pair.find()) {
                pairs.merge(key(pair.group(1), pair.group(2)), Double.valueOf(pair.group(3)), Math::max);
            }
        }
        List<StoryArchive.Text> texts = texts(folder.resolve("text"));
        long start = System.nanoTime();
        Collection<List<String>> stories = storiesOf(texts, new Random(seed));
        double seconds = (System.nanoTime() - start) / 1e9;
        Set<String> predicted = new HashSet<>();
        for (List<String> story : stories) {
            for (String one : story) {
                story.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .forEach(other -> predicted.add(one + " " + other));
            }
        }
        List<String> wanted =
                pairs.keySet().stream().filter(pair -> pairs.get(pair) >= .8).toList();
        List<String> missed = wanted.stream()
                .filter(pair -> !predicted.contains(pair))
                .sorted()
                .toList();
        List<String> wrong = predicted.stream()
                .filter(pair -> pairs.getOrDefault(pair, 0.0) < .5)
                .sorted()
                .toList();
        System.out.printf(
                "texts=%d stories=%d wanted=%d predicted=%d recall=%.4f precision=%.4f seconds=%.1f seed=%d%n",
                texts.size(),
                stories.size(),
                wanted.size(),
                predicted.size(),
                1 - (double) missed.size() / wanted.size(),
                1 - (double) wrong.size() / predicted.size(),
                seconds,
                seed);
        missed.forEach(pair -> System.out.println("  missed " + pair + " " + pairs.get(pair)));
        wrong.forEach(pair -> System.out.println("  wrong " + pair + " " + pairs.get(pair)));
    }

    static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private static Collection<List<String>> storiesOf(List<StoryArchive.Text> texts, Random order) throws IOException {
        List<StoryArchive.Text> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, order);
        Path file = Files.createTempFile("stories", ".sqlite");
        try (StoryArchive archive = new StoryArchive(file)) {
            for (int from = 0; from < shuffled.size(); from += 64) {
                archive.saveAll(shuffled.subList(from, Math.min(shuffled.size(), from + 64)));
            }
            return archive.stories();
        } finally {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        }
    }

    private static List<StoryArchive.Text> texts(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            List<StoryArchive.Text> texts = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(new StoryArchive.Text(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8),
                        null));
            }
            return texts;
        }
    }
}
