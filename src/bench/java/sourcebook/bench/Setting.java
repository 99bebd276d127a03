package sourcebook.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.ingest.OpenArchive;

/// What the rows of one run share: the corpus, the archive that Sourcebook made of it, and the bare index of the texts
/// in that archive. Both are made when first asked for and kept in the work folder for the next run of the same
/// classes. Not thread-safe.
final class Setting {
    private static final int THREADS = 2;

    private final Corpus corpus;
    private final Path work;
    private final int rounds;
    private final long seed;
    private @Nullable Path archive;
    private @Nullable Path bare;

    Setting(Corpus corpus, Path work, int rounds, long seed) {
        this.corpus = corpus;
        this.work = work;
        this.rounds = rounds;
        this.seed = seed;
    }

    Corpus corpus() {
        return corpus;
    }

    /// Repetitions that a row makes of what it times.
    int rounds() {
        return rounds;
    }

    /// Of what a row draws at random.
    long seed() {
        return seed;
    }

    /// An empty folder for a row's own files.
    Path scratch(String name) throws IOException {
        Path folder = work.resolve("scratch-" + name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /// The archive that Sourcebook made of the corpus, closed; open it with [OpenArchive#open].
    ArchiveFolder archive() throws IOException, InterruptedException {
        if (archive == null) {
            Path folder =
                    work.resolve("archive-" + corpus.name() + "-" + corpus.documents() + "-" + seed + "-" + build());
            Path complete = work.resolve(folder.getFileName() + ".complete");
            if (!Files.exists(complete)) {
                delete(folder);
                Files.createDirectories(folder);
                try (OpenArchive open = OpenArchive.open(new ArchiveFolder(folder))) {
                    open.ingest().ingest(List.of(corpus.folder()));
                    open.ingest().awaitUpkeep();
                }
                Files.createFile(complete);
            }
            archive = folder;
        }
        return new ArchiveFolder(archive);
    }

    /// The folder of the bare index of the same documents: the texts that Sourcebook kept of them, under
    /// their ids, with the countries, years and sources that it found.
    Path bareIndex() throws IOException, InterruptedException {
        if (bare == null) {
            ArchiveFolder made = archive();
            Path folder = work.resolve("bare-" + made.root().getFileName());
            Path complete = work.resolve(folder.getFileName() + ".complete");
            if (!Files.exists(complete)) {
                delete(folder);
                try (OpenArchive open = OpenArchive.open(made)) {
                    List<CataloguedDocument> documents = documents(open);
                    BareIndex.make(folder, documents.size(), number -> item(documents.get(number), open), THREADS);
                }
                Files.createFile(complete);
            }
            bare = folder;
        }
        return bare;
    }

    /// Every document of an archive, in the order of its last change.
    static List<CataloguedDocument> documents(OpenArchive open) {
        List<CataloguedDocument> documents = new ArrayList<>();
        long after = 0;
        List<Change> changes = open.catalogue().changesAfter(after, 1_000);
        while (!changes.isEmpty()) {
            for (Change change : changes) {
                if (change.document() != null) {
                    documents.add(change.document());
                }
                after = change.sequence();
            }
            changes = open.catalogue().changesAfter(after, 1_000);
        }
        return documents;
    }

    private static BareIndex.Item item(CataloguedDocument document, OpenArchive open) {
        DocumentText text = open.catalogue().text(document.id()).orElse(DocumentText.NONE);
        List<String> countries = document.record().about().stream()
                .map(Evidenced::value)
                .distinct()
                .toList();
        Integer year = document.record().year();
        String source = document.record().sourceText();
        return new BareIndex.Item(
                document.id().value(),
                text.text(),
                countries.isEmpty() ? List.of("none") : countries,
                year == null ? "undated" : year.toString(),
                source == null || source.isBlank() ? "none" : source);
    }

    /// Sum of the sizes of all files below a folder, in bytes.
    static long size(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failed) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// A word that changes with the program, so that no archive of an older one is measured.
    private static String build() throws IOException {
        try {
            Path classes = Path.of(OpenArchive.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> walk = Files.walk(classes)) {
                return Long.toString(
                        walk.map(file -> file.toFile().lastModified())
                                .max(Comparator.naturalOrder())
                                .orElse(0L),
                        Character.MAX_RADIX);
            }
        } catch (java.net.URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
