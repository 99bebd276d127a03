package sourcebook.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds the countries a document is about, by weighing the mentions of countries, their peoples and their cities:
/// where
/// they stand and how many there are. Immutable, thread-safe.
final class CountryMentions {
    private static final double IN_TITLE = 4;
    private static final double IN_DATELINE = 2;

    /// A country with this share of the most mentioned one's weight counts as well.
    private static final double SHARE = 0.3;
    private static final double LEAST = 1.5;

    /// Longer texts are weighed by their beginning: what a work is about is said there, and the cost stays bounded.
    private static final int MAX_CHARS = 200_000;

    private final PlaceNames names = PlaceNames.read();

    /// The countries, the most mentioned first.
    List<Evidenced<String>> about(Clues clues, String title) {
        Map<String, Tally> tallies = new HashMap<>();
        String body = clues.text().text();
        names.find(title, (code, kind, start, end) -> tallies.computeIfAbsent(code, Tally::new).inTitle++);
        String text = body.length() > MAX_CHARS ? body.substring(0, MAX_CHARS) : body;
        names.find(
                text,
                (code, kind, start, end) ->
                        tallies.computeIfAbsent(code, Tally::new).add(kind));
        double most = 0;
        for (Tally tally : tallies.values()) {
            most = Math.max(most, tally.weight());
        }
        List<Tally> chosen = new ArrayList<>();
        for (Tally tally : tallies.values()) {
            if (tally.inTitle > 0 || tally.weight() >= Math.max(LEAST, SHARE * most)) {
                chosen.add(tally);
            }
        }
        chosen.sort(Comparator.comparingDouble(Tally::weight).reversed().thenComparing(tally -> tally.code));
        return chosen.stream().map(Tally::evidenced).toList();
    }

    private static final class Tally {
        private final String code;
        private int mentions;
        private int inTitle;
        private int datelines;
        private double sum;

        Tally(String code) {
            this.code = code;
        }

        void add(PlaceNames.Kind kind) {
            mentions++;
            sum += kind.weight;
        }

        double weight() {
            return sum + Math.min(inTitle, 1) * IN_TITLE + datelines * IN_DATELINE;
        }

        Evidenced<String> evidenced() {
            String text = mentions
                    + (mentions == 1 ? " mention" : " mentions")
                    + (inTitle > 0 ? ", in the title" : "")
                    + (datelines > 0 ? ", in the dateline" : "");
            boolean sure = inTitle > 0 && mentions > 1 || mentions >= 5;
            return Evidenced.of(code, "mentions", text, sure ? Confidence.HIGH : Confidence.MEDIUM);
        }
    }
}
