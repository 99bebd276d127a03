package sourcebook.description;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A table of facts on the class path: lines of tab-separated cells, `#` starts a comment line, and several
/// values in
/// one cell are separated by `|`. Immutable.
record FactTable(List<List<String>> rows) {

    /// Reads a table that lies beside this class; a missing one is a broken build.
    static FactTable read(String name) {
        InputStream stream = FactTable.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The table " + name + " is missing from the class path");
        }
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    rows.add(Stream.of(line.split("\t", -1)).map(String::strip).toList());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The table " + name + " cannot be read", unreadable);
        }
        return new FactTable(List.copyOf(rows));
    }

    /// The values of one cell; none when the row has no such cell.
    static List<String> values(List<String> row, int column) {
        if (column >= row.size()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String value : row.get(column).split("\\|", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
