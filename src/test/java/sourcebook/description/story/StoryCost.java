package sourcebook.description.story;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a document costs as made-up archives grow whose families of letters and copies do not.
final class StoryCost {
    private StoryCost() {}

    /// Documents saved before the clock counts: the first are saved by code that is not compiled yet.
    private static final int TO_WARM_UP = 3_000;

    /// The last tenth tells what a document costs in an archive of that size: families have their full size by then,
    /// whatever that of the archive is. In the first tenths there is little to compare with.
    ///
    /// Prints for each size, and for ten parts of the archive in order of arrival, what a document costs with its
    /// stories and without, in milliseconds of processor time of the writing thread.
    static void print(List<Integer> sizes, long seed) {
        cost(GeneratedStories.withFamiliesOfOneSize(TO_WARM_UP, seed + 1));
        for (int size : sizes) {
            Cost cost = mean(IntStream.range(0, Math.max(1, LEAST_MEASURED / size))
                    .mapToObj(archive -> cost(GeneratedStories.withFamiliesOfOneSize(size, seed + archive)))
                    .toList());
            System.out.printf(
                    Locale.ROOT,
                    "%7d documents: last tenth %.2f ms, %.2f without stories, difference %.2f; statements %.1f, %.1f; all"
                            + " %.2f, %.2f; by tenths %s, %s without; %d MB, %d without%n",
                    size,
                    cost.with()[9],
                    cost.without()[9],
                    cost.with()[9] - cost.without()[9],
                    cost.statements(),
                    cost.statementsWithout(),
                    mean(cost.with()),
                    mean(cost.without()),
                    tenths(cost.with()),
                    tenths(cost.without()),
                    cost.bytes() >> 20,
                    cost.bytesWithout() >> 20);
        }
    }

    /// Of small archives so many are made that chance has less part in the figure.
    private static final int LEAST_MEASURED = 10_000;

    /// @param with milliseconds a document, in each tenth
    /// @param statements asked of the database, a document of the last tenth
    private record Cost(
            double[] with,
            double[] without,
            double statements,
            double statementsWithout,
            long bytes,
            long bytesWithout) {}

    private static Cost mean(List<Cost> costs) {
        double[] with = new double[10];
        double[] without = new double[10];
        for (Cost cost : costs) {
            for (int tenth = 0; tenth < 10; tenth++) {
                with[tenth] += cost.with()[tenth] / costs.size();
                without[tenth] += cost.without()[tenth] / costs.size();
            }
        }
        return new Cost(
                with,
                without,
                mean(costs, Cost::statements),
                mean(costs, Cost::statementsWithout),
                costs.getLast().bytes(),
                costs.getLast().bytesWithout());
    }

    private static double mean(List<Cost> costs, ToDoubleFunction<Cost> value) {
        return costs.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double mean(double[] parts) {
        return Arrays.stream(parts).average().orElseThrow();
    }

    private static String tenths(double[] parts) {
        return Arrays.stream(parts)
                .mapToObj(part -> String.format(Locale.ROOT, "%.2f", part))
                .collect(Collectors.joining(" "));
    }

    /// Prints the same for archives that are one story with so many copies, none of them equal.
    static void printOneStory(List<Integer> sizes, long seed) {
        cost(GeneratedStories.withFamiliesOfOneSize(TO_WARM_UP, seed + 1));
        for (int size : sizes) {
            Cost cost = cost(GeneratedStories.oneStory(size, seed));
            System.out.printf(
                    Locale.ROOT,
                    "%7d copies: last tenth %.2f ms, %.2f without stories; by tenths %s%n",
                    size,
                    cost.with()[9],
                    cost.without()[9],
                    tenths(cost.with()));
        }
    }

    /// Prints the same for given texts in their order, of which most should be copies of no others.
    static void printTexts(List<StoryArchive.Text> texts) {
        costOfTexts(texts.subList(0, Math.min(texts.size(), TO_WARM_UP)));
        Cost cost = costOfTexts(texts);
        System.out.printf(
                Locale.ROOT,
                "%7d texts: last tenth %.3f ms, %.3f without stories, difference %.3f; statements %.1f, %.1f; by tenths"
                        + " %s, %s without%n",
                texts.size(),
                cost.with()[9],
                cost.without()[9],
                cost.with()[9] - cost.without()[9],
                cost.statements(),
                cost.statementsWithout(),
                tenths(cost.with()),
                tenths(cost.without()));
    }

    private static Cost cost(List<GeneratedStories.Item> items) {
        return costOfTexts(items.stream()
                .map(item -> new StoryArchive.Text(item.name(), item.text(), null))
                .toList());
    }

    private static Cost costOfTexts(List<StoryArchive.Text> texts) {
        try (TemporaryArchive archive = new TemporaryArchive();
                TemporaryArchive without = new TemporaryArchive()) {
            double[] spent = new double[10];
            double[] spentWithout = new double[10];
            int part = texts.size() / 10;
            double statements = 0;
            double statementsWithout = 0;
            for (int tenth = 0; tenth < 10; tenth++) {
                statements = archive.stories.statements();
                statementsWithout = without.stories.statements();
                for (int from = tenth * part; from < (tenth + 1) * part; from += 64) {
                    List<StoryArchive.Text> some = texts.subList(from, Math.min((tenth + 1) * part, from + 64));
                    spent[tenth] += processorMillis(() -> archive.stories.saveAll(some)) / part;
                    spentWithout[tenth] += processorMillis(() -> without.stories.saveAllWithoutStories(some)) / part;
                }
            }
            return new Cost(
                    spent,
                    spentWithout,
                    (archive.stories.statements() - statements) / part,
                    (without.stories.statements() - statementsWithout) / part,
                    archive.bytes(),
                    without.bytes());
        }
    }

    private static double processorMillis(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
