package sourcebook.description.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Finds running heads, running feet and page numbers: lines at the top or bottom of several pages that
/// are the same, or that count the pages. One for each document.
///
/// A line must stand at the edge of a page, and be repeated there on at least three pages not far
/// apart; one that is as often inside pages (a row of a table) stays, and so does what page one prints
/// large (a title).
final class RunningHeads {
    /// Lines looked at from an edge at a time: content streams do not always begin with the head.
    private static final int DEPTH = 3;

    /// More lines than this at one edge are text.
    private static final int MOST_LINES = 12;

    private static final int FEWEST_PAGES = 3;

    /// Share of the pages between the first and the last that must have a line: left and right ones
    /// alternate, and pages of pictures have none.
    private static final double DENSE = 0.3;

    /// Share of a line's occurrences that must be at edges.
    private static final double AT_EDGES = 0.7;

    private static final int LONGEST = 250;

    private static final Pattern CONTINUED = Pattern.compile(
            "(?iu)[\\[(]?(?:(?:continued|continues|cont'?d|fortsetzung)(?: (?:on|from|overleaf|next|auf|von|folgt|page|seite|nächster?|p\\.|\\d+)){0,4}"
                    + "|(?:suite|à suivre|continúa|continuación|continua|segue|продолжение)(?: (?:a|à|de|en|en la|à la|alla|na|на|page|página|pagina|p\\.|стр\\.?|\\d+)){1,4})[\\])…. ]*");
    private static final Pattern PAGE_OF = Pattern.compile(
            "(?iu)[-–— |]*(?:page|seite|página|pagina|p\\.|стр\\.?|strona|sivu|side|sida)?\\s*(\\d{1,4})\\s*(?:of|/|von|de|di|sur|из|z|av|af|van)\\s*(\\d{1,4})[-–— |]*");

    /// What is numbered and may stand alone at the edge of a page, one a page.
    private static final Pattern NUMBERED = Pattern.compile(
            "(?iu)(?:fig(?:ure|ura)?|table|tab|tabelle|tableau|tabla|abb(?:ildung)?|exhibit|box|step|question|chapter|kapitel|chapitre|section|article|artikel|annex|appendix|part|phase|day|week|module|session|lesson|рис|таблица|глава)\\b.{0,6}");

    private final List<Page> pages = new ArrayList<>();
    private final Set<String> small = new HashSet<>();
    private Map<String, Integer> all = Map.of();

    /// One page's lines, and which of them are taken out.
    private static final class Page {
        private final Lines lines;
        private final List<Integer> filled = new ArrayList<>();
        private final Map<Integer, LineForm> forms = new HashMap<>();
        private final BitSet gone = new BitSet();

        Page(String text) {
            lines = new Lines(text);
            for (int i = 0; i < lines.count(); i++) {
                if (!lines.blank(i)) {
                    filled.add(i);
                }
            }
        }

        LineForm form(int line) {
            return forms.computeIfAbsent(line, number -> LineForm.of(lines.line(number)));
        }

        int length(int line) {
            return lines.start(line + 1) - lines.start(line);
        }
    }

    /// A line at an edge.
    private record Place(int page, int line, LineForm form) {}

    RunningHeads(List<String> texts, Set<String> small) {
        small.forEach(line -> this.small.add(LineForm.of(line).text()));
        texts.forEach(text -> pages.add(new Page(text)));
    }

    List<Parted> part() {
        if (pages.size() >= FEWEST_PAGES) {
            boolean changed = true;
            for (int round = 0; round < MOST_LINES && changed; round++) {
                boolean heads = take(edge(true));
                boolean feet = take(edge(false));
                changed = heads || feet;
            }
        }
        for (int page = 0; page < pages.size(); page++) {
            takeSpokenOf(page);
        }
        return pages.stream().map(page -> Parted.without(page.lines, page.gone)).toList();
    }

    /// The lines at the top or bottom of all pages that are left there.
    private List<Place> edge(boolean top) {
        List<Place> places = new ArrayList<>();
        for (int number = 0; number < pages.size(); number++) {
            Page page = pages.get(number);
            int count = page.filled.size();
            int seen = 0;
            for (int i = 0; i < Math.min(count, MOST_LINES) && seen < DEPTH; i++) {
                int line = page.filled.get(top ? i : count - 1 - i);
                if (!page.gone.get(line)) {
                    seen++;
                    if (page.length(line) <= LONGEST) {
                        places.add(new Place(number, line, page.form(line)));
                    }
                }
            }
        }
        return places;
    }

    private boolean take(List<Place> edge) {
        Map<String, List<Place>> byPattern = new LinkedHashMap<>();
        Map<String, List<Place>> byText = new LinkedHashMap<>();
        for (Place place : edge) {
            byText.computeIfAbsent(place.form.text(), key -> new ArrayList<>()).add(place);
            if (!place.form.numbers().isEmpty()) {
                byPattern
                        .computeIfAbsent(place.form.pattern(), key -> new ArrayList<>())
                        .add(place);
            }
        }
        Set<Place> running = new HashSet<>();
        for (var entry : byText.entrySet()) {
            if (says(entry.getKey()) && repeated(entry.getValue()) && !inside(entry.getKey(), entry.getValue())) {
                running.addAll(entry.getValue());
            }
        }
        // a head without a page number may be the title itself on page one
        running.removeIf(place -> place.page == 0 && !small.contains(place.form.text()));
        byPattern.forEach((pattern, places) -> {
            if (!NUMBERED.matcher(pattern).matches()) {
                running.addAll(counting(places));
            }
        });
        running.addAll(alternating(edge));
        running.forEach(place -> pages.get(place.page).gone.set(place.line));
        return !running.isEmpty();
    }

    private static boolean says(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        long signs = text.chars().filter(c -> c != ' ').count();
        return letters >= 3 || (signs >= 6 && text.chars().anyMatch(Character::isLetterOrDigit));
    }

    private static boolean repeated(Collection<Place> places) {
        TreeSet<Integer> on = new TreeSet<>();
        places.forEach(place -> on.add(place.page));
        return on.size() >= FEWEST_PAGES && on.size() >= DENSE * (on.getLast() - on.getFirst() + 1);
    }

    /// Whether such lines stand inside pages as well.
    private boolean inside(String text, List<Place> places) {
        if (all.isEmpty()) {
            all = new HashMap<>();
            for (Page page : pages) {
                for (int line : page.filled) {
                    all.merge(LineForm.text(page.lines.line(line)), 1, Integer::sum);
                }
            }
        }
        return places.size() < AT_EDGES * all.getOrDefault(text, 0);
    }

    /// Those of one pattern that have a number which grows with the pages.
    private static List<Place> counting(List<Place> places) {
        int numbers = places.getFirst().form.numbers().size();
        for (int at = 0; at < numbers; at++) {
            Map<Integer, List<Place>> byOffset = new HashMap<>();
            for (Place place : places) {
                int number = place.form.numbers().get(at);
                if (number >= 0) {
                    byOffset.computeIfAbsent(number - place.page, key -> new ArrayList<>())
                            .add(place);
                }
            }
            for (List<Place> same : byOffset.values()) {
                if (repeated(same)) {
                    return same;
                }
            }
        }
        return List.of();
    }

    /// Heads of left and right pages in a short document: each begins or ends with the page's number,
    /// and each text stands on two pages at least.
    private static List<Place> alternating(List<Place> edge) {
        Map<Integer, List<Place>> byOffset = new HashMap<>();
        for (Place place : edge) {
            String pattern = place.form.pattern();
            List<Integer> numbers = place.form.numbers();
            if (pattern.startsWith("# ") || pattern.startsWith("#|")) {
                add(byOffset, numbers.getFirst() - place.page, place);
            } else if (pattern.endsWith(" #") || pattern.endsWith("|#")) {
                add(byOffset, numbers.getLast() - place.page, place);
            }
        }
        List<Place> found = new ArrayList<>();
        for (List<Place> places : byOffset.values()) {
            Map<String, Integer> patterns = new HashMap<>();
            places.forEach(place -> patterns.merge(place.form.pattern(), 1, Integer::sum));
            List<Place> twice = places.stream()
                    .filter(place -> patterns.getOrDefault(place.form.pattern(), 0) >= 2
                            && !NUMBERED.matcher(place.form.pattern()).matches())
                    .toList();
            if (repeated(twice)) {
                found.addAll(twice);
            }
        }
        return found;
    }

    private static void add(Map<Integer, List<Place>> byOffset, int offset, Place place) {
        byOffset.computeIfAbsent(offset, key -> new ArrayList<>()).add(place);
    }

    /// Lines at an edge that say themselves what they are: "Page 3 of 12", "continued overleaf".
    private void takeSpokenOf(int number) {
        Page page = pages.get(number);
        for (boolean top : new boolean[] {true, false}) {
            int seen = 0;
            for (int i = 0; i < page.filled.size() && seen < 2; i++) {
                int line = page.filled.get(top ? i : page.filled.size() - 1 - i);
                if (page.gone.get(line)) {
                    continue;
                }
                seen++;
                String text = page.lines.line(line).strip();
                var of = PAGE_OF.matcher(text);
                boolean counts = pages.size() > 1
                        && of.matches()
                        && Integer.parseInt(of.group(1)) == number + 1
                        && Integer.parseInt(of.group(2)) == pages.size();
                if (counts || (pages.size() > 1 && CONTINUED.matcher(text).matches())) {
                    page.gone.set(line);
                }
            }
        }
    }
}
