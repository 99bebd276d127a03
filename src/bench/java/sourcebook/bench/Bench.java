package sourcebook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Starts the measuring.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures Sourcebook against bare Lucene and other limits in the same run.")
final class Bench implements Callable<Integer> {
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Documents to measure on. Without it a corpus is generated.")
    private @Nullable Path folder;

    @Option(names = "--documents", description = "Size of the generated corpus (${DEFAULT-VALUE}).")
    private int documents = 10_000;

    @Option(names = "--words", description = "Running words of its items, the median (${DEFAULT-VALUE}).")
    private int words = GeneratedCorpus.NEWS_ITEM;

    @Option(names = "--seed", description = "Of the generated corpus and of all that is drawn (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--rows", split = ",", description = "What to measure; all that is usual without it.")
    private List<String> rows = List.of();

    @Option(names = "--rounds", description = "Repetitions of each (${DEFAULT-VALUE}).")
    private int rounds = 7;

    @Option(names = "--warm", description = "Seconds that each side runs before it counts (${DEFAULT-VALUE}).")
    private int warm = 60;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Where to record what the rounds of a row that fills or scans spend their time on (.jfr).")
    private @Nullable Path profile;

    @Option(names = "--work", description = "Where corpora, archives and indexes are kept (${DEFAULT-VALUE}).")
    private Path work = Path.of("target/bench");

    @Option(names = "--report", description = "File to which the table is added.")
    private @Nullable Path report;

    @Option(names = "--list", description = "Lists the rows.")
    private boolean list;

    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE);
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            Rows.ALL.forEach(row -> System.out.printf("%-16s %s%n", row.name(), row.about()));
            return 0;
        }
        List<Row> chosen = chosen();
        Files.createDirectories(work);
        Corpus corpus = folder == null
                ? new GeneratedCorpus(documents, seed, words).write(work.toAbsolutePath())
                : FolderCorpus.of(folder.toAbsolutePath().normalize());
        Setting setting = new Setting(corpus, work.toAbsolutePath(), rounds, seed, Duration.ofSeconds(warm), profile);
        System.out.printf(
                Locale.ROOT, "%s: %,d documents, %.1f MB%n%n", corpus.name(), corpus.documents(), corpus.bytes() / 1e6);
        System.out.println(Figure.heading());
        List<Figure> figures = new ArrayList<>();
        for (Row row : chosen) {
            for (Figure figure : row.measure(setting)) {
                System.out.println(figure.line());
                figures.add(figure);
            }
        }
        if (report != null) {
            String table = figures.stream().map(Figure::line).collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(report, table, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return figures.stream().anyMatch(figure -> Boolean.FALSE.equals(figure.met())) ? 1 : 0;
    }

    private List<Row> chosen() {
        List<String> known = Rows.ALL.stream().map(Row::name).toList();
        List<String> unknown = rows.stream().filter(row -> !known.contains(row)).toList();
        if (!unknown.isEmpty()) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "No such row: " + unknown + "; there are " + known);
        }
        return Rows.ALL.stream()
                .filter(row -> rows.isEmpty() ? row.usual() : rows.contains(row.name()))
                .toList();
    }
}
