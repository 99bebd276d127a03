package sourcebook.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.Mention;

/// Finds the countries a document is about, by weighing the mentions of countries, their peoples,
/// cities and seats of power: where they stand and how many there are. Thread-safe.
final class CountryMentions {
    private static final double IN_TITLE = 3;
    private static final double IN_DATELINE = 3;

    /// A mention in the first lines says more than one further down.
    private static final double EARLY = 1.3;

    private static final int EARLY_CHARS = 400;

    /// "Canadian dollars" says little about Canada.
    private static final double AS_MONEY = 0.3;

    /// A country with this share of the most mentioned one's weight counts as well.
    private static final double SHARE = 0.35;

    /// One passing mention of a city is not enough.
    private static final double LEAST = 0.9;

    private static final String ENGLISH = "en";

    private final PlaceNames names = PlaceNames.get();

    /// What a document is about.
    ///
    /// @param countries the most mentioned first
    /// @param mentions every place in the text that counted towards one of them, ascending
    record Found(List<Evidenced<String>> countries, List<Mention> mentions) {}

    private record Place(PlaceName name, String code, int start, int end, double weight) {}

    /// @param language of the text, null when it is not known
    /// @param year it was published, null when that is not known
    Found find(DocumentText text, String title, @Nullable String language, @Nullable Integer year) {
        Ambiguities ambiguities = new Ambiguities(text.text());
        List<Place> inTitle = new ArrayList<>();
        search(title, 0, title.length(), language, ambiguities, inTitle);
        List<Place> places = new ArrayList<>();
        List<Integer> starts = text.pageStarts();
        if (text.pageLanguages().isEmpty()) {
            search(text.text(), 0, text.text().length(), language, ambiguities, places);
        } else {
            for (int page = 0; page < starts.size(); page++) {
                int to = page + 1 < starts.size()
                        ? starts.get(page + 1)
                        : text.text().length();
                String stated = text.pageLanguages().get(page);
                search(text.text(), starts.get(page), to, stated.isEmpty() ? language : stated, ambiguities, places);
            }
        }
        Dateline dateline = Dateline.find(text.text()).orElse(null);
        Place region = dateline == null ? null : region(dateline);
        boolean apart = region != null
                && places.stream().noneMatch(place -> place.start < region.end && region.start < place.end);
        if (region != null && apart) {
            places.add(region);
            places.sort(Comparator.comparingInt(Place::start));
        }
        int early = EARLY_CHARS + (text.text().startsWith(title) ? title.length() : 0);
        return weigh(inTitle, places, datelined(dateline, region, places), early, year);
    }

    private void search(
            String text, int from, int to, @Nullable String language, Ambiguities ambiguities, List<Place> places) {
        names.find(text, from, to, language == null ? ENGLISH : language, (name, start, end) -> {
            String code = ambiguities.country(name, text, start, end);
            if (!code.isEmpty() && !(name.capitals() && CodeLists.holds(text, start, end))) {
                double weight = name.kind().weight * (Currencies.behind(text, end) ? AS_MONEY : 1);
                places.add(new Place(name, code, start, end, weight));
            }
        });
    }

    /// "BOSTON, Mass., March 3 -": a region's short form, which counts only here.
    private @Nullable Place region(Dateline dateline) {
        String whole = dateline.place();
        int end = whole.length();
        for (int i = whole.length() - 1; i >= 0; i--) {
            char c = whole.charAt(i);
            if (c == ',' || c == '/') {
                String part = whole.substring(i + 1, end);
                String code = names.shortForm(part);
                if (code != null) {
                    int start = dateline.start()
                            + i
                            + 1
                            + part.length()
                            - part.stripLeading().length();
                    PlaceName name = PlaceName.of(part.strip(), code, PlaceName.Kind.SEAT, false);
                    return new Place(name, code, start, start + part.strip().length(), 0);
                }
                end = i;
            }
        }
        return null;
    }

    /// The countries of the places in the dateline; where it names a region, that one's alone.
    private static Set<String> datelined(@Nullable Dateline dateline, @Nullable Place region, List<Place> places) {
        Set<String> codes = new HashSet<>();
        if (region != null) {
            codes.add(region.code);
        } else if (dateline != null) {
            int end = dateline.start() + dateline.place().length();
            for (Place place : places) {
                if (place.start >= dateline.start() && place.end <= end) {
                    codes.add(place.code);
                }
            }
        }
        return codes;
    }

    private static Found weigh(
            List<Place> inTitle, List<Place> places, Set<String> datelined, int early, @Nullable Integer year) {
        Map<String, Integer> named = new HashMap<>();
        for (Place place : places) {
            if (place.name.kind() == PlaceName.Kind.NAME || place.code.length() > 2) {
                named.merge(place.code, 1, Integer::sum);
            }
        }
        FormerStates former = new FormerStates(year, named);
        Map<String, Tally> tallies = new HashMap<>();
        for (Place place : inTitle) {
            tallies.computeIfAbsent(former.code(place.name, place.code), Tally::new).inTitle |= place.weight > AS_MONEY;
        }
        List<Mention> mentions = new ArrayList<>();
        for (Place place : places) {
            String code = former.code(place.name, place.code);
            Tally tally = tallies.computeIfAbsent(code, Tally::new);
            tally.add(place.weight, place.start < early);
            tally.inDateline |= datelined.contains(place.code);
            mentions.add(new Mention(code, place.start, place.end));
        }
        double most = tallies.values().stream().mapToDouble(Tally::weight).max().orElse(0);
        List<Tally> chosen = tallies.values().stream()
                .filter(tally -> tally.weight() >= Math.max(LEAST, SHARE * most))
                .sorted(Comparator.comparingDouble(Tally::weight).reversed().thenComparing(tally -> tally.code))
                .toList();
        Set<String> codes = new HashSet<>();
        chosen.forEach(tally -> codes.add(tally.code));
        return new Found(
                chosen.stream().map(Tally::evidenced).toList(),
                mentions.stream()
                        .filter(mention -> codes.contains(mention.country()))
                        .toList());
    }

    private static final class Tally {
        private final String code;
        private int mentions;
        private boolean inTitle;
        private boolean inDateline;
        private double sum;

        Tally(String code) {
            this.code = code;
        }

        void add(double weight, boolean early) {
            mentions++;
            sum += early ? weight * EARLY : weight;
        }

        double weight() {
            return sum + (inTitle ? IN_TITLE : 0) + (inDateline ? IN_DATELINE : 0);
        }

        Evidenced<String> evidenced() {
            String text = mentions
                    + (mentions == 1 ? " mention" : " mentions")
                    + (inTitle ? ", in the title" : "")
                    + (inDateline ? ", in the dateline" : "");
            boolean sure = inTitle && mentions > 1 || mentions >= 5;
            return Evidenced.of(code, "mentions", text, sure ? Confidence.HIGH : Confidence.MEDIUM);
        }
    }
}
