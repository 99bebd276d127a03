package sourcebook.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.LedgerTotals;
import sourcebook.description.story.StoryComparer;
import sourcebook.extraction.DirectExtractor;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.extraction.Extractor;
import sourcebook.extraction.WorkerExtractor;
import sourcebook.ingest.Ingest;
import sourcebook.ingest.Settings;
import sourcebook.search.lucene.LuceneSearchEngine;

/// PDF files until they are searchable, against Tika in this process and bare Lucene, two threads each, and against
/// Recoll where it is installed. What runs in Java is warm: Sourcebook's workers live from round to round, as they do
/// in the service. A second figure has the extraction alone; it is taken first, so that the other does not meet colder
/// workers. No side recognises scans: Sourcebook would do it behind what is asked here.
///
/// With a folder its PDF files are read, without one generated reports.
final class PdfRow implements Row {
    private static final int THREADS = 2;
    private static final int REPORTS = 500;
    private static final double TARGET = .8;
    private static final double TARGET_BESIDE_RECOLL = 1.5;
    private static final double SAME_WORDS = .9; // of a document's words on both sides, at least
    // what Tika would give to an OCR engine takes seconds a page
    private static final String NO_OCR = """
            <properties><parsers><parser class="org.apache.tika.parser.DefaultParser">
              <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
            </parser></parsers></properties>""";

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String about() {
        return "PDF files until searchable, against Tika in this process and bare Lucene; without PDFs generated ones";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Corpus corpus = pdfs(setting);
        AutoDetectParser tika = tika();
        ExtractionSettings settings = ExtractionSettings.defaults();
        Extractor workers = new DirectExtractor(new WorkerExtractor(settings), settings);
        Extractor kept = new Kept(workers);
        try {
            compare(corpus, tika, workers, setting.scratch("pdf-spool"));
            // the extraction first: what follows finds workers that are warm
            Path spool = setting.scratch("pdf-spool");
            Rounds.Compared extracted = Rounds.of(
                    setting,
                    () -> each(corpus, number -> parsed(tika, corpus, number)),
                    () -> each(corpus, number -> read(workers, corpus, number, spool)));
            Rounds.Side product = () -> new Taken(setting.scratch("pdf"), corpus, kept);
            Rounds.Compared searchable = Rounds.of(
                    setting,
                    BareIndex.side(setting, corpus.documents(), number -> item(tika, corpus, number), THREADS),
                    product);
            List<Figure> figures = new ArrayList<>(figures("until searchable", corpus, searchable, TARGET));
            figures.addAll(figures("extracted", corpus, extracted, null));
            if (Recoll.isInstalled()) {
                Rounds.Compared beside = Rounds.warmed(
                        setting.rounds(),
                        () -> new Recoll(setting.scratch("recoll"), corpus.folder(), corpus.documents()),
                        product);
                figures.add(speed("until searchable, beside Recoll", corpus, beside, TARGET_BESIDE_RECOLL));
            } else {
                System.err.println("Not held against Recoll, which is not installed (./sourcebook bench peers FOLDER"
                        + " installs it).");
            }
            return figures;
        } finally {
            workers.close();
        }
    }

    private List<Figure> figures(String what, Corpus corpus, Rounds.Compared compared, @Nullable Double target) {
        double documents = (double) corpus.documents() * compared.limit().wall().length;
        return List.of(
                speed(what, corpus, compared, target),
                Figure.cost(
                        name(),
                        "processor ms a PDF " + what,
                        corpus.documents(),
                        compared.limit().processor() / 1e6 / documents,
                        compared.product().processor() / 1e6 / documents,
                        null));
    }

    private Figure speed(String what, Corpus corpus, Rounds.Compared compared, @Nullable Double target) {
        int documents = corpus.documents();
        return Figure.speed(
                name(),
                "PDFs a second " + what,
                documents,
                documents / (compared.limit().median() / 1e9),
                documents / (compared.product().median() / 1e9),
                target);
    }

    private static Corpus pdfs(Setting setting) throws IOException {
        Corpus all = setting.corpus();
        List<Path> files = all.files().stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                .toList();
        if (files.isEmpty()) {
            Path scratch = setting.scratch("none");
            return GeneratedReports.write(REPORTS, setting.seed(), scratch.resolveSibling("generated-reports"));
        }
        return new Corpus(all.name(), all.folder(), files, all.bytes());
    }

    private static AutoDetectParser tika() throws IOException, TikaException, SAXException {
        byte[] config = NO_OCR.getBytes(StandardCharsets.UTF_8);
        return new AutoDetectParser(new TikaConfig(new ByteArrayInputStream(config)));
    }

    private static String parsed(AutoDetectParser tika, Corpus corpus, int number) throws IOException {
        Path file = corpus.folder().resolve(corpus.files().get(number));
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        BodyContentHandler text = new BodyContentHandler(-1);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            tika.parse(in, text, metadata, new ParseContext());
        } catch (TikaException | SAXException damaged) {
            throw new IOException("Tika cannot read " + file, damaged);
        }
        return text.toString();
    }

    private static BareIndex.Item item(AutoDetectParser tika, Corpus corpus, int number) throws IOException {
        return new BareIndex.Item(
                Integer.toString(number), parsed(tika, corpus, number), List.of("none"), "undated", "none");
    }

    private static String read(Extractor workers, Corpus corpus, int number, Path spool) throws InterruptedException {
        Path file = corpus.folder().resolve(corpus.files().get(number));
        return switch (workers.extract(file, file.getFileName().toString(), spool, false)) {
            case Extraction.Read(var document) -> String.join("\n", document.pages());
            case Extraction.Failed(var kind, String reason) ->
                throw new IllegalStateException(file + ": " + kind + ", " + reason);
        };
    }

    /// The answers first: both sides find about the same number of words in every document.
    private static void compare(Corpus corpus, AutoDetectParser tika, Extractor workers, Path spool) throws Exception {
        for (int number = 0; number < corpus.documents(); number++) {
            double limit = words(parsed(tika, corpus, number));
            double product = words(read(workers, corpus, number, spool));
            if (product < SAME_WORDS * limit) {
                throw new IllegalStateException("%s: %.0f words, Tika finds %.0f"
                        .formatted(corpus.files().get(number), product, limit));
            }
        }
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    private interface One {
        String of(int number) throws Exception;
    }

    private static void each(Corpus corpus, One one) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            Callable<Void> task = () -> {
                for (int i = next.getAndIncrement(); i < corpus.documents(); i = next.getAndIncrement()) {
                    one.of(i);
                }
                return null;
            };
            for (var running : pool.invokeAll(List.of(task, task))) {
                running.get();
            }
        }
    }

    /// An empty archive that takes in the PDF files with workers that are kept. Open before the clock runs.
    private static final class Taken implements Rounds.Opened {
        private final Corpus corpus;
        private final Database database;
        private final LuceneSearchEngine engine;
        private final Ingest ingest;

        Taken(Path root, Corpus corpus, Extractor workers) throws IOException {
            this.corpus = corpus;
            ArchiveFolder folder = new ArchiveFolder(root);
            folder.create();
            Files.writeString(folder.settings(), "extraction.ocr = false\n");
            Settings settings = Settings.read(folder.settings());
            database = Database.open(folder.database());
            engine = LuceneSearchEngine.open(folder.index(), settings.facets());
            Catalogue catalogue = new Catalogue(database, new StoryComparer());
            ingest = new Ingest(folder, settings, catalogue, new Ledger(database), engine, workers, workers);
        }

        @Override
        public void run() throws IOException, InterruptedException {
            LedgerTotals totals = ingest.ingest(List.of(corpus.folder()));
            if (totals.indexed() < corpus.documents()) {
                throw new IllegalStateException("Not all documents were indexed: " + totals);
            }
        }

        @Override
        public void close() throws InterruptedException {
            try (database;
                    engine) {
                ingest.close();
            }
        }
    }

    /// Workers that outlive the archive that was made with them.
    private record Kept(Extractor workers) implements Extractor {
        @Override
        public Extraction extract(Path original, String name, Path spool, boolean recognise)
                throws InterruptedException {
            return workers.extract(original, name, spool, recognise);
        }

        @Override
        public Optional<Extraction.Read> readAtOnce(Path original, String name) {
            return workers.readAtOnce(original, name);
        }

        @Override
        public void close() {
            // the row closes them
        }
    }
}
