package sourcebook.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import sourcebook.ingest.OpenArchive;

/// Embedded Solr beside bare Lucene, each of the version Solr was made for, on the texts, facets and phrases of
/// [PageRow]: what a grown program on Lucene takes for such a page. In a process of its own, with a class path that
/// Maven fetches when the row is asked for; so it is not among the rows that run when none is named.
final class SolrRow implements Row {
    private static final int QUESTIONS = 200;
    private static final int LEAST_WORDS = 2;
    private static final int MOST_WORDS = 3;
    private static final int LEAST_FOUND = 10;
    private static final int PATIENCE_MINUTES = 30;

    @Override
    public String name() {
        return "solr";
    }

    @Override
    public String about() {
        return "the same page of embedded Solr (without numbers of hits); limit: bare Lucene of its version";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Path folder = setting.scratch("solr");
        try {
            write(setting, folder);
            Map<String, double[]> times = run(setting, folder);
            double[] bare = times.get("bare");
            double[] solr = times.get("solr");
            if (bare == null || solr == null) {
                throw new IllegalStateException("The comparison with Solr printed no figures");
            }
            int documents = setting.corpus().documents();
            return List.of(
                    Figure.cost(name(), "Solr's page of 10, median, ms", documents, bare[0], solr[0], null),
                    Figure.cost(name(), "Solr's page of 10, p99, ms", documents, bare[1], solr[1], null));
        } finally {
            Setting.delete(folder);
        }
    }

    private static void write(Setting setting, Path folder) throws Exception {
        Path index = folder.resolve("words");
        try (OpenArchive archive = OpenArchive.open(setting.archive());
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(folder.resolve("documents"))))) {
            BarePageIndex.make(index, archive);
            Setting.forEach(archive, document -> write(out, BarePageIndex.document(document, archive)));
            try (BarePage bare = new BarePage(index)) {
                List<String> questions = new DrawnPhrases(archive, setting.seed())
                                .draw(
                                        QUESTIONS,
                                        LEAST_WORDS,
                                        MOST_WORDS,
                                        words -> bare.page(words, 1, 0).total() >= LEAST_FOUND)
                                .stream()
                                .map(words -> String.join(" ", words))
                                .toList();
                Files.write(folder.resolve("questions"), questions);
            }
        }
        Setting.delete(index);
    }

    private static void write(DataOutputStream out, Document document) throws IOException {
        for (String field : List.of(
                BarePageIndex.ID, BarePageIndex.TITLE, BarePageIndex.PATH, BarePageIndex.DATE, BarePageIndex.BODY)) {
            write(out, document.get(field));
        }
        List<SortedSetDocValuesFacetField> facets = BarePageIndex.facets(document);
        out.writeInt(facets.size());
        for (SortedSetDocValuesFacetField facet : facets) {
            write(out, facet.dim);
            write(out, facet.path[0]);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Map<String, double[]> run(Setting setting, Path folder) throws IOException, InterruptedException {
        Path project = Path.of("src", "bench", "solr").toAbsolutePath();
        Path classPath = folder.resolve("classpath");
        Path printed = folder.resolve("printed");
        start(
                printed,
                Path.of("mvnw").toAbsolutePath().toString(),
                "-q",
                "-B",
                "-f",
                project.resolve("pom.xml").toString(),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + classPath);
        start(
                printed,
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx4g",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                Files.readString(classPath).strip(),
                project.resolve("SolrPage.java").toString(),
                folder.toString(),
                Integer.toString(setting.rounds()));
        Map<String, double[]> times = new TreeMap<>();
        for (String line : Files.readAllLines(printed)) {
            String[] parts = line.split(" ");
            if (parts.length == 3 && (parts[0].equals("bare") || parts[0].equals("solr"))) {
                times.put(parts[0], new double[] {Double.parseDouble(parts[1]), Double.parseDouble(parts[2])});
            }
        }
        return times;
    }

    private static void start(Path printed, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command[0] + " took more than " + PATIENCE_MINUTES + " minutes");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + Files.readString(printed));
        }
    }
}
