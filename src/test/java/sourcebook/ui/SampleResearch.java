package sourcebook.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A larger archive for the browser tests of searching: years, months, countries large and small, a former state, a
/// column of its own. Written for them; the same every time.
final class SampleResearch {
    private static final List<String> COUNTRIES =
            List.of("TZ", "ZA", "VN", "LA", "ET", "NA", "CN", "SG", "MT", "SUHH", "KE", "FR", "BR", "US", "IN", "");
    private static final List<String> SOURCES =
            List.of("The Harbour Review", "Journal of Quay Studies", "Evening Lantern", "The Northern Post", "");
    private static final List<String> PARTIES = List.of("Harbour League", "Lantern Union", "");
    private static final int DOCUMENTS = 48;

    private SampleResearch() {}

    static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        Random random = new Random(4_607); // always the same archive
        StringBuilder metadata = new StringBuilder("path,title,date,source,country,published_in,language,party\n");
        for (int i = 0; i < DOCUMENTS; i++) {
            int year = 2002 + (int) (16 * Math.sqrt(random.nextDouble()));
            int month = 1 + random.nextInt(12);
            String date = i % 12 == 11 ? "" : i % 5 == 0 ? Integer.toString(year) : "%d-%02d".formatted(year, month);
            String country = COUNTRIES.get(Math.min(COUNTRIES.size() - 1, (int) Math.abs(random.nextGaussian() * 6)));
            documents.put("report" + i + ".txt", text(i, random));
            metadata.append("report%d.txt,%s,%s,%s,%s,%s,en,%s%n"
                    .formatted(
                            i,
                            title(i, random),
                            date,
                            SOURCES.get(random.nextInt(SOURCES.size())),
                            country,
                            COUNTRIES.get(random.nextInt(7)),
                            PARTIES.get(random.nextInt(PARTIES.size()))));
        }
        documents.put("metadata.csv", metadata.toString());
        return documents;
    }

    private static String title(int number, Random random) {
        List<String> heads = List.of("Course opens for", "A visit from", "What it cost to train", "Letters of");
        List<String> tails = List.of("visiting pilots", "the harbour guards", "young teachers", "forty clerks");
        return heads.get(random.nextInt(heads.size())) + " " + tails.get(random.nextInt(tails.size())) + " " + number;
    }

    private static String text(int number, Random random) {
        List<String> sentences = List.of(
                "The training school in the capital received thirty pilots a year.",
                "Nobody could say what the course had cost the harbour office.",
                "Each course ended with a visit to the provinces and a speech.",
                "The council debated whether the ferry should run on Sundays.",
                "A second training school was promised for the spring.",
                "The lighthouse keeper wrote down every ship that passed.");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            text.append(sentences.get(random.nextInt(sentences.size())))
                    .append(" It was day ")
                    .append(number * 31 + i)
                    .append(" of the ")
                    .append(List.of("survey", "journey", "inquiry", "census").get(random.nextInt(4)))
                    .append(".\n\n");
        }
        return text.toString();
    }
}
