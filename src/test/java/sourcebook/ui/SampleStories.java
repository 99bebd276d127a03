package sourcebook.ui;

import java.util.LinkedHashMap;
import java.util.Map;

/// Documents of the browser tests about stories, furniture and weak values, written for them.
final class SampleStories {
    /// Printed by two outlets under two headlines.
    private static final String REPORT = """
            Dar es Salaam. The first forty trainees of the harbour school received their papers on Friday, a year after \
            the school had opened its doors at the end of the old quay.

            Tanzania had asked for the course after a delegation saw a similar one abroad. The trainees learned to load a \
            ship, to read a chart and to write a report that somebody else can follow.

            The head of the school said that nobody had failed, although two had to read the chart a second time. She \
            thanked Tanzania for the building and Denmark for the cranes.

            A second course begins in March. Sixty people have asked for a place, and the school has forty chairs.
            """;

    private SampleStories() {}

    static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("wire.txt", "Forty receive their papers\n\n" + REPORT);
        documents.put("copy.txt", "Harbour school sends its first class home\n\n" + REPORT);
        documents.put("other.txt", """
                The ferry timetable was printed again, this time with the winter hours. Passengers had asked for it since \
                the autumn, when three boats left before anybody expected them and one did not leave at all.

                The office says that the next edition will have larger letters and fewer islands.
                """);
        documents.put("first.html", page("first", "The lamp at the corner", "It was lit again on Monday."));
        documents.put("second.html", page("second", "The clock on the tower", "It strikes the hour, and once more."));
        documents.put(
                "metadata.csv",
                "path,title,date,source,country,published_in\n"
                        + "wire.txt,Forty receive their papers,2019-05-03,Sample Wire,,DK\n"
                        + "copy.txt,Harbour school sends its first class home,2019-05-06,The Quay,,TZ\n");
        return documents;
    }

    private static String page(String name, String title, String sentence) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%2$s</title>
                <link rel="canonical" href="https://lantern.example/%1$s">
                <meta property="og:site_name" content="Lantern Weekly"></head>
                <body><nav><ul><li><a href="/a">Home</a></li><li><a href="/b">Streets</a></li></ul></nav>
                <article><h1>%2$s</h1>
                <p>%3$s The people of the street had waited for it since the winter, and some of them had \
                written to the council, which answered in the order of the letters.</p>
                <p>Nobody wants to say what it cost. The council will count in the summer, when the days are \
                long and the lamps are needed least of all.</p></article>
                <footer><p>Become a benefactor of this newspaper</p></footer></body></html>
                """.formatted(name, title, sentence);
    }
}
