package sourcebook.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.ExtractedDocument.Part;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// Containers are opened one level; names cannot leave the spool folder, and every limit is told.
class ContainerTest {
    private static Workers workers;

    @BeforeAll
    static void start() throws IOException {
        workers = Workers.one();
    }

    @AfterAll
    static void stop() {
        workers.close();
    }

    private static byte[] zip(Charset charset, Object... namesAndBytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, charset)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndBytes[i]));
                zip.write(
                        namesAndBytes[i + 1] instanceof byte[] raw
                                ? raw
                                : namesAndBytes[i + 1].toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aZipGivesItsPartsUnderSafeNames() throws Exception {
        var document = workers.read(
                "a.zip",
                zip(
                        StandardCharsets.UTF_8,
                        "folder/one.txt",
                        "1",
                        "../../etc/evil.txt",
                        "2",
                        "C:\\x\\two.txt",
                        "3",
                        "/abs.txt",
                        "4",
                        "folder/One.txt",
                        "5"));
        assertThat(document.onlyContainer()).isTrue();
        assertThat(document.parts())
                .extracting(Part::name)
                .containsExactly("folder/one.txt", "etc/evil.txt", "x/two.txt", "abs.txt", "folder/One (2).txt");
        for (var part : document.parts()) {
            assertThat(part.file()).hasParent(workers.spool());
        }
        assertThat(document.parts().get(1).file()).hasContent("2");
    }

    @Test
    void namesInAnotherCharsetAreRead() throws Exception {
        String name = "报告/中国共产党中央委员会对外联络部关于培训班的工作总结报告.txt";
        assertThat(workers.read("g.zip", zip(Charset.forName("GB18030"), name, "x"))
                        .parts())
                .extracting(Part::name)
                .containsExactly(name);
    }

    @Test
    void aBombIsCountedWhileReading() throws Exception {
        var document =
                workers.read("bomb.zip", zip(StandardCharsets.UTF_8, "big", new byte[9 << 20], "small.txt", "x"));
        assertThat(document.parts().getFirst().file()).isNull();
        assertThat(document.parts().getFirst().problem()).contains("larger than 8 MB");
        assertThat(document.parts().get(1).file()).hasContent("x");
    }

    @Test
    void partsTogetherAreLimitedToo() throws Exception {
        var seven = new byte[7 << 20];
        var document =
                workers.read("sum.zip", zip(StandardCharsets.UTF_8, "1", seven, "2", seven, "3", seven, "4.txt", "x"));
        assertThat(document.parts())
                .extracting(part -> part.problem() == null)
                .containsExactly(true, true, false, true);
        assertThat(document.parts().get(2).problem()).contains("larger than 16 MB together");
    }

    @Test
    void tooManyPartsAreTold() throws Exception {
        var all = new Object[240];
        for (int i = 0; i < 240; i += 2) {
            all[i] = "n" + i;
            all[i + 1] = "x";
        }
        var document = workers.read("many.zip", zip(StandardCharsets.UTF_8, all));
        assertThat(document.parts()).hasSize(100);
        assertThat(document.warnings()).containsExactly("Only the first 100 of its 120 parts were taken out.");
    }

    @Test
    void anEncryptedPartHasAProblem() throws Exception {
        byte[] bytes = zip(StandardCharsets.UTF_8, "secret.txt", "x");
        bytes[6] |= 1; // the flag in the entry's header and in the directory
        for (int i = 0; i < bytes.length - 4; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        assertThat(workers.read("e.zip", bytes).parts()).singleElement().satisfies(part -> {
            assertThat(part.file()).isNull();
            assertThat(part.problem()).contains("password");
        });
    }

    @Test
    void aTruncatedZipGivesWhatIsThere() throws Exception {
        byte[] whole = zip(StandardCharsets.UTF_8, "one.txt", "first", "two.txt", "second ".repeat(200));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 150);
        var document = workers.read("cut.zip", cut);
        assertThat(document.parts().getFirst().file()).hasContent("first");
        assertThat(document.warnings()).isNotEmpty();
        assertThat(workers.extract("nothing.zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3, 4, 5, 6, 7, 8}))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Kind.BROKEN));
    }

    @Test
    void aTarInAGzipIsOpenedLevelByLevel() throws Exception {
        var tar = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(tar)) {
            var entry = new TarArchiveEntry("in/tar.txt");
            entry.setSize(4);
            out.putArchiveEntry(entry);
            out.write("text".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        var gz = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gz)) {
            out.write(tar.toByteArray());
        }
        var outer = workers.read("a.tgz", gz.toByteArray());
        assertThat(outer.parts()).extracting(Part::name).containsExactly("a.tar");
        var inner = workers.read(
                "a.tar",
                Files.readAllBytes(java.util.Objects.requireNonNull(
                        outer.parts().getFirst().file())));
        assertThat(inner.parts()).extracting(Part::name).containsExactly("in/tar.txt");
    }

    @Test
    void sevenZipIsOpened() throws Exception {
        var file = workers.folder().resolve("a.7z");
        try (var out = new SevenZOutputFile(file.toFile())) {
            var entry = out.createArchiveEntry(file, "in/seven.txt");
            out.putArchiveEntry(entry);
            out.write("text".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        var document = workers.read("a.7z", Files.readAllBytes(file));
        assertThat(document.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("in/seven.txt");
            assertThat(part.file()).hasContent("text");
        });
    }

    @Test
    void eachMessageOfAMailboxIsAPart() throws Exception {
        var document = workers.read("box.mbox", """
                From a@example.org Tue Mar  5 10:00:00 2019
                From: a@example.org
                Subject: one

                First body
                >From here on quoted

                From b@example.org Tue Mar  5 11:00:00 2019
                From: b@example.org
                Subject: two

                Second body
                """);
        assertThat(document.mediaType()).isEqualTo("application/mbox");
        assertThat(document.parts()).extracting(Part::name).isEqualTo(List.of("message-0001.eml", "message-0002.eml"));
        String first = Files.readString(
                java.util.Objects.requireNonNull(document.parts().getFirst().file()));
        assertThat(first).startsWith("From: a@example.org").contains("\nFrom here on quoted");
        assertThat(workers.read("message-0001.eml", first).pages()).containsExactly("First body\nFrom here on quoted");
    }
}
