package sourcebook.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.PartialDate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Citations to and from rows of the database.
final class CitationRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private CitationRows() {}

    static Citation citation(ResultSet row, int number) throws SQLException {
        return new Citation(
                row.getLong("id"),
                new DocumentId(row.getString("document_id")),
                row.getLong("collection_id"),
                passage(row),
                row.getString("note"),
                work(row),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("changed")));
    }

    static CitationCollection collection(ResultSet row, int number) throws SQLException {
        return new CitationCollection(
                row.getLong("id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created")),
                row.getInt("size"));
    }

    static StatementSpec bind(StatementSpec statement, @Nullable Passage passage) {
        return statement
                .param("quote", passage == null ? null : passage.quote())
                .param("start", passage == null ? null : passage.start())
                .param("end", passage == null ? null : passage.end())
                .param("pageFrom", passage == null ? null : passage.pageFrom())
                .param("pageTo", passage == null ? null : passage.pageTo());
    }

    static StatementSpec bind(StatementSpec statement, CitedWork work) {
        return statement
                .param("title", work.title())
                .param("creators", JSON.writeValueAsString(work.creators()))
                .param("date", work.date() == null ? null : work.date().toString())
                .param("source", work.source())
                .param("url", work.url())
                .param("type", work.type())
                .param("language", work.language())
                .param("path", work.path());
    }

    private static @Nullable Passage passage(ResultSet row) throws SQLException {
        String quote = row.getString("quote");
        if (quote == null) {
            return null;
        }
        return new Passage(
                quote,
                row.getInt("start_offset"),
                row.getInt("end_offset"),
                row.getInt("page_from"),
                row.getInt("page_to"));
    }

    private static CitedWork work(ResultSet row) throws SQLException {
        String date = row.getString("date");
        return new CitedWork(
                row.getString("title"),
                JSON.readValue(row.getString("creators"), STRINGS),
                date == null ? null : PartialDate.parse(date).orElse(null),
                row.getString("source"),
                row.getString("url"),
                row.getString("type"),
                row.getString("language"),
                row.getString("path"));
    }
}
