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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentText;

/// Measures stories on a folder of texts with a list of pairs beside it: `java … MeasureStories FOLDER [SEED]`, where
/// FOLDER has `text/*.txt` and `stories.jsonl` with `{"a", "b", "containment"}` a line; or groups the texts of any
/// folder and prints each group: `java … MeasureStories --groups FOLDER`; or measures on a made-up archive:
/// `java … MeasureStories --generated SIZE [SEED]`; or tells what a document costs in made-up archives of several
/// sizes: `java … MeasureStories --cost SIZE…`, or in one story: `… --one-story COPIES…`, or each text of a folder:
/// `… --cost-of FOLDER`. The class path is that of the tests.
final class MeasureStories {
    private static final Pattern PAIR =
            Pattern.compile("\"a\": \"(.*?)\", \"b\": \"(.*?)\", .*\"containment\": ([0-9.]+)");

    private MeasureStories() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("--groups")) {
            groups(Path.of(arguments[1]));
        } else if (arguments[0].equals("--cost")) {
            StoryCost.print(Stream.of(arguments).skip(1).map(Integer::valueOf).toList(), 1);
        } else if (arguments[0].equals("--cost-of")) {
            StoryCost.printTexts(texts(Path.of(arguments[1])));
        } else if (arguments[0].equals("--one-story")) {
            StoryCost.printOneStory(
                    Stream.of(arguments).skip(1).map(Integer::valueOf).toList(), 1);
        } else if (arguments[0].equals("--generated")) {
            generated(Integer.parseInt(arguments[1]), arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        } else {
            measure(Path.of(arguments[0]), arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
        }
    }

    private static void generated(int size, long seed) throws IOException {
        List<GeneratedStories.Item> items = GeneratedStories.make(size, seed);
        System.out.println(score(items, seed));
        direct(items);
    }

    /// Pairs of different events that the comparison itself takes for copies, and why others follow.
    private static void direct(List<GeneratedStories.Item> items) {
        StoryComparer comparer = new StoryComparer();
        Map<String, Integer> wrong = new TreeMap<>();
        List<GeneratedStories.Item> letters = items.stream()
                .filter(item -> item.kind().startsWith("letter"))
                .limit(400)
                .toList();
        for (GeneratedStories.Item one : letters) {
            for (GeneratedStories.Item other : letters) {
                if (one.story() < other.story()
                        && one.kind().charAt(6) == other.kind().charAt(6)
                        && comparer.subject(DocumentText.of(one.text()))
                                .to(comparer.subject(DocumentText.of(other.text())))
                                .sameStory()) {
                    wrong.merge(kinds(one, other), 1, Integer::sum);
                    if (wrong.get(kinds(one, other)) == 1) {
                        System.out.println(one + "\n~ " + other);
                    }
                }
            }
        }
        System.out.println("direct: " + wrong);
    }

    /// What came of an archive that is known: figures, then each kind of pair that is wrong.
    record Score(
            int documents, long wanted, long predicted, double recall, double precision, Map<String, Integer> faults) {}

    static Score score(List<GeneratedStories.Item> items, long seed) throws IOException {
        Map<String, GeneratedStories.Item> byName = new HashMap<>();
        Map<Integer, List<GeneratedStories.Item>> byStory = new HashMap<>();
        for (GeneratedStories.Item item : items) {
            byName.put(item.name(), item);
            byStory.computeIfAbsent(item.story(), story -> new ArrayList<>()).add(item);
        }
        Collection<List<String>> stories = storiesOf(
                items.stream()
                        .map(item -> new StoryArchive.Text(item.name(), item.text(), null))
                        .toList(),
                new Random(seed));
        Map<String, Integer> faults = new TreeMap<>();
        Map<String, Integer> found = new HashMap<>();
        long predicted = 0;
        long wrong = 0;
        int number = 0;
        for (List<String> story : stories) {
            number++;
            for (int i = 0; i < story.size(); i++) {
                found.put(story.get(i), number);
                for (int j = 0; j < i; j++) {
                    predicted++;
                    if (byName.get(story.get(i)).story()
                            != byName.get(story.get(j)).story()) {
                        wrong++;
                        faults.merge(
                                "wrong " + kinds(byName.get(story.get(i)), byName.get(story.get(j))), 1, Integer::sum);
                    }
                }
            }
        }
        long wanted = 0;
        long missed = 0;
        for (List<GeneratedStories.Item> story : byStory.values()) {
            for (int i = 0; i < story.size(); i++) {
                for (int j = 0; j < i; j++) {
                    wanted++;
                    Integer one = found.get(story.get(i).name());
                    if (one == null || !one.equals(found.get(story.get(j).name()))) {
                        missed++;
                        faults.merge("missed " + kinds(story.get(i), story.get(j)), 1, Integer::sum);
                    }
                }
            }
        }
        return new Score(
                items.size(),
                wanted,
                predicted,
                1 - (double) missed / Math.max(1, wanted),
                1 - (double) wrong / Math.max(1, predicted),
                faults);
    }

    private static String kinds(GeneratedStories.Item one, GeneratedStories.Item other) {
        return key(one.kind(), other.kind());
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

    private static Collection<List<String>> storiesOf(List<StoryArchive.Text> texts, Random order) {
        List<StoryArchive.Text> shuffled = new ArrayList<>(texts);
        Collections.shuffle(shuffled, order);
        try (TemporaryArchive archive = new TemporaryArchive()) {
            for (int from = 0; from < shuffled.size(); from += 64) {
                archive.stories.saveAll(shuffled.subList(from, Math.min(shuffled.size(), from + 64)));
            }
            return archive.stories.stories();
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
