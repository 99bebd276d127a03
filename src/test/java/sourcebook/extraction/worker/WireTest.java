package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.ExtractedDocument.Line;
import sourcebook.extraction.ExtractedDocument.Part;
import sourcebook.extraction.Extraction;
import sourcebook.extraction.PackedWords;
import sourcebook.extraction.PageWords;
import sourcebook.extraction.PageWords.Word;

/// What is written is read, and nothing else is.
class WireTest {
    private static final Path SPOOL = Path.of("spool");

    @Test
    void anyDocumentArrivesAsItWas() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Extraction extraction = random.nextInt(10) == 0
                    ? new Extraction.Failed(Extraction.Kind.BROKEN, text(random))
                    : new Extraction.Read(document(random));
            assertThat(read(written(extraction))).as("seed %d", seed).isEqualTo(new Wire.Done(extraction));
        }
    }

    @Test
    void aCutMessageIsNoMessage() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        byte[] whole = written(new Extraction.Read(document(random)));
        for (int i = 0; i < 100; i++) {
            byte[] cut = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
            assertThatThrownBy(() -> read(cut)).as("seed %d", seed).isInstanceOf(EOFException.class);
        }
        assertThat(read(new byte[0])).isNull();
    }

    @Test
    void garbageAndPartsElsewhereAreRefused() throws IOException {
        assertThatThrownBy(() -> read("some words on standard output".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(StreamCorruptedException.class);
        var outside = new ExtractedDocument(
                "application/zip",
                Map.of(),
                List.of(""),
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                null,
                List.of(new Part("x", Path.of("..", "passwd"), null)),
                List.of());
        byte[] written = written(new Extraction.Read(outside));
        assertThatThrownBy(() -> read(written)).isInstanceOf(StreamCorruptedException.class);
    }

    @Test
    void wordsAreSmallAndOthersThanThePagesAreRefused() throws IOException {
        List<Word> row = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            row.add(new Word(6 * i, 6 * i + 5, 300 + 97 * (i % 20), 400 + 51 * (i / 20), 92, 38, 96));
        }
        var page = new PageWords(1, 2480, 3508, 0, 0, row);
        assertThat(PackedWords.pack(List.of(page)).length).isLessThan(10 * row.size());
        assertThat(PackedWords.unpack(PackedWords.pack(List.of(page)))).containsExactly(page);

        byte[] outside = written(new Extraction.Read(scan("too short", page)));
        assertThatThrownBy(() -> read(outside)).isInstanceOf(StreamCorruptedException.class);
        byte[] inside = written(new Extraction.Read(scan("words ".repeat(500), page)));
        assertThat(read(inside)).isInstanceOf(Wire.Done.class);

        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            byte[] any = new byte[1 + random.nextInt(40)];
            random.nextBytes(any);
            any[0] = 1;
            try {
                assertThat(PackedWords.unpack(any)).as("seed %d", seed).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).as("seed %d", seed).isNotNull();
            }
        }
    }

    private static ExtractedDocument scan(String text, PageWords words) {
        return new ExtractedDocument(
                "image/png",
                Map.of(),
                List.of(text),
                null,
                List.of(),
                List.of(words),
                List.of(),
                true,
                null,
                List.of(),
                List.of());
    }

    private static byte[] written(Extraction extraction) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Wire.write(new DataOutputStream(bytes), extraction);
        return bytes.toByteArray();
    }

    private static Wire.@org.jspecify.annotations.Nullable Answer read(byte[] bytes) throws IOException {
        return Wire.readAnswer(new DataInputStream(new ByteArrayInputStream(bytes)), () -> SPOOL);
    }

    private static ExtractedDocument document(Random random) {
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            metadata.put("field" + i, texts(random));
        }
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            lines.add(new Line(i, text(random), random.nextFloat(), random.nextBoolean(), random.nextFloat(), -1));
        }
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            boolean unpacked = random.nextBoolean();
            parts.add(new Part(
                    text(random), unpacked ? SPOOL.resolve("part-" + i) : null, unpacked ? null : text(random)));
        }
        List<String> pages = texts(random);
        return new ExtractedDocument(
                text(random),
                metadata,
                pages,
                random.nextBoolean() ? text(random) : null,
                lines,
                words(random, pages),
                random.ints(random.nextInt(3), 1, 100).boxed().toList(),
                random.nextBoolean(),
                random.nextBoolean() ? text(random) : null,
                parts,
                texts(random));
    }

    private static List<PageWords> words(Random random, List<String> pages) {
        List<PageWords> words = new ArrayList<>();
        for (int page = 1; page <= pages.size(); page++) {
            int length = pages.get(page - 1).length();
            List<Word> found = new ArrayList<>();
            for (int at = random.nextInt(4); at + 2 <= length; at += 2 + random.nextInt(5)) {
                found.add(new Word(
                        at,
                        at + 1 + random.nextInt(2),
                        random.nextInt(-5, 1 << 20),
                        random.nextInt(-5, 1 << 20),
                        random.nextInt(5_000),
                        random.nextInt(5_000),
                        random.nextInt(101)));
            }
            words.add(new PageWords(
                    page, random.nextInt(9_000), random.nextInt(9_000), 90 * random.nextInt(4), -1.25f, found));
        }
        return words;
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text(random));
        }
        return texts;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 1, 0x10FFFF)
                .filter(c -> Character.isDefined(c) && !(c <= 0xFFFF && Character.isSurrogate((char) c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
