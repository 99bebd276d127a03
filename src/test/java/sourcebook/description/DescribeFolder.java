package sourcebook.description;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Evidenced;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// Measures describing by itself, without the rest of the program: walks folders, decodes in the plainest
/// way, prints a
/// line of JSON for each document and the time it took to the error stream.
final class DescribeFolder {
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);
    /// Line separators of Unicode would end a line for some readers of JSON lines.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// The thread's own time: on a busy machine the clock on the wall measures the neighbours.
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private DescribeFolder() {}

    public static void main(String[] arguments) throws IOException {
        Describer describer = new Describer();
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        System.setOut(System.err); // libraries that log to the standard output must not disturb it
        List<Long> nanos = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("-") || argument.equals("describe")) {
                continue;
            }
            try (Stream<Path> walk = Files.walk(Path.of(argument))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    Material material = material(file);
                    if (material != null) {
                        for (int i = 0; i < Integer.getInteger("warm", 0); i++) {
                            describer.describe(material);
                        }
                        long start = CPU.getCurrentThreadCpuTime();
                        Description description = describer.describe(material);
                        nanos.add(CPU.getCurrentThreadCpuTime() - start);
                        out.println(JSON.writeValueAsString(shape(file, material, description)));
                    }
                }
            }
        }
        out.flush();
        nanos.sort(null);
        if (!nanos.isEmpty()) {
            System.err.printf(
                    Locale.ROOT,
                    "%d documents, median %d us, mean %d us, slowest %d us%n",
                    nanos.size(),
                    TimeUnit.NANOSECONDS.toMicros(nanos.get(nanos.size() / 2)),
                    (long) (nanos.stream().mapToLong(n -> n).average().orElse(0) / 1000),
                    TimeUnit.NANOSECONDS.toMicros(nanos.getLast()));
        }
    }

    private static @Nullable Material material(Path file) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            String html = decode(Files.readAllBytes(file));
            return new Material(file.toString(), "text/html", Map.of(), List.of(), html, List.of());
        }
        if (name.endsWith(".txt") || name.endsWith(".md")) {
            String text = decode(Files.readAllBytes(file));
            String type = name.endsWith(".md") ? "text/markdown" : "text/plain";
            return new Material(file.toString(), type, Map.of(), List.of(text), null, List.of());
        }
        return name.endsWith(".pdf") ? pdf(file) : null;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            Matcher match =
                    CHARSET.matcher(new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1));
            Charset charset = Charset.forName("windows-1252");
            while (match.find()) {
                try {
                    charset = Charset.forName(match.group(1));
                    break;
                } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                    continue;
                }
            }
            return new String(bytes, charset);
        }
    }

    private static @Nullable Material pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            Map<String, List<String>> metadata = new LinkedHashMap<>();
            PDDocumentInformation info = document.getDocumentInformation();
            put(metadata, "dc:title", info.getTitle());
            put(metadata, "pdf:docinfo:title", info.getTitle());
            put(metadata, "dc:creator", info.getAuthor());
            put(metadata, "pdf:docinfo:producer", info.getProducer());
            put(metadata, "pdf:docinfo:creator_tool", info.getCreator());
            if (info.getCreationDate() != null) {
                put(
                        metadata,
                        "dcterms:created",
                        info.getCreationDate().toInstant().toString());
            }
            if (info.getModificationDate() != null) {
                put(
                        metadata,
                        "dcterms:modified",
                        info.getModificationDate().toInstant().toString());
            }
            List<String> pages = new ArrayList<>();
            List<Material.Line> lines = new ArrayList<>();
            int last = document.getNumberOfPages();
            for (int page = 1; page <= last; page++) {
                LineStripper stripper = new LineStripper(page, page <= 2 || page == last ? lines : new ArrayList<>());
                pages.add(stripper.getText(document));
            }
            return new Material(file.toString(), "application/pdf", metadata, pages, null, lines);
        } catch (IOException | RuntimeException broken) {
            System.err.println(file + ": " + broken);
            return null;
        }
    }

    private static void put(Map<String, List<String>> metadata, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            metadata.put(name, List.of(value));
        }
    }

    private static final class LineStripper extends PDFTextStripper {
        private final List<Material.Line> lines;
        private final int page;

        LineStripper(int page, List<Material.Line> lines) throws IOException {
            this.lines = lines;
            this.page = page;
            setSortByPosition(true);
            setStartPage(page);
            setEndPage(page);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            if (!text.isBlank() && !positions.isEmpty()) {
                TextPosition middle = positions.get(positions.size() / 2);
                String font = String.valueOf(middle.getFont().getName()).toLowerCase(Locale.ROOT);
                lines.add(new Material.Line(
                        page,
                        text,
                        middle.getFontSizeInPt(),
                        font.contains("bold"),
                        positions.getFirst().getXDirAdj(),
                        middle.getYDirAdj()));
            }
            super.writeString(text, positions);
        }
    }

    private static Map<String, Object> shape(Path file, Material material, Description description) {
        var record = description.record();
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("file", file.toString());
        shape.put("status", "described");
        shape.put("mediaType", material.mediaType());
        shape.put(
                "language", record.language() == null ? null : record.language().value());
        shape.put("title", value(record.title()));
        shape.put(
                "creators",
                record.creators().stream().map(DescribeFolder::value).toList());
        shape.put("date", value(record.date()));
        shape.put("source", value(record.source()));
        shape.put("type", value(record.type()));
        shape.put("url", value(record.url()));
        record.custom().forEach((name, value) -> shape.put(name, value(value)));
        shape.put(
                "countries",
                Map.of(
                        "about",
                                record.about().stream()
                                        .map(DescribeFolder::value)
                                        .toList(),
                        "publishedIn",
                                record.publishedIn().stream()
                                        .map(DescribeFolder::value)
                                        .toList()));
        shape.put(
                "headline",
                description
                        .text()
                        .text()
                        .substring(0, description.text().bodyStart())
                        .strip());
        shape.put("body", description.text().body());
        shape.put("furniture", description.text().furniture());
        return shape;
    }

    private static @Nullable Map<String, String> value(@Nullable Evidenced<?> value) {
        return value == null
                ? null
                : Map.of(
                        "value",
                        value.value().toString(),
                        "evidence",
                        value.evidence().describe());
    }
}
