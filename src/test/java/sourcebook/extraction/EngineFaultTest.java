package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the recognising program does wrong costs a page, and what it cannot read is told. A shell script stands in
/// its place: it misbehaves where the test says so, and else is the real one.
class EngineFaultTest {
    private Path folder;
    private Scan page;

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createTempDirectory("engine-test");
        page = Scan.page(
                "A few words that are easy to read",
                org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA,
                20,
                100);
    }

    @AfterEach
    void clear() {
        SpoolFolder.delete(folder);
    }

    @Test
    void aHangCostsThePage() throws Exception {
        Path engine = engine("second) while true; do sleep 1; done ;;");
        try (var workers = Workers.withEngine(
                settings(Duration.ofSeconds(20), Duration.ofSeconds(6), Duration.ofMinutes(2)), engine)) {
            var read = workers.read("scans.pdf", Scan.pdf(List.of(page, page, page)));
            assertThat(read.pages()).containsExactly(page.text(), "", page.text());
            assertThat(read.warnings())
                    .containsExactly("Page 2 could not be recognised: Recognising it took longer than 12 seconds.");
            assertThat(temporaryFiles()).isEmpty();
        }
    }

    @Test
    void aCrashCostsThePage() throws Exception {
        Path engine = engine("second) echo 'out of ink' >&2; kill -SEGV $$ ;;");
        try (var workers = Workers.withEngine(Workers.settings(), engine)) {
            var read = workers.read("scans.pdf", Scan.pdf(List.of(page, page, page)));
            assertThat(read.pages()).containsExactly(page.text(), "", page.text());
            assertThat(read.warnings()).singleElement().asString().startsWith("Page 2 could not be recognised: ");
            assertThat(temporaryFiles()).isEmpty();

            Files.writeString(folder.resolve("count"), "1");
            var image = workers.read("page.png", page.png());
            assertThat(image.noTextReason()).isEqualTo("the text in the image could not be recognised");
        }
    }

    @Test
    void recognitionHasTimeOfItsOwn() throws Exception {
        Path engine = engine("*) sleep 4 ;;");
        List<Scan> scans = List.of(page, page, page, page);
        try (var workers = Workers.withEngine(
                settings(Duration.ofSeconds(12), Duration.ofSeconds(8), Duration.ofMinutes(2)), engine)) {
            var read = workers.read("scans.pdf", Scan.pdf(scans));
            assertThat(read.pages()).containsOnly(page.text()).hasSize(4);
        }
    }

    @Test
    void whatWasRecognisedBeforeTheTimeRanOutIsKept() throws Exception {
        Path engine = engine("second|third) while true; do sleep 1; done ;;");
        try (var workers = Workers.withEngine(
                settings(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(12)), engine)) {
            var read = workers.read("scans.pdf", Scan.pdf(List.of(page, page, page, page)));
            assertThat(read.pages()).containsExactly(page.text(), "", "", "");
            assertThat(read.warnings())
                    .hasSize(2)
                    .last()
                    .isEqualTo("The time for recognising text ran out: 2 pages from page 3 on are without text.");
        }
    }

    @Test
    void aScriptWithoutAModelIsNamed() throws Exception {
        Path engine = engine("arabic) ;;");
        try (var workers = Workers.withEngine(Workers.settings(), engine)) {
            var image = workers.read("page.png", page.png());
            assertThat(image.noTextReason()).isEqualTo("needs OCR");
            assertThat(image.needOcr()).containsExactly(1);
            assertThat(image.words()).isEmpty();
            assertThat(image.warnings()).containsExactly("It needs OCR in Arabic script (tesseract-ocr-ara).");

            var pdf = workers.read("scans.pdf", Scan.pdf(List.of(page, page)));
            assertThat(pdf.warnings()).containsExactly("Pages 1–2 need OCR in Arabic script (tesseract-ocr-ara).");
            assertThat(pdf.noTextReason()).isEqualTo("needs OCR");
        }
    }

    private static ExtractionSettings settings(Duration wallClock, Duration silence, Duration ocr) {
        return new ExtractionSettings(1, 256, wallClock, silence, 100, 100, 8 << 20, 16 << 20, 4, 4_000_000, true, ocr);
    }

    /// Counts how often it is asked to recognise, in words.
    ///
    /// @param cases of a shell's `case`, by that word; `arabic)` means that every page is a badly read Arabic one
    private Path engine(String cases) throws IOException {
        boolean arabic = cases.startsWith("arabic");
        String nonsense = """
                printf '1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t800\\t900\\t-1\\t\\n5\\t1\\t1\\t1\\t1\\t1\\t9\\t9\\t50\\t20\\t22\\tSoul!\\n' > "$2.tsv"
                exit 0""";
        String detected = """
                printf 'Rotate: 0\\nOrientation confidence: 22.78\\nScript: Arabic\\nScript confidence: 138.33\\n' > "$2.osd"
                exit 0""";
        Path script = Files.writeString(folder.resolve("engine.sh"), """
                #!/bin/sh
                case "$1" in --*) exec tesseract "$@" ;; esac
                case "$*" in
                *"--psm 0"*) %s ;;
                esac
                %s
                n=$(cat "%s" 2>/dev/null || echo 0)
                n=$((n + 1))
                echo $n > "%s"
                case $n in 1) word=first ;; 2) word=second ;; 3) word=third ;; *) word=later ;; esac
                case $word in
                %s
                esac
                exec tesseract "$@"
                """.formatted(
                        arabic ? detected : "exec tesseract \"$@\"",
                        arabic ? nonsense : "",
                        folder.resolve("count"),
                        folder.resolve("count"),
                        arabic ? "none) ;;" : cases));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /// Images and tables left in the temporary folders of this process's workers.
    private static List<Path> temporaryFiles() throws IOException {
        String worker = "sourcebook-worker-" + ProcessHandle.current().pid() + "-";
        List<Path> left = new ArrayList<>();
        try (var folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), worker + "*")) {
            for (Path temporary : folders) {
                try (var files = Files.newDirectoryStream(temporary, "{ocr,page}*")) {
                    files.forEach(left::add);
                }
            }
        }
        return left;
    }
}
