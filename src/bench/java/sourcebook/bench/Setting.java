package sourcebook.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Change;
import sourcebook.catalogue.DocumentId;
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
    private final Duration warming;
    private final @Nullable Path profile;
    private @Nullable Path archive;
    private @Nullable Path bare;
    private @Nullable Filling filling;

    Setting(Corpus corpus, Path work, int rounds, long seed, Duration warming, @Nullable Path profile) {
        this.corpus = corpus;
        this.work = work;
        this.rounds = rounds;
        this.seed = seed;
        this.warming = warming;
        this.profile = profile;
    }

    Corpus corpus() {
        return corpus;
    }

    /// Repetitions that a row makes of what it times.
    int rounds() {
        return rounds;
    }

    /// How long each side of a comparison runs before its rounds count. Nothing still means one round.
    Duration warming() {
        return warming;
    }

    /// The file for a recording of the rounds that fill and scan; nothing is recorded without one.
    @Nullable
    Path profile() {
        return profile;
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

    /// What it took to fill the archive, in nanoseconds: the files until they were searchable and durable.
    record Filling(long wall, long processor) {}

    Filling filling() throws IOException, InterruptedException {
        archive();
        return Objects.requireNonNull(filling);
    }

    /// The archive that Sourcebook made of the corpus, closed; open it with [OpenArchive#open].
    ArchiveFolder archive() throws IOException, InterruptedException {
        if (archive == null) {
            Path folder =
                    work.resolve("archive-" + corpus.name() + "-" + corpus.documents() + "-" + seed + "-" + build());
            Path complete = work.resolve(folder.getFileName() + ".filled");
            if (!Files.exists(complete)) {
                delete(folder);
                Files.createDirectories(folder);
                long processor = Rounds.processorNanos();
                long start = System.nanoTime();
                try (OpenArchive open = OpenArchive.open(new ArchiveFolder(folder))) {
                    open.ingest().ingest(List.of(corpus.folder()));
                    processor = Rounds.processorNanos() - processor;
                    start = System.nanoTime() - start;
                    open.ingest().awaitUpkeep();
                    open.engine().settle(); // as it is by itself when nothing has come in for ten seconds
                }
                Files.writeString(complete, start + " " + processor);
            }
            String[] took = Files.readString(complete).strip().split(" ");
            filling = new Filling(Long.parseLong(took[0]), Long.parseLong(took[1]));
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
                    List<DocumentId> ids = ids(open);
                    BareIndex.make(
                            folder,
                            ids.size(),
                            number ->
                                    item(open.catalogue().find(ids.get(number)).orElseThrow(), open),
                            THREADS);
                }
                Files.createFile(complete);
            }
            bare = folder;
        }
        return bare;
    }

    /// What is done with each document of an archive.
    interface EachDocument {
        void take(CataloguedDocument document) throws IOException;
    }

    /// Goes through every document of an archive in the order of its last change; only some are in memory at a time.
    static void forEach(OpenArchive open, EachDocument each) throws IOException {
        long after = 0;
        List<Change> changes = open.catalogue().changesAfter(after, 1_000);
        while (!changes.isEmpty()) {
            for (Change change : changes) {
                if (change.document() != null) {
                    each.take(change.document());
                }
                after = change.sequence();
            }
            changes = open.catalogue().changesAfter(after, 1_000);
        }
    }

    /// The ids of all documents of an archive, in the same order.
    static List<DocumentId> ids(OpenArchive open) throws IOException {
        List<DocumentId> ids = new ArrayList<>();
        forEach(open, document -> ids.add(document.id()));
        return ids;
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
