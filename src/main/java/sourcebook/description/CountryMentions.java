package sourcebook.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds the countries a document is about, by weighing the mentions of countries, their peoples, cities
/// and seats of
/// power: where they stand and how many there are. Immutable, thread-safe.
final class CountryMentions {
    private static final double IN_TITLE = 3;
    private static final double IN_DATELINE = 3;

    /// A mention in the first lines says more than one further down.
    private static final double EARLY = 1.3;

    private static final int EARLY_CHARS = 400;

    /// A country with this share of the most mentioned one's weight counts as well.
    private static final double SHARE = 0.35;

    /// One passing mention of a city is not enough.
    private static final double LEAST = 0.9;

    /// Longer texts are weighed by their beginning: what a work is about is said there, and the cost stays
    /// bounded.
    private static final int MAX_CHARS = 100_000;

    private final PlaceNames names = PlaceNames.read();

    /// The countries, the most mentioned first.
    List<Evidenced<String>> about(Clues clues, String title, boolean english) {
        Map<String, Tally> tallies = new HashMap<>();
        String whole = clues.text().text();
        String text = whole.length() > MAX_CHARS ? whole.substring(0, MAX_CHARS) : whole;
        Ambiguities ambiguities = new Ambiguities(text);
        names.find(title, english, (name, start, end) -> {
            String code = ambiguities.country(name);
            if (!code.isEmpty()) {
                tallies.computeIfAbsent(code, Tally::new).inTitle++;
            }
        });
        int bodyStart = text.startsWith(title) ? title.length() : 0;
        names.find(text, english, (name, start, end) -> {
            String code = ambiguities.country(name);
            if (!code.isEmpty()) {
                tallies.computeIfAbsent(code, Tally::new).add(name.kind().weight, start < bodyStart + EARLY_CHARS);
            }
        });
        Dateline.find(text).ifPresent(dateline -> dateline(dateline, tallies));
        double most = 0;
        for (Tally tally : tallies.values()) {
            most = Math.max(most, tally.weight());
        }
        List<Tally> chosen = new ArrayList<>();
        for (Tally tally : tallies.values()) {
            if (tally.weight() >= Math.max(LEAST, SHARE * most)) {
                chosen.add(tally);
            }
        }
        chosen.sort(Comparator.comparingDouble(Tally::weight).reversed().thenComparing(tally -> tally.code));
        return chosen.stream().map(Tally::evidenced).toList();
    }

    private void dateline(Dateline dateline, Map<String, Tally> tallies) {
        String[] parts = dateline.place().split("[,/]", -1);
        for (int i = parts.length - 1; i > 0; i--) {
            String code = names.shortForm(parts[i].strip().replaceAll("\\.$", ""));
            if (code != null) {
                tallies.computeIfAbsent(code, Tally::new).datelines = 1;
                return;
            }
        }
        names.find(dateline.place(), true, (name, start, end) -> {
            if (!name.code().isEmpty()) {
                tallies.computeIfAbsent(name.code(), Tally::new).datelines = 1;
            }
        });
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

        void add(double weight, boolean early) {
            mentions++;
            sum += early ? weight * EARLY : weight;
        }

        double weight() {
            return sum + Math.min(inTitle, 1) * IN_TITLE + datelines * IN_DATELINE;
        }

        Evidenced<String> evidenced() {
            String text = mentions
                    + (mentions == 1 ? " mention" : " mentions")
                    + (inTitle > 0 ? ", in the title" : "")
                    + (datelines > 0 ? ", in the dateline" : "");
            boolean sure = (inTitle > 0 && mentions > 1) || mentions >= 5;
            return Evidenced.of(code, "mentions", text, sure ? Confidence.HIGH : Confidence.MEDIUM);
        }
    }
}
