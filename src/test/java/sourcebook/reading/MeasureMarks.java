package sourcebook.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.extraction.PageWorkers;
import sourcebook.ingest.KeptExtraction;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.Hit;
import sourcebook.search.Layer;

/// Not a test: how exactly the marks on page images cover the words of hits, over the PDFs below a folder, judged by
/// poppler's words ([MarkScore] says how).
///
/// Queries are words and phrases drawn from each document's text with a fixed seed (`-Dseed`, 1), a third of the
/// phrases over line ends, some over the ends of pages; all hits of each in its document are judged. The same is done
/// with scans made of five of the documents (`-Dscans`; `-Dtexts=false` for these alone), recognised by Tesseract, with
/// queries drawn from the words
/// that poppler finds in the originals. `-Dshow` prints so many failures.
public final class MeasureMarks {
    private static final int QUERIES = 60; // for a document
    private static final int[] DPI = {300, 250, 200, 300, 250};

    private final Random random = new Random(Long.getLong("seed", 1));
    private final int show = Integer.getInteger("show", 20);
    private final PageReader reader;
    private final OpenArchive archive;
    private int queries;
    private int hits;
    private int words;
    private int right;
    private int shown;
    private int repeated;
    private int unplaced;
    private int unjudged; // words where poppler has none: read in a picture

    private MeasureMarks(OpenArchive archive, PageReader reader) {
        this.archive = archive;
        this.reader = reader;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        List<Path> originals;
        try (Stream<Path> walk = Files.walk(folder)) {
            originals = walk.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        Path work = Files.createTempDirectory("measure-marks");
        try {
            if (Boolean.parseBoolean(System.getProperty("texts", "true"))) {
                System.out.println("text PDFs");
                measure(originals, originals, work.resolve("texts"));
            }
            List<Path> scanned = new ArrayList<>();
            List<Path> copies = new ArrayList<>();
            int wanted = Integer.getInteger("scans", 5);
            Files.createDirectories(work.resolve("copies"));
            for (int i = 0; i < wanted && i < originals.size(); i++) {
                Path original = originals.get(i * originals.size() / wanted);
                Path copy = work.resolve("copies").resolve(i + ".pdf");
                ScannedCopy.make(original, copy, DPI[i % DPI.length]);
                scanned.add(original);
                copies.add(copy);
            }
            System.out.println("scans");
            measure(copies, scanned, work.resolve("scans"));
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
    }

    /// @param judged for each document the file that poppler reads
    private static void measure(List<Path> documents, List<Path> judged, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (int i = 0; i < documents.size(); i++) {
            Files.copy(documents.get(i), folder.resolve("%03d.pdf".formatted(i)));
        }
        var place = new ArchiveFolder(folder);
        place.create();
        try (OpenArchive archive = OpenArchive.open(place);
                var reader = new PageReader(
                        place.pages(),
                        PageReader.CACHE_BYTES,
                        archive.catalogue(),
                        archive.originals()::of,
                        id -> archive.catalogue().kept(id).flatMap(KeptExtraction::unpack),
                        new PageWorkers(PageWorkers.Settings.defaults()))) {
            archive.ingest().rescan();
            archive.ingest().awaitUpkeep();
            var measure = new MeasureMarks(archive, reader);
            for (CataloguedDocument document : documents(archive)) {
                int number =
                        Integer.parseInt(document.locations().getFirst().path().replaceAll("\\D", ""));
                measure.document(document, PopplerPages.of(judged.get(number)), !documents.equals(judged));
            }
            System.out.printf(
                    "all: %,d queries, %,d hits on pages, %,d words, %,d right: %.2f %% (%.2f %% of those beside %,d words"
                            + " where poppler has none); %d hits without a place, %d marked where another is%n",
                    measure.queries,
                    measure.hits,
                    measure.words,
                    measure.right,
                    100.0 * measure.right / Math.max(1, measure.words),
                    100.0 * measure.right / Math.max(1, measure.words - measure.unjudged),
                    measure.unjudged,
                    measure.unplaced,
                    measure.repeated);
        }
    }

    private static List<CataloguedDocument> documents(OpenArchive archive) {
        return archive.catalogue().documentsBelow("").stream()
                .flatMap(id -> archive.catalogue().find(id).stream())
                .sorted(Comparator.comparing(
                        document -> document.locations().getFirst().path()))
                .toList();
    }

    private void document(CataloguedDocument document, PopplerPages poppler, boolean scan) {
        DocumentText text = archive.catalogue().text(document.id()).orElseThrow();
        String source = scan ? words(poppler) : text.text();
        int before = words;
        int beforeRight = right;
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < QUERIES; i++) {
            String query = query(source, text, i % 6, scan);
            if (!query.isEmpty() && asked.add(query)) {
                judge(document, text, poppler, query);
            }
        }
        System.out.printf(
                "%-16s %,6d words, %6.2f %% right%n",
                document.locations().getFirst().path(),
                words - before,
                100.0 * (right - beforeRight) / Math.max(1, words - before));
    }

    private void judge(CataloguedDocument document, DocumentText text, PopplerPages poppler, String query) {
        queries++;
        List<Hit> found = archive.engine().hits(document.id(), query);
        Set<Box> marked = new HashSet<>();
        for (int page = 1; page <= text.pages(); page++) {
            int start = text.pageStarts().get(page - 1);
            int end = page < text.pages()
                    ? text.pageStarts().get(page)
                    : text.text().length();
            if (found.stream().noneMatch(hit -> hit.layer() == Layer.TEXT && hit.start() < end && hit.end() > start)) {
                continue;
            }
            PageLayout layout = given(reader.layout(document, page));
            for (MarkedHit hit : HitBoxes.of(layout, found)) {
                String part = text.text()
                        .substring(
                                Math.max(start, hit.hit().start()),
                                Math.min(end, hit.hit().end()));
                if (PopplerPages.tokens(part).isEmpty()) {
                    continue;
                }
                var score = MarkScore.of(part, hit.boxes(), poppler.page(page), layout.height() / layout.width());
                hits++;
                words += score.words();
                unplaced += hit.boxes().isEmpty() ? 1 : 0;
                unjudged += score.covered().isEmpty() && !hit.boxes().isEmpty() ? score.words() : 0;
                boolean twice =
                        !hit.boxes().isEmpty() && !marked.add(hit.boxes().getFirst());
                repeated += twice ? 1 : 0;
                right += twice ? 0 : score.right();
                if ((score.right() < score.words() || twice) && shown < show) {
                    shown++;
                    System.out.printf(
                            "    %s page %d, %s: “%s” is marked as “%s” %s%n",
                            document.locations().getFirst().path(),
                            page,
                            query,
                            part.replace("\n", "⏎"),
                            score.covered(),
                            hit.boxes());
                }
            }
            marked.clear();
        }
    }

    private static <T> T given(Answer<T> answer) {
        return switch (answer) {
            case Answer.Given<T>(var value) -> value;
            case Answer.Refused<T>(var _, String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private static String words(PopplerPages poppler) {
        var all = new StringBuilder();
        for (int page = 1; page <= poppler.count(); page++) {
            poppler.page(page).forEach(segment -> all.append(segment.text()).append(' '));
        }
        return all.toString();
    }

    /// @param kind 0 and 1: a word; 2 and 3: a phrase; 4: a phrase over a line end; 5: one over the end of a page
    private String query(String source, DocumentText text, int kind, boolean scan) {
        List<int[]> runs = PopplerPages.runs(source);
        if (runs.size() < 10) {
            return "";
        }
        int first = random.nextInt(runs.size() - 6);
        int length = kind < 2 ? 1 : 2 + random.nextInt(4);
        if (!scan && kind == 4) {
            first = over(source, runs, first, source.indexOf('\n', runs.get(first)[1]), length);
        } else if (!scan && kind == 5 && text.pages() > 1) {
            int page = 1 + random.nextInt(text.pages() - 1);
            first = over(source, runs, first, text.pageStarts().get(page) - 1, length);
        }
        int[] from = runs.get(first);
        int[] to = runs.get(Math.min(runs.size() - 1, first + length - 1));
        String words = source.substring(from[0], to[1]).replaceAll("\\s+", " ").replace("\"", " ");
        return length == 1 ? (words.length() > 2 ? words : "") : "\"" + words + "\"";
    }

    /// The run from which a phrase of so many leads over this place.
    private int over(String source, List<int[]> runs, int otherwise, int place, int length) {
        if (place < 0) {
            return otherwise;
        }
        int behind = 0;
        while (behind < runs.size() && runs.get(behind)[0] < place) {
            behind++;
        }
        return Math.clamp(behind - 1 - random.nextInt(length - 1), 0, runs.size() - 1);
    }
}
