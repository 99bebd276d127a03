package sourcebook.citation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// Databases, records and citations for the tests of this room.
final class Samples {
    /// What titles, quotes and names are made of when a test is hostile: everything that some format gives a meaning.
    static final List<String> PIECES = List.of(
            "school",
            "Study tour",
            "党校",
            "école",
            "مدرسة",
            "обмен",
            "{",
            "}",
            "\\",
            "\"",
            "'",
            "“",
            "$",
            "%",
            "&",
            "#",
            "_",
            "~",
            "^",
            "@",
            "=",
            ",",
            ";",
            ":",
            "<script>alert(1)</script>",
            "]]>",
            "--",
            "%0A",
            "\n",
            "\r\n",
            "ER  - ",
            "\r\nER  - \r\nTY  - JOUR",
            "TY  - X",
            "\t",
            "\u0000",
            "\u0007",
            "\u2028",
            "\u0085",
            "\uD83C\uDF0D",
            "\uD800",
            "}\n@misc{x,",
            "\\input{y}",
            " and ",
            "AND",
            "1",
            "p. 3",
            "…");

    private Samples() {}

    static SQLiteDataSource database(Path folder) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("catalogue.sqlite"));
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    static DocumentId id(int number) {
        return new DocumentId(String.format("%064x", number));
    }

    static Evidenced<String> told(String value) {
        return Evidenced.of(value, "test", Confidence.HIGH);
    }

    static DocumentRecord record(
            String title,
            List<String> creators,
            @Nullable String date,
            @Nullable String source,
            @Nullable String url,
            @Nullable String type) {
        return new DocumentRecord(
                told(title),
                creators.stream().map(Samples::told).toList(),
                date == null ? null : Evidenced.of(PartialDate.parse(date).orElseThrow(), "test", Confidence.HIGH),
                source == null ? null : told(source),
                List.of(),
                List.of(),
                told("en"),
                type == null ? null : told(type),
                url == null ? null : told(url),
                Map.of());
    }

    /// A report of 2014 by two people, with a day.
    static DocumentRecord report() {
        return record(
                "Study tours and party schools: a review",
                List.of("Kimani, Amina W.", "Lars van den Berg"),
                "2014-03-09",
                "Institute for Public Training",
                "https://example.org/reports/study_tours?id=7&v=2",
                "report");
    }

    static Citation citation(int number, DocumentRecord record, String path, @Nullable Passage passage, String note) {
        Instant time = Instant.ofEpochSecond(1_700_000_000L + number);
        return new Citation(number, id(number), 1, passage, note, CitedWork.of(record, path), time, time);
    }

    static Citation citation(int number, DocumentRecord record) {
        return citation(number, record, "reports/file-" + number + ".pdf", null, "");
    }

    static Citation hostile(Random random, int number) {
        List<String> creators = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            creators.add(pieces(random, 5));
        }
        String date = switch (random.nextInt(4)) {
            case 0 -> "2019";
            case 1 -> "2019-02";
            case 2 -> "2019-02-28";
            default -> null;
        };
        String[] types = {"report", "web page", "message", "text", "journal article", "article", "letter", "unheard of"
        };
        DocumentRecord record = record(
                pieces(random, 12),
                creators,
                date,
                random.nextBoolean() ? pieces(random, 4) : null,
                random.nextBoolean() ? "https://example.org/" + pieces(random, 4) : "javascript:alert(1)",
                types[random.nextInt(types.length)]);
        int page = random.nextInt(9);
        Passage passage = random.nextBoolean()
                ? new Passage(pieces(random, 20), 5, 90, page, page == 0 ? 0 : page + random.nextInt(2))
                : null;
        return citation(
                number,
                record,
                random.nextBoolean() ? "a/b.pdf" : "a/" + pieces(random, 3) + ".html",
                passage,
                random.nextBoolean() ? pieces(random, 15) : "");
    }

    static String pieces(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most) + 1; i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
