package sourcebook.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Twenty people search a server of little memory while it takes in files, against the same people while it does not.
/// Each asks, reads for [#READING_MILLIS], and asks again.
final class CrowdRow implements Row {
    private static final String HEAP = "-Xmx512m";
    private static final int PEOPLE = 20;
    private static final int QUESTIONS_EACH = 25;
    private static final int READING_MILLIS = 1_000;
    private static final int NEW_FILES = 2_000;
    private static final double TARGET = 5;

    @Override
    public String name() {
        return "crowd";
    }

    @Override
    public String about() {
        return "20 people searching with " + HEAP + " while " + NEW_FILES + " files come in; limit: while none come";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Path archive = setting.scratch("crowd");
        copy(setting.archive().root(), archive);
        List<String> queries = Program.phrases(setting, PEOPLE * QUESTIONS_EACH);
        int documents = setting.corpus().documents();
        try (Program.Served served = Program.serve(archive, HEAP, queries.getFirst())) {
            crowd(served, queries); // so that both meet a server that has run for a while
            double[] idle = crowd(served, queries);
            GeneratedCorpus more = new GeneratedCorpus(documents + NEW_FILES, setting.seed() + 1);
            for (int i = 0; i < NEW_FILES; i++) {
                Files.writeString(archive.resolve("new-" + i + ".txt"), more.text(i));
            }
            double[] busy = crowd(served, queries);
            if (!served.alive()) {
                throw new IllegalStateException("The server has ended.");
            }
            return List.of(
                    Figure.cost(name(), "p50 of a search, ms", documents, quantile(idle, .5), quantile(busy, .5), null),
                    Figure.cost(
                            name(),
                            "p99 of a search, ms, " + HEAP,
                            documents,
                            quantile(idle, .99),
                            quantile(busy, .99),
                            TARGET),
                    Figure.alone(name(), "alive on the heap, MB", documents, served.retained() / 1e6, null));
        } finally {
            Setting.delete(archive);
        }
    }

    /// Times of all questions in milliseconds, sorted.
    private static double[] crowd(Program.Served served, List<String> queries) throws Exception {
        List<Callable<double[]>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int first = person;
            people.add(() -> {
                double[] times = new double[QUESTIONS_EACH];
                TimeUnit.MILLISECONDS.sleep((long) first * READING_MILLIS / PEOPLE);
                for (int i = 0; i < QUESTIONS_EACH; i++) {
                    long start = System.nanoTime();
                    served.search(queries.get(i * PEOPLE + first));
                    times[i] = (System.nanoTime() - start) / 1e6;
                    TimeUnit.MILLISECONDS.sleep(READING_MILLIS);
                }
                return times;
            });
        }
        List<Double> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
            for (Future<double[]> person : threads.invokeAll(people)) {
                Arrays.stream(person.get()).forEach(all::add);
            }
        }
        return all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file).toString()),
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
