package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// Formats, read by a real worker.
class ReadingTest {
    private static Workers workers;

    @BeforeAll
    static void start() throws IOException {
        workers = Workers.one();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    @Test
    void plainTextIsKeptAndItsByteOrderMarkIsNot() throws Exception {
        var document = workers.read("note.txt", "\uFEFFПриветствие — 你好\r\nSecond line\u0000\u0007");
        assertThat(document.mediaType()).isEqualTo("text/plain");
        assertThat(document.pages()).containsExactly("Приветствие — 你好\nSecond line ");
        assertThat(workers.read("w.txt", "\uFEFFwide".getBytes(StandardCharsets.UTF_16LE))
                        .pages())
                .containsExactly("wide");
    }

    @Test
    void textThatIsNotUtf8IsGuessed() throws Exception {
        String french =
                "Les élèves étrangers reçus à l'école du parti ont été logés à côté de la forêt, près du château.";
        assertThat(workers.read("note.txt", french.getBytes(Charset.forName("windows-1252")))
                        .pages())
                .containsExactly(french);
    }

    @Test
    void markdownKeepsItsFrontMatter() throws Exception {
        var document = workers.read("cable.md", "---\ntitle: A cable\n---\n\n# Text\n");
        assertThat(document.mediaType()).isEqualTo("text/markdown");
        assertThat(document.pages().getFirst()).startsWith("---\ntitle: A cable");
    }

    @Test
    void htmlKeepsItsSourceAndShowsWhatIsSeen() throws Exception {
        String html = """
                <!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
                <title>Title</title><style>p {}</style></head><body><p>Caf\u00e9 one</p><script>no()</script>
                <table><tr><td>a</td><td>b</td></tr></table></body></html>""";
        for (var charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8}) {
            var document = workers.read("page.html", html.getBytes(charset));
            assertThat(document.html()).isEqualTo(html);
            assertThat(document.pages()).containsExactly("Café one\na\tb");
        }
    }

    @Test
    void savedWebPagesAreHtml() throws Exception {
        var document = workers.read("page.mhtml", """
                From: <Saved by a browser>
                Subject: A page
                MIME-Version: 1.0
                Content-Type: multipart/related; type="text/html"; boundary="x"

                --x
                Content-Type: text/html; charset="utf-8"
                Content-Transfer-Encoding: quoted-printable
                Content-Location: https://example.org/page

                <html><body><p>Caf=C3=A9</p></body></html>
                --x--
                """);
        assertThat(document.html()).contains("<p>Café</p>");
        assertThat(document.pages()).containsExactly("Café");
    }

    @Test
    void messagesGiveTextHeadersAndAttachments() throws Exception {
        var document = workers.read("letter.eml", """
                From: =?UTF-8?Q?Ren=C3=A9?= <rene@example.org>
                To: Two <two@example.org>, three@example.org
                Subject: =?UTF-8?Q?Caf=C3=A9?=
                Date: Tue, 5 Mar 2019 10:00:00 +0100
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain; charset="iso-8859-1"
                Content-Transfer-Encoding: quoted-printable

                Gr=FC=DFe
                --inner
                Content-Type: text/html

                <p>Gr&uuml;&szlig;e twice</p>
                --inner--
                --outer
                Content-Type: text/plain
                Content-Disposition: attachment; filename="../../minutes.txt"

                The minutes.
                --outer--
                """);
        assertThat(document.mediaType()).isEqualTo("message/rfc822");
        assertThat(document.pages()).containsExactly("Grüße");
        assertThat(document.metadata().get("Message-From")).containsExactly("René <rene@example.org>");
        assertThat(document.metadata().get("Message-To")).containsExactly("Two <two@example.org>", "three@example.org");
        assertThat(document.metadata().get("dc:title")).containsExactly("Café");
        assertThat(document.metadata().get("dcterms:created")).containsExactly("2019-03-05T09:00:00Z");
        assertThat(document.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("minutes.txt");
            assertThat(part.file()).hasParent(workers.spool()).hasContent("The minutes.");
        });
    }

    @Test
    void aMessageInHtmlAloneIsText() throws Exception {
        var document = workers.read(
                "m.eml",
                "From: a@example.org\nSubject: s\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>One</p><p>Two</p>\n");
        assertThat(document.pages()).containsExactly("One\nTwo");
    }

    @Test
    void wordGivesParagraphsTablesAndProperties() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.getProperties().getCoreProperties().setTitle("A report");
            word.createParagraph().createRun().setText("First paragraph");
            word.createParagraph().createRun().setText("Second paragraph");
            var row = word.createTable(1, 2).getRow(0);
            row.getCell(0).setText("left");
            row.getCell(1).setText("right");
            word.write(bytes);
        }
        var document = workers.read("report.docx", bytes.toByteArray());
        assertThat(document.warnings()).isEmpty();
        assertThat(document.pages()).containsExactly("First paragraph\nSecond paragraph\nleft\tright");
        assertThat(document.metadata().get("dc:title")).containsExactly("A report");
    }

    @Test
    void slidesArePages() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("Slide one");
            show.createSlide().createTextBox().setText("Slide two");
            show.write(bytes);
        }
        assertThat(workers.read("show.pptx", bytes.toByteArray()).pages()).containsExactly("Slide one", "Slide two");
    }

    @Test
    void externalEntitiesAreNotFollowed() throws Exception {
        var secret = java.nio.file.Files.writeString(workers.folder().resolve("secret"), "the secret words");
        Extraction extraction = workers.extract("x.xml", """
                <?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "%s">]><d>before &e; after</d>""".formatted(secret.toUri()));
        assertThat(extraction.toString()).doesNotContain("secret words");
        assertThat(workers.read("next.txt", "next").pages()).containsExactly("next");
    }

    @Test
    void anEmptyFileSaysSo() throws Exception {
        assertThat(workers.read("empty.txt", "").noTextReason()).isEqualTo("the file is empty");
    }

    @Test
    void tooMuchTextFailsAndIsNeverCut() throws Exception {
        assertThat(workers.extract("long.txt", "word ".repeat(1_000_000)))
                .isInstanceOfSatisfying(Failed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(Kind.TOO_LARGE);
                    assertThat(failed.reason()).contains("4,000,000 characters");
                });
        assertThat(workers.read("next.txt", "next").pages()).containsExactly("next");
    }

    /// An object of a program that nothing here reads, a drawing or a chart, is not passed over in silence.
    @Test
    void anObjectThatCannotBeOpenedIsTold() throws Exception {
        var object = new ByteArrayOutputStream();
        try (var compound = new POIFSFileSystem()) {
            compound.createDocument(new ByteArrayInputStream(new byte[5_000]), "CONTENTS");
            compound.writeFilesystem(object);
        }
        var bytes = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("With an object");
            var name = PackagingURIHelper.createPartName("/word/embeddings/oleObject1.bin");
            var part = word.getPackage().createPart(name, "application/vnd.openxmlformats-officedocument.oleObject");
            try (var out = part.getOutputStream()) {
                object.writeTo(out);
            }
            word.getPackagePart()
                    .addRelationship(
                            name,
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject");
            word.write(bytes);
        }
        var document = workers.read("object.docx", bytes.toByteArray());
        assertThat(document.pages().getFirst()).contains("With an object");
        assertThat(document.parts()).isEmpty();
        assertThat(document.warnings()).containsExactly("An embedded object in it could not be opened.");
    }

    @Test
    void whatNobodyCanReadSaysSo() throws Exception {
        assertThat(workers.extract("data.bin", new byte[] {1, 2, 3, 0, 0, 0, 5, (byte) 0xFE}))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Kind.UNREADABLE));
        assertThat(workers.extract("cut.docx", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Kind.BROKEN));
    }
}
