package sourcebook.ingest;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;
import sourcebook.extraction.ExtractionSettings;
import sourcebook.search.FacetColumns;

/// Settings of an archive, from `settings.properties` in its state folder, each overruled by a system
/// property `sourcebook.NAME`. Durations are written `90s`, `5m`; sizes `512MB`.
///
/// @param extraction limits of extraction (`extraction.workers`, `.heap`, `.wall-clock`, `.silence`,
///     `.documents-per-worker`, `.max-parts`, `.max-part-size`, `.max-container-size`, `.max-depth`,
///     `.max-text-characters`, `.ocr`, `.ocr-wall-clock`)
/// @param rescan time between two looks at the archive's folder, beside the notices of the file system
///     (`rescan`)
/// @param maxUpload largest file taken through the browser, in bytes (`max-upload`)
/// @param facets columns of sidecars that results can be narrowed by (`facets`, names with commas between)
public record Settings(ExtractionSettings extraction, Duration rescan, long maxUpload, FacetColumns facets) {

    /// The defaults, without any file.
    public static Settings defaults() {
        return read(new Properties());
    }

    /// Reads the settings of an archive; a missing file means the defaults.
    ///
    /// @throws IllegalArgumentException with a sentence that names the setting and what is wrong with it
    public static Settings read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return read(properties);
    }

    private static Settings read(Properties properties) {
        ExtractionSettings normal = ExtractionSettings.defaults();
        ExtractionSettings extraction = new ExtractionSettings(
                value(properties, "extraction.workers", normal.workers(), Integer::parseInt),
                value(properties, "extraction.heap", normal.workerHeapMegabytes(), Settings::megabytes),
                value(properties, "extraction.wall-clock", normal.wallClock(), DurationStyle::detectAndParse),
                value(properties, "extraction.silence", normal.silence(), DurationStyle::detectAndParse),
                value(properties, "extraction.documents-per-worker", normal.documentsPerWorker(), Integer::parseInt),
                value(properties, "extraction.max-parts", normal.maxParts(), Integer::parseInt),
                value(properties, "extraction.max-part-size", normal.maxPartBytes(), Settings::bytes),
                value(properties, "extraction.max-container-size", normal.maxContainerBytes(), Settings::bytes),
                value(properties, "extraction.max-depth", normal.maxDepth(), Integer::parseInt),
                value(properties, "extraction.max-text-characters", normal.maxTextCharacters(), Long::parseLong),
                value(properties, "extraction.ocr", normal.ocr(), Boolean::parseBoolean),
                value(properties, "extraction.ocr-wall-clock", normal.ocrWallClock(), DurationStyle::detectAndParse));
        return new Settings(
                extraction,
                value(properties, "rescan", Duration.ofMinutes(1), DurationStyle::detectAndParse),
                value(properties, "max-upload", DataSize.ofGigabytes(2).toBytes(), Settings::bytes),
                value(properties, "facets", FacetColumns.NONE, FacetColumns::of));
    }

    /// The limits for the one worker that recognises scans behind everything else.
    ExtractionSettings recognition() {
        return new ExtractionSettings(
                1,
                extraction.workerHeapMegabytes(),
                extraction.wallClock(),
                extraction.silence(),
                extraction.documentsPerWorker(),
                extraction.maxParts(),
                extraction.maxPartBytes(),
                extraction.maxContainerBytes(),
                extraction.maxDepth(),
                extraction.maxTextCharacters(),
                extraction.ocr(),
                extraction.ocrWallClock());
    }

    private static <T> T value(Properties properties, String name, T normal, Function<String, T> reader) {
        String text = System.getProperty("sourcebook." + name, properties.getProperty(name));
        if (text == null || text.isBlank()) {
            return normal;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "The setting " + name + " cannot be read: “" + text + "” (" + unreadable.getMessage() + ").",
                    unreadable);
        }
    }

    private static long bytes(String text) {
        return DataSize.parse(text).toBytes();
    }

    private static int megabytes(String text) {
        return Math.toIntExact(DataSize.parse(text).toMegabytes());
    }
}
