package sourcebook.description;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// An archive's own table of source names: one name for each outlet, whatever the documents call it. It
/// goes before the table that comes with the program, and may name what that one does not know.
///
/// A CSV file (RFC 4180, UTF-8) whose first line names the columns `name` and `alias` and, if wanted,
/// `country` (a code or a name: where the outlet publishes). One alias a row, which may also be a host
/// name; no row goes over two lines. Immutable, thread-safe.
///
/// @param names by folded alias
/// @param countries ISO codes by folded name
/// @param problems sentences for a person, each with its line number (1-based)
public record SourceNames(Map<String, String> names, Map<String, String> countries, List<String> problems) {
    public static final SourceNames NONE = new SourceNames(Map.of(), Map.of(), List.of());

    /// The name the file has in an archive's folder.
    public static final String FILE_NAME = "source-names.csv";

    private static final CSVFormat ROW = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();

    public SourceNames {
        names = Map.copyOf(names);
        countries = Map.copyOf(countries);
        problems = List.copyOf(problems);
    }

    /// Reads such a file. Never throws: what cannot be used becomes a problem, the other rows are used.
    public static SourceNames read(Reader csv) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> countries = new HashMap<>();
        List<String> problems = new ArrayList<>();
        Map<String, Integer> columns = new HashMap<>();
        long line = 1;
        try (BufferedReader lines = new BufferedReader(csv)) {
            for (String next = lines.readLine(); next != null; next = lines.readLine()) {
                List<String> row = row(next, line, problems);
                if (columns.isEmpty() && !row.isEmpty()) {
                    for (int i = 0; i < row.size(); i++) {
                        String title = row.get(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
                        columns.putIfAbsent(title, i);
                    }
                    if (!columns.containsKey("name") || !columns.containsKey("alias")) {
                        problems.add("The first line of " + FILE_NAME
                                + " must name the columns \"name\" and \"alias\"; the file is not used.");
                        break;
                    }
                } else if (!row.isEmpty()) {
                    add(row, line, columns, names, countries, problems);
                }
                line++;
            }
        } catch (IOException broken) {
            problems.add("Line " + line + " of " + FILE_NAME
                    + " cannot be read, and nothing behind it is used: the text is not UTF-8.");
        }
        return new SourceNames(names, countries, problems);
    }

    /// One line is one row: no name goes over two, and a quotation mark that is not closed spoils no other row.
    private static List<String> row(String line, long number, List<String> problems) {
        try (CSVParser parser = CSVParser.parse(line, ROW)) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (UncheckedIOException | IOException | IllegalStateException broken) {
            problems.add("Line " + number + " of " + FILE_NAME
                    + " cannot be read: a quotation mark is out of place or not closed; it is not used.");
            return List.of();
        }
    }

    private static void add(
            List<String> row,
            long line,
            Map<String, Integer> columns,
            Map<String, String> names,
            Map<String, String> countries,
            List<String> problems) {
        String name = cell(row, columns, "name");
        String alias = cell(row, columns, "alias");
        String country = cell(row, columns, "country");
        String where = "Line " + line + " of " + FILE_NAME;
        if (name == null || Countries.fold(name).isEmpty()) {
            problems.add(where + " has no name; it is not used.");
            return;
        }
        if (alias == null && country == null) {
            problems.add(where + " has no alias for \"" + name + "\"; it is not used.");
            return;
        }
        names.putIfAbsent(Countries.fold(name), name);
        if (alias != null) {
            String before = names.put(Countries.fold(alias), name);
            if (before != null && !before.equals(name) && !before.equals(alias)) {
                problems.add(where + ": \"" + alias + "\" is already a name of \"" + before + "\"; now it is one of \""
                        + name + "\".");
            }
        }
        if (country != null) {
            Countries.code(country)
                    .ifPresentOrElse(
                            code -> countries.put(Countries.fold(name), code),
                            () -> problems.add(where + ": \"" + country + "\" is not a country."));
        }
    }

    private static @Nullable String cell(List<String> row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.size() || row.get(at).isBlank()
                ? null
                : row.get(at).strip();
    }

    /// The one name of what may be an alias or a host, by this table, then by the program's; empty when
    /// neither knows it.
    Optional<String> name(String alias) {
        return name(alias, "");
    }

    /// The one name of what a page of this host calls itself.
    Optional<String> name(String alias, String host) {
        String own = names.get(Countries.fold(alias));
        if (own != null) {
            return Optional.of(own);
        }
        return Outlets.name(alias, host).map(known -> names.getOrDefault(Countries.fold(known), known));
    }

    /// The name an archive gives to a host, or to its site above it.
    Optional<String> nameOfHost(String host) {
        for (String rest = host; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
            String own = names.get(Countries.fold(rest));
            if (own != null) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    /// The country an outlet publishes in, by its one name.
    Optional<String> country(String name) {
        String own = countries.get(Countries.fold(name));
        return own != null ? Optional.of(own) : Outlets.country(name);
    }
}
