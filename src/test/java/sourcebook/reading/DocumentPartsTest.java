package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.ingest.KeptExtraction;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Look;
import sourcebook.reading.CleanPage.Part;

/// Documents of every format without printed pages, read into an archive, in their parts.
class DocumentPartsTest {
    @TempDir
    private static Path folder;

    private static ReadingArchive archive;
    private static CleanPage clean;

    @BeforeAll
    static void read() throws Exception {
        SampleFormats.write(folder);
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Files.createDirectories(saved.resolve("page_files"));
        Files.write(saved.resolve("page_files/the quay.png"), SampleFormats.png());
        Files.write(folder.resolve("secret.png"), SampleFormats.png());
        Files.writeString(saved.resolve("page_files/not.png"), "<svg onload='alert(1)'/>");
        Files.createSymbolicLink(saved.resolve("page_files/link.png"), folder.resolve("secret.png"));
        Files.writeString(saved.resolve("page.html"), """
                <html><head><title>A page saved whole</title></head><body><article><h1>A page saved whole</h1>
                <p>The council voted on Wednesday to lower the fee for ships that come into the harbour in summer.</p>
                <img alt="in its folder" src="page_files/the%20quay.png">
                <img alt="above it" src="../secret.png"><img alt="above again" src="page_files/../../secret.png">
                <img alt="linked" src="page_files/link.png"><img alt="no image" src="page_files/not.png">
                <img alt="absolute" src="/etc/logo.png"><img alt="by scheme" src="file:///etc/logo.png">
                <p>Nobody at the meeting could say what the fee had brought in during the last ten summers.</p>
                </article></body></html>
                """);
        archive = new ReadingArchive(folder).read();
        clean = new CleanPage(
                id -> archive.archive.catalogue().kept(id).flatMap(KeptExtraction::unpack),
                archive.archive.originals()::of,
                archive.reader);
    }

    @AfterAll
    static void close() throws Exception {
        archive.close();
    }

    private static DocumentText text(CataloguedDocument document) {
        return archive.archive.catalogue().text(document.id()).orElseThrow();
    }

    private static List<Part> parts(String name) {
        CataloguedDocument document = archive.document(name);
        List<Part> parts = clean.of(document, text(document));
        int last = 0;
        for (Part part : parts) {
            assertThat(part.start()).as("%s in %s", part, name).isGreaterThanOrEqualTo(last);
            last = part.end();
        }
        return parts;
    }

    private static List<String> words(String name, Kind kind) {
        DocumentText text = text(archive.document(name));
        return parts(name).stream()
                .filter(part -> part.kind() == kind)
                .map(part -> text.text().substring(part.start(), part.end()))
                .toList();
    }

    private static List<String> looks(String name, Look look) {
        DocumentText text = text(archive.document(name));
        List<String> all = new ArrayList<>();
        parts(name)
                .forEach(part -> part.written().stream()
                        .filter(written -> written.look() == look)
                        .forEach(written -> all.add(text.text().substring(written.start(), written.end()))));
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fee.docx",
                "fee.doc",
                "fee.odt",
                "fee.rtf",
                "fee.epub",
                "fee.eml",
                "fee-both.eml",
                "fee.msg",
                "fee.mht",
                "fee.md"
            })
    void headingsAndWordsInBoldAreTold(String name) {
        List<String> headings = new ArrayList<>(words(name, Kind.HEADING));
        if (name.endsWith(".msg")) {
            assertThat(headings.removeFirst()).as("the subject").isEqualTo("The harbour fee");
        }
        assertThat(headings).containsExactly("The harbour fee", "What was decided");
        assertThat(looks(name, Look.STRONG)).containsExactly(SampleFormats.STRONG);
        List<Part> levels =
                parts(name).stream().filter(part -> part.kind() == Kind.HEADING).toList();
        assertThat(levels.getLast().level()).as("of a part").isEqualTo(2);
        assertThat(levels.getFirst().level()).as("of the whole").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fee.pptx", "fee.ppt", "fee.odp"})
    void slidesHaveTitlesListsAndWordsInBold(String name) {
        assertThat(words(name, Kind.HEADING)).containsExactly("The harbour fee");
        assertThat(looks(name, Look.STRONG)).containsExactly(SampleFormats.STRONG);
        assertThat(words(name, Kind.ITEM)).containsExactly(SampleFormats.FIRST_ITEM, SampleFormats.SECOND_ITEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fee.docx",
                "fee.doc",
                "fee.odt",
                "fee.epub",
                "fee.eml",
                "fee-both.eml",
                "fee.msg",
                "fee.mht",
                "fee.md"
            })
    void listsAndTablesAreTold(String name) {
        List<Part> items =
                parts(name).stream().filter(part -> part.kind() == Kind.ITEM).toList();
        assertThat(items).hasSize(2);
        assertThat(items.getFirst().group())
                .isPositive()
                .isEqualTo(items.getLast().group());
        assertThat(items).noneMatch(Part::ordered);
        assertThat(words(name, Kind.ITEM).getFirst()).endsWith("Boats under six metres pay nothing.");
        table(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fee.rtf", "fee.pptx", "fee.ppt", "fee.odp", "fee.xlsx", "fee.xls", "fee.ods"})
    void otherTablesAreTold(String name) {
        if (!name.endsWith(".ods")) { // its text has no names of sheets
            assertThat(words(name, Kind.HEADING)).first().isEqualTo("The harbour fee");
        }
        table(name);
    }

    private static void table(String name) {
        List<Part> cells = parts(name).stream()
                .filter(part -> part.kind() == Kind.CELL || part.kind() == Kind.HEAD)
                .limit(4)
                .toList();
        assertThat(cells).extracting(Part::column).containsExactly(0, 1, 0, 1);
        assertThat(cells.get(0).row())
                .isEqualTo(cells.get(1).row())
                .isNotEqualTo(cells.get(2).row());
        DocumentText text = text(archive.document(name));
        assertThat(cells.stream().map(cell -> text.text().substring(cell.start(), cell.end())))
                .containsExactly("Length of the boat", "Fee for a month", "Six to nine metres", "Twelve crowns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fee.docx",
                "fee.doc",
                "fee.odt",
                "fee.rtf",
                "fee.epub",
                "fee.pptx",
                "fee.ppt",
                "fee.odp",
                "fee.eml",
                "fee-both.eml",
                "fee.msg",
                "fee.mht"
            })
    void picturesInsideAreShownAndNoOthers(String name) throws Exception {
        CataloguedDocument document = archive.document(name);
        List<Part> held = parts(name).stream()
                .filter(part -> part.kind() == Kind.IMAGE && !part.source().isEmpty())
                .toList();
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().source()).matches("pictures/\\d+");
        int number = Integer.parseInt(held.getFirst().source().substring("pictures/".length()));
        assertThat(clean.picture(document, number).orElseThrow().bytes()).isEqualTo(SampleFormats.png());
        assertThat(clean.picture(document, 0)).isEmpty();
        assertThat(clean.picture(document, 999)).isEmpty();
    }

    @Test
    void signsOfMarkdownAreNotShownAndHitsAreWhereTheyWere() {
        assertThat(looks("fee.md", Look.SIGN))
                .containsExactly("**", "**", "*", "*", "> ", "![", "](https://example.org/quay.png)");
        assertThat(looks("fee.md", Look.EMPHASIS)).containsExactly("many");
        assertThat(words("fee.md", Kind.QUOTE)).containsExactly("> A harbour without boats is only water.");
    }

    @Test
    void imagesSavedBesideAPageAreShownAndNothingOutside() throws Exception {
        CataloguedDocument document = archive.document("page.html");
        List<Part> images = parts("page.html").stream()
                .filter(part -> part.kind() == Kind.IMAGE)
                .toList();
        assertThat(images)
                .extracting(Part::alt)
                .containsExactly(
                        "in its folder", "above it", "above again", "linked", "no image", "absolute", "by scheme");
        assertThat(images)
                .filteredOn(image -> !image.source().isEmpty())
                .extracting(Part::alt)
                .containsExactly("in its folder", "no image");
        assertThat(clean.picture(document, 1).orElseThrow().bytes()).isEqualTo(SampleFormats.png());
        assertThat(clean.picture(document, 2))
                .as("it only calls itself an image")
                .isEmpty();
    }
}
