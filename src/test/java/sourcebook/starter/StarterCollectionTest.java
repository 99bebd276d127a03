package sourcebook.starter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The starter collection as it lies in `archive/`.
class StarterCollectionTest {
    private static final Path ARCHIVE = Path.of("archive");

    /// How a document says that it is a sample, in each language of the collection.
    private static final List<String> MARKS = List.of(
            "Sample document written for Sourcebook",
            "为 Sourcebook 编写的样本文件",
            "Document d'exemple rédigé pour Sourcebook",
            "وثيقة نموذجية كُتبت من أجل Sourcebook",
            "Образец документа, написанный для Sourcebook",
            "Documento de muestra escrito para Sourcebook");

    /// By name, so that what a user drops into the folder does not count.
    private static final List<String> WRITTEN_BY_HAND = List.of(
            "collected/minutes-dushanbe.txt",
            "collected/module-3.txt",
            "collected/radio.txt",
            "collected/speech.txt",
            "languages/dawra-alqahira-2015.html",
            "languages/escuela-de-alcaldes-2013.html",
            "languages/ganbu-peixun-2018.txt",
            "languages/obmen-uchitelyami-2006.txt",
            "languages/voyage-d-etudes-abidjan-2009.md",
            "letters/memo-selection-2015.txt",
            "letters/reply-to-the-registrar-1999.md",
            "letters/thank-you-from-a-teacher.txt",
            "mail/re-visit-of-the-committee-2012.eml",
            "news/academy-addis-daejeon.html",
            "news/exchange-twenty-years-hanoi.html",
            "news/journalists-study-tour-accra.html",
            "news/meridian-wire-leadership-school.html",
            "news/party-school-opens-on-the-lake.html",
            "news/what-makes-a-good-host.html",
            "news/who-pays-for-the-study-tour.html",
            "news/youth-delegation-windhoek.html",
            "notes/glossary.md",
            "notes/interview-interpreter-2016.md",
            "notes/reading-list.txt",
            "reports/review-of-courses-2001.txt");

    private static Map<String, byte[]> made = Map.of();
    /// The texts of all documents, those in containers too, by path.
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        made = MakeStarterCollection.documents();
        List<String> paths = new ArrayList<>(WRITTEN_BY_HAND);
        paths.addAll(made.keySet());
        for (String path : paths) {
            TEXTS.putAll(texts(path, Files.readAllBytes(ARCHIVE.resolve(path))));
        }
    }

    @Test
    void holdsEnoughForAFirstLook() {
        assertTrue(TEXTS.size() >= 34, TEXTS.keySet().toString());
        for (String ending : List.of("pdf", "docx", "odt", "pptx", "html", "txt", "md", "eml")) {
            assertTrue(TEXTS.keySet().stream().anyMatch(path -> path.endsWith("." + ending)), ending);
        }
        for (String phrase : List.of("party school", "study tour", "exchange programme")) {
            long holding = TEXTS.values().stream()
                    .filter(text -> text.replaceAll("\\s+", " ").contains(phrase))
                    .count();
            assertTrue(holding >= 20, phrase + ": " + holding);
        }
    }

    @Test
    void everyDocumentSaysThatItIsASample() {
        TEXTS.forEach((path, text) -> {
            String line = text.replaceAll("\\s+", " ");
            assertTrue(MARKS.stream().anyMatch(line::contains), path + ": " + line);
        });
    }

    @Test
    void madeAgainTheTextsAreTheSame() throws IOException {
        for (Map.Entry<String, byte[]> document : made.entrySet()) {
            Path file = ARCHIVE.resolve(document.getKey());
            assertTrue(Files.isRegularFile(file), file.toString());
            texts(document.getKey(), document.getValue())
                    .forEach((path, text) -> assertEquals(TEXTS.get(path), text, path));
        }
    }

    @Test
    void whatNeedsNoPicturesIsTheSameToTheByte() throws IOException {
        Map<String, byte[]> again = MakeStarterCollection.documents();
        for (Map.Entry<String, byte[]> document : made.entrySet()) {
            assertArrayEquals(document.getValue(), again.get(document.getKey()), document.getKey());
        }
    }

    @Test
    void pagesAreAsTheyShouldBe() throws IOException {
        try (PDDocument article = Loader.loadPDF(made.get("journal/borrowed-syllabuses-2017.pdf"))) {
            assertEquals(4, article.getNumberOfPages());
            assertTrue(plain(article).contains("-\n"), "words are broken at line ends");
        }
        try (PDDocument report = Loader.loadPDF(made.get("reports/report-2014-study-tours.pdf"))) {
            assertTrue(report.getNumberOfPages() >= 3);
            assertEquals(
                    "Joseph Otieno Wekesa; Lina Haugen",
                    report.getDocumentInformation().getAuthor());
        }
        for (String scan :
                List.of("letters/scan-letter-to-cienfuegos-1998.pdf", "letters/scan-memo-study-tour-2003.pdf")) {
            try (PDDocument pages = Loader.loadPDF(made.get(scan))) {
                assertEquals(1, pages.getNumberOfPages());
                assertTrue(plain(pages).isBlank(), "a scan has no text");
            }
        }
    }

    @Test
    void theSidecarsNameFilesThatAreThere() throws IOException {
        for (String folder : List.of("collected/", "journal/", "letters/", "mail/", "notes/", "reports/")) {
            List<String> rows = Files.readAllLines(ARCHIVE.resolve(folder + "metadata.csv"));
            assertTrue(rows.getFirst().startsWith("path,"), rows.getFirst());
            for (String row : rows.subList(1, rows.size())) {
                String path = folder + row.substring(0, row.indexOf(','));
                assertTrue(TEXTS.containsKey(path), path);
            }
        }
    }

    @Test
    void theCollectionIsSmall() throws IOException {
        long bytes = 0;
        for (byte[] document : made.values()) {
            bytes += document.length;
        }
        assertTrue(bytes < 2_000_000, bytes + " bytes");
    }

    private static Map<String, String> texts(String path, byte[] bytes) throws IOException {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        Map<String, String> texts = new LinkedHashMap<>();
        switch (ending) {
            case "pdf" -> {
                try (PDDocument document = Loader.loadPDF(bytes)) {
                    String text = plain(document);
                    texts.put(path, text.isBlank() ? typed(path) : text);
                }
            }
            case "docx" -> texts.put(path, docx(bytes));
            case "pptx" -> texts.put(path, pptx(bytes));
            case "odt" -> texts.put(path, odt(bytes));
            case "html" -> texts.put(path, Jsoup.parse(utf8(bytes)).text());
            case "zip" -> {
                for (Map.Entry<String, byte[]> part : parts(bytes).entrySet()) {
                    texts.putAll(texts(path + "!/" + part.getKey(), part.getValue()));
                }
            }
            case "eml" -> message(path, utf8(bytes), texts);
            default -> texts.put(path, utf8(bytes));
        }
        texts.values().forEach(text -> assertFalse(text.isBlank(), path));
        return texts;
    }

    /// What was typed on a scanned sheet.
    private static String typed(String path) {
        return StarterText.read(path.contains("1998") ? "scan-letter.txt" : "scan-memo.txt");
    }

    private static String plain(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        return stripper.getText(document);
    }

    private static String docx(byte[] bytes) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }

    private static String pptx(byte[] bytes) throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(bytes))) {
            StringBuilder text = new StringBuilder();
            show.getSlides()
                    .forEach(slide -> slide.getShapes().forEach(shape -> {
                        if (shape instanceof XSLFTextShape box) {
                            text.append(box.getText()).append('\n');
                        }
                    }));
            return text.toString();
        }
    }

    private static String odt(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = parts(bytes);
        assertEquals("mimetype", parts.keySet().iterator().next(), "an OpenDocument begins with its type");
        return Jsoup.parse(utf8(parts.get("content.xml")), "", Parser.xmlParser())
                .text();
    }

    private static void message(String path, String message, Map<String, String> texts) throws IOException {
        texts.put(path, message);
        Matcher attached = Pattern.compile(
                        "filename=\"([^\"]+)\".*?\\r\\n\\r\\n([A-Za-z0-9+/=\\s]+?)\\r\\n--", Pattern.DOTALL)
                .matcher(message);
        if (attached.find()) {
            texts.putAll(texts(
                    path + "!/" + attached.group(1), Base64.getMimeDecoder().decode(attached.group(2))));
        }
    }

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
