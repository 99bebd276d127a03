package sourcebook.starter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Makes the binary documents of the starter collection. The others (pages, plain text, Markdown, one message) are
/// written by hand and lie in `archive/` as they are.
///
/// Argument: the folder to write to, `archive` as a rule.
public final class MakeStarterCollection {
    private MakeStarterCollection() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("One argument: the folder to write to");
        }
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            Path file = folder.resolve(document.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, document.getValue());
        }
    }

    /// The documents by path, always the same ones.
    static Map<String, byte[]> documents() throws IOException {
        // pictures are drawn without a screen
        System.setProperty("java.awt.headless", "true");
        Map<String, byte[]> made = new LinkedHashMap<>();
        made.put("journal/borrowed-syllabuses-2017.pdf", PdfDocuments.article(StarterText.of("journal-article.txt")));
        made.put("reports/report-2014-study-tours.pdf", PdfDocuments.report(StarterText.of("report-2014.txt")));
        made.put(
                "letters/scan-letter-to-cienfuegos-1998.pdf",
                PdfDocuments.scan(StarterText.read("scan-letter.txt"), 1998));
        made.put("letters/scan-memo-study-tour-2003.pdf", PdfDocuments.scan(StarterText.read("scan-memo.txt"), 2003));
        made.put(
                "reports/twin-academies-2019.docx",
                OfficeDocuments.docx(
                        StarterText.of("academies.txt"),
                        "Nile Basin Centre for Administration",
                        Instant.parse("2019-11-20T08:00:00Z"),
                        true));
        made.put(
                "notes/handbook-for-hosts.docx",
                OfficeDocuments.docx(StarterText.of("handbook.txt"), "", Instant.parse("2020-01-01T12:00:00Z"), false));
        made.put(
                "reports/teacher-exchange-evaluation-2008.odt",
                OfficeDocuments.odt(StarterText.of("teacher-exchange.txt"), "2008-10-30"));
        made.put(
                "reports/measuring-study-tours-2024.pptx",
                OfficeDocuments.pptx(
                        StarterText.of("slides.txt"), "Tamati Rewiri", Instant.parse("2024-03-14T01:00:00Z")));
        made.put("mail/programme-dakar-2021.eml", message());
        made.put("collected/mountain-exchange-2010.zip", zip());
        return made;
    }

    private static byte[] zip() throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("minutes-kathmandu-2010.txt", utf8(StarterText.read("zip-minutes.txt")));
        parts.put("programme-path-wardens.html", utf8(StarterText.read("zip-programme.html")));
        return FixedZip.of(parts, "");
    }

    /// A message of RFC 5322 with a Word document attached.
    private static byte[] message() throws IOException {
        byte[] attached = OfficeDocuments.docx(
                StarterText.of("attachment.txt"), "Rive Sud", Instant.parse("2021-10-04T09:00:00Z"), true);
        String message = """
                From: Aissatou Ndiaye <aissatou@rive-sud.example>
                To: Claire Mercier <claire.mercier@presse-libre.example>, Mamadou Sy <m.sy@fleuve.example>
                Date: Mon, 04 Oct 2021 18:05:33 +0000
                Subject: Draft programme of the study tour to Dakar and Saint-Louis
                Message-ID: <20211004180533.0042@rive-sud.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="=_part_2021"

                --=_part_2021
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --=_part_2021
                Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document;
                 name="draft-programme.docx"
                Content-Disposition: attachment; filename="draft-programme.docx"
                Content-Transfer-Encoding: base64

                %s
                --=_part_2021--
                """.formatted(
                        StarterText.read("mail-body.txt"),
                        Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(attached));
        return utf8(message.replace("\n", "\r\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
