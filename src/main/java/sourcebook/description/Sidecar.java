package sourcebook.description;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// A `metadata.csv` beside the files: a row for a document, which overrules what would be inferred.
///
/// The first line names the columns: `path`, `title`, `creators`, `date`, `source`, `country`,
/// `published_in`,
/// `language`, `url`, any of them in any order; further columns become custom fields. Cells are separated
/// by commas,
/// semicolons or tabs (whichever the first line holds most) and quoted as RFC 4180 has it. A row that
/// cannot be used in
/// part is used for the rest, and `problems` says in sentences what was wrong and on which line. Immutable.
///
/// @param rows by path, relative to the sidecar's folder, `/` between names
/// @param problems sentences for a person, each with its line number (1-based)
public record Sidecar(Map<String, SidecarRow> rows, List<String> problems) {
    public static final Sidecar NONE = new Sidecar(Map.of(), List.of());

    /// The name a sidecar has in its folder.
    public static final String FILE_NAME = "metadata.csv";

    private static final String PATH = "path";

    public Sidecar {
        rows = Map.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// The row of a document, by its path relative to the sidecar's folder.
    public Optional<SidecarRow> row(String relativePath) {
        return Optional.ofNullable(rows.get(normal(relativePath)));
    }

    /// Reads a sidecar's text. Never throws: what cannot be read becomes a problem.
    public static Sidecar parse(String text) {
        String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (clean.isBlank()) {
            return NONE;
        }
        List<String> problems = new ArrayList<>();
        Map<String, SidecarRow> rows = new HashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(clean))
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(clean), format)) {
            Map<String, Integer> columns = Map.of();
            var records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                if (columns.isEmpty()) {
                    columns = columns(record);
                    if (!columns.containsKey(PATH)) {
                        problems.add(
                                "Line " + line + " of the sidecar names no column \"path\", so no row of it is used.");
                        return new Sidecar(Map.of(), problems);
                    }
                } else {
                    read(record, columns, line, rows, problems);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IOException | IllegalStateException broken) {
            problems.add("The sidecar cannot be read from line " + line + " on: a quotation mark is out of place.");
        }
        return new Sidecar(rows, problems);
    }

    private static void read(
            CSVRecord record,
            Map<String, Integer> columns,
            long line,
            Map<String, SidecarRow> rows,
            List<String> problems) {
        String path = cell(record, columns, PATH);
        if (path == null) {
            problems.add("Line " + line + " of the sidecar has no path; it is not used.");
            return;
        }
        if (record.size() > columns.size() && hasText(record, columns.size())) {
            problems.add(
                    "Line " + line + " of the sidecar has more cells than there are columns; the surplus is not used.");
        }
        Map<String, String> custom = new LinkedHashMap<>();
        columns.forEach((name, place) -> {
            String value = cell(record, columns, name);
            if (value != null && !SidecarRow.COLUMNS.contains(name)) {
                custom.put(name, value);
            }
        });
        String date = cell(record, columns, "date");
        PartialDate day = date == null ? null : DateText.parse(date).orElse(null);
        if (date != null && day == null) {
            problems.add("Line " + line + " of the sidecar: \"" + date
                    + "\" is not a date; write 2020-12-10, 2020-12 or 2020.");
        }
        SidecarRow row = new SidecarRow(
                line,
                cell(record, columns, "title"),
                several(cell(record, columns, "creators")),
                day,
                cell(record, columns, "source"),
                countries(cell(record, columns, "country"), line, problems),
                countries(cell(record, columns, "published_in"), line, problems),
                language(cell(record, columns, "language")),
                cell(record, columns, "url"),
                custom);
        if (rows.put(normal(path), row) != null) {
            problems.add("Line " + line + " of the sidecar repeats the path \"" + path + "\"; the later line counts.");
        }
    }

    private static boolean hasText(CSVRecord record, int from) {
        for (int i = from; i < record.size(); i++) {
            if (!record.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> columns(CSVRecord header) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            String known = name.toLowerCase(Locale.ROOT).replace(' ', '_');
            columns.putIfAbsent(
                    SidecarRow.COLUMNS.contains(known) ? known : name.isEmpty() ? "column " + (i + 1) : name, i);
        }
        return columns;
    }

    private static @Nullable String cell(CSVRecord record, Map<String, Integer> columns, String name) {
        Integer place = columns.get(name);
        if (place == null || place >= record.size()) {
            return null;
        }
        String value = record.get(place).strip();
        return value.isEmpty() ? null : value;
    }

    private static List<String> several(@Nullable String cell) {
        if (cell == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String value : cell.split(";", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private static List<String> countries(@Nullable String cell, long line, List<String> problems) {
        List<String> codes = new ArrayList<>();
        for (String name : several(cell)) {
            Optional<String> code = Countries.code(name);
            if (code.isPresent()) {
                codes.add(code.get());
            } else {
                problems.add("Line " + line + " of the sidecar: \"" + name + "\" is not a country known here.");
            }
        }
        return codes;
    }

    private static @Nullable String language(@Nullable String cell) {
        return cell == null ? null : Languages.code(cell).orElse(cell.toLowerCase(Locale.ROOT));
    }

    /// Of comma, semicolon and tab the one that the first line holds most often outside quotes.
    private static String separator(String text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        if (tabs > commas && tabs >= semicolons) {
            return "\t";
        }
        return semicolons > commas ? ";" : ",";
    }

    private static String normal(String path) {
        String slashes = path.strip().replace('\\', '/');
        return slashes.startsWith("./") ? slashes.substring(2) : slashes;
    }
}
