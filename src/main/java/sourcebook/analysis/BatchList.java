package sourcebook.analysis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads lists of queries. Queries that occur twice are searched twice, so that the table fits the list.
///
/// - with a head line that has a column `query` (and `id` or `name`, if there are): CSV, separated by commas,
///   semicolons or tabs, cells quoted as RFC 4180 has it;
/// - else lines `id TAB query`;
/// - else one query a line, just as it stands: a quotation mark is then a part of the query.
public final class BatchList {
    /// Most queries of one list.
    public static final int MOST = 10_000;

    private static final String SEPARATORS = ",;\t";
    private static final Set<String> IDS = Set.of("id", "name");

    private BatchList() {}

    /// @throws IllegalArgumentException with a sentence when there are none, too many, or the CSV is damaged
    public static List<BatchQuery> read(String text) {
        return read(text, MOST);
    }

    /// @param most queries; more are refused
    /// @throws IllegalArgumentException as [#read(String)]
    public static List<BatchQuery> read(String text, int most) {
        String bare = text.startsWith(Csv.BYTE_ORDER_MARK) ? text.substring(1) : text;
        int lineEnd = bare.indexOf('\n');
        String head = (lineEnd < 0 ? bare : bare.substring(0, lineEnd)).strip();
        char separator = separator(head);
        List<String> columns = names(head, separator);
        List<BatchQuery> queries = columns.contains("query") ? table(bare, separator, columns) : lines(bare);
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("There is no query in the list.");
        }
        if (queries.size() > most) {
            throw new IllegalArgumentException(
                    "The list has " + queries.size() + " queries; at most " + most + " can be searched at once.");
        }
        return queries;
    }

    /// The text of a list in a file.
    ///
    /// @throws IllegalArgumentException with a sentence when it is not UTF-8: it would ask for other words
    public static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException("The list is not UTF-8. Save it as “CSV UTF-8”, or paste it.", other);
        }
    }

    private static char separator(String head) {
        return (char)
                head.chars().filter(c -> SEPARATORS.indexOf(c) >= 0).findFirst().orElse(',');
    }

    private static List<String> names(String head, char separator) {
        return Arrays.stream(head.split(Pattern.quote(String.valueOf(separator))))
                .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<BatchQuery> table(String text, char separator, List<String> columns) {
        int query = columns.indexOf("query");
        int id = -1;
        for (int i = 0; i < columns.size() && id < 0; i++) {
            id = IDS.contains(columns.get(i)) ? i : -1;
        }
        List<BatchQuery> queries = new ArrayList<>();
        List<List<String>> rows = DelimitedText.parse(text, separator);
        for (List<String> row : rows.subList(1, rows.size())) {
            String asked = query < row.size() ? row.get(query).strip() : "";
            String named = id >= 0 && id < row.size() ? row.get(id).strip() : "";
            if (!asked.isEmpty() || !named.isEmpty()) {
                queries.add(new BatchQuery(named.isEmpty() ? Integer.toString(queries.size() + 1) : named, asked));
            }
        }
        return queries;
    }

    private static List<BatchQuery> lines(String text) {
        List<BatchQuery> queries = new ArrayList<>();
        text.lines().forEach(line -> {
            int tab = line.indexOf('\t');
            String asked = line.substring(tab + 1).strip();
            String named = tab < 0 ? "" : line.substring(0, tab).strip();
            if (!asked.isEmpty() || !named.isEmpty()) {
                queries.add(new BatchQuery(named.isEmpty() ? Integer.toString(queries.size() + 1) : named, asked));
            }
        });
        return queries;
    }
}
