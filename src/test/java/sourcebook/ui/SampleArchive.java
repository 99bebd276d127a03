package sourcebook.ui;

import java.util.LinkedHashMap;
import java.util.Map;

/// The documents of the browser tests, written for them.
final class SampleArchive {
    static final String HOSTILE_TITLE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script> A hostile title";
    static final String HOSTILE_FILE = "<img src=x onerror=alert(1)>.txt";

    private SampleArchive() {}

    static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("herald.txt", """
                The delegation asked that the training school in the capital receive thirty teachers a year.

                Each course ended with a visit to the provinces, where the guests saw the work for themselves.

                A second training school was opened in the harbour town four years later.
                """);
        documents.put("review.txt", """
                Nobody could say what the training school had cost, the member said in parliament.

                The question was put again in the spring.
                """);
        documents.put("bulletin.txt", """
                The nurses came home after two years at a training school in the north.
                """);
        documents.put("letters.txt", "Dear friend, the school bus was late again, and it rained.");
        documents.put(HOSTILE_FILE, "A text about a lighthouse. <b>Bold</b> <script>document.title='owned'</script>");
        documents.put("long.txt", longText());
        documents.put(
                "metadata.csv",
                "path,title,creators,date,source,country,language\n"
                        + "herald.txt,Thirty teachers a year,Ann Example,2014-07-18,The Sample Herald,TZ,en\n"
                        + "review.txt,Who paid for the school?,,2016,The Sample Review,ZA,en\n"
                        + "bulletin.txt,Nurses come home,,2009-03,The Sample Bulletin,VN,en\n"
                        + "\"" + HOSTILE_FILE.replace("\"", "\"\"") + "\",\"" + HOSTILE_TITLE.replace("\"", "\"\"")
                        + "\",,2011,The Sample Herald,SE,en\n");
        return documents;
    }

    /// Half a million characters with five hits far apart.
    private static String longText() {
        StringBuilder text = new StringBuilder("The long book of the harbour\n\n");
        for (int chapter = 1; chapter <= 5; chapter++) {
            for (int paragraph = 0; paragraph < 400; paragraph++) {
                text.append("In chapter ")
                        .append(chapter)
                        .append(" the boats went out and came back, and on day ")
                        .append(paragraph)
                        .append(
                                " somebody counted the nets, the oars and the people, and wrote the sum on a slate by the door.")
                        .append(" It was never the same sum twice, and nobody was surprised.\n\n");
            }
            text.append("Then the barnacle number ").append(chapter).append(" was found.\n\n");
        }
        return text.toString();
    }
}
