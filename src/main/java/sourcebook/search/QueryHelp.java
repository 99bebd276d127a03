package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The query language on one screen: for the box, the command line and the guide alike.
public final class QueryHelp {
    /// What can be typed and what it finds.
    ///
    /// @param typed an example that can be tried
    /// @param finds half a sentence
    public record Row(String typed, String finds) {}

    /// Rows that belong together.
    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /// All of it, the commonest first.
    public static final List<Section> SECTIONS = List.of(
            new Section(
                    "Words and phrases",
                    List.of(
                            new Row("peace treaty", "both words, each in all its forms (treaty, treaties)"),
                            new Row("\"peace treaty\"", "these words side by side, in just these forms"),
                            new Row("=treaty", "this form of the word alone"),
                            new Row("peace OR truce", "one of them, or both"),
                            new Row("peace NOT war", "without a word; -war is the same"),
                            new Row("+peace talks", "peace must occur, even where any of the words may"),
                            new Row("(peace OR truce) talks", "brackets hold together"))),
            new Section(
                    "Parts of words",
                    List.of(
                            new Row("govern*", "words that begin so; *ment ends so, wom?n has any one letter there"),
                            new Row("mandella~1", "words that differ by one letter; ~2 by two"),
                            new Row("/colou?rs?/", "words that a regular expression describes whole"))),
            new Section(
                    "Near each other",
                    List.of(
                            new Row("\"peace treaty\"~5", "in any order, with at most five other words between"),
                            new Row("\"peace treaty\"~>5", "in this order"),
                            new Row("\"govern* experience\"", "patterns inside a phrase"),
                            new Row("\"(party|ruling party) school*\"", "alternatives inside a phrase"),
                            new Row("\"the * party\"", "any one word between"))),
            new Section(
                    "Where and what",
                    List.of(
                            new Row("title:peace", "in the title; also creator: source: type: and body:"),
                            new Row("country:Tanzania", "about a country; also publishedIn: and language:"),
                            new Row("year:2012..2017", "years; an end may be left out"),
                            new Row("date:2014-03..2014-05-10", "days; only documents that surely lie between"),
                            new Row("has:ocr", "whose text was recognised from images; also " + features()),
                            new Row("in:furniture peace", "in the page around the text: menus, teasers, comments"),
                            new Row("story:s12", "the copies of one story; id: finds a document"))));

    private QueryHelp() {}

    private static String features() {
        return List.of(
                        Feature.TEXT,
                        Feature.DATE,
                        Feature.SOURCE,
                        Feature.COUNTRY,
                        Feature.CREATOR,
                        Feature.STORY,
                        Feature.FURNITURE)
                .stream()
                .map(feature -> "has:" + feature.word())
                .collect(Collectors.joining(" "));
    }

    /// The rows as lines for a terminal, the examples in one column.
    ///
    /// @param columns characters of a line; what is longer goes on below
    public static List<String> lines(int columns) {
        List<Row> rows =
                SECTIONS.stream().flatMap(section -> section.rows().stream()).toList();
        int margin = rows.stream().mapToInt(row -> row.typed().length()).max().orElse(0) + 2;
        List<String> lines = new ArrayList<>();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder(row.typed())
                    .repeat(' ', margin - row.typed().length());
            for (String word : row.finds().split(" ", -1)) {
                if (line.length() > margin && line.length() + word.length() > columns) {
                    lines.add(line.toString().stripTrailing());
                    line = new StringBuilder().repeat(' ', margin);
                }
                line.append(word).append(' ');
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
