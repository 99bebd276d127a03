package sourcebook.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the first page of a PDF tells by its layout and its embedded title. Pure.
final class PrintedPage {
    private static final int LONGEST_TITLE = 250;

    /// Lines of nearly the same size belong together.
    private static final float SAME_SIZE = 0.06f;

    /// Share of an embedded title's words that the first page must show for it to be believed.
    private static final double SHOWN = 0.7;

    private static final Pattern SITE = Pattern.compile("\\s+(?:[|«»·•–—]|-|::)\\s+");

    /// Kinds of documents and parts of them, which are printed as large as titles.
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?iu)^(?:the )?(?:.{0,40}\\b(?:research brief|policy brief|working papers?|white ?paper|case ?study|security response|briefing(?: paper)?|fact ?sheet|newsletter|bulletin|"
                    + "press release|discussion paper|technical report|analysis report|annual report)|report|executive summary|summary|introduction|overview|background|contents|table of contents|abstract|"
                    + "key findings|about|inhalt|zusammenfassung|vorwort|foreword|preface|résumé|sommaire|resumen|índice|www\\..*|https?:.*|page \\d+.*|(?:number|no\\.?|issue|vol(?:ume|\\.)?|nr\\.?) .{0,30}|.{0,20}\\d{4}|.{0,4})$");

    private PrintedPage() {}

    /// Lines of page one that are no larger than what most of the first pages is printed in.
    static Set<String> smallLines(Material material) {
        Map<Float, Integer> sizes = new HashMap<>();
        for (Material.Line line : material.lines()) {
            sizes.merge(line.fontSize(), line.text().length(), Integer::sum);
        }
        float usual = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
        Set<String> small = new HashSet<>();
        for (Material.Line line : material.lines()) {
            if (line.page() == 1 && line.fontSize() <= usual * (1 + SAME_SIZE)) {
                small.add(line.text());
            }
        }
        return small;
    }

    private record Group(String text, float size, boolean bold, int order) {}

    /// The embedded title without a site's name, when the first page shows its words.
    static @Nullable String embeddedTitle(Clues clues) {
        String embedded = clues.pdf() ? clues.field("dc:title", "pdf:docinfo:title") : null;
        if (embedded == null || clues.material().pages().isEmpty()) {
            return null;
        }
        String page = " " + Countries.fold(clues.material().pages().getFirst()) + " ";
        String title = TitleText.clean(embedded);
        String bare = SITE.split(title, 2)[0].strip();
        String best = bare.length() >= 12 ? bare : title;
        // "OrcaRAT - A whale of a tale - Cyber security updates": as much of it as is printed
        Matcher gap = SITE.matcher(title);
        while (gap.find()) {
            String longer = title.substring(0, gap.start()).strip();
            if (longer.length() > best.length() && page.contains(Countries.fold(longer))) {
                best = longer;
            }
        }
        if (page.contains(" " + Countries.fold(title) + " ")) {
            best = title;
        }
        String[] words = Countries.fold(best).split(" ", -1);
        int shown = 0;
        for (String word : words) {
            shown += page.contains(" " + word + " ") ? 1 : 0;
        }
        boolean believed = words.length >= 3 && best.length() >= 10 && shown >= words.length * SHOWN;
        return believed
                        && Outlets.name(best).isEmpty()
                        && !NO_TITLE.matcher(best).matches()
                ? best
                : null;
    }

    /// The largest text of the first page that can be a title.
    static @Nullable String title(Clues clues) {
        List<Group> groups = groups(clues);
        groups.sort(Comparator.comparing(Group::size).reversed().thenComparing(Group::order));
        Group first = null;
        for (Group group : groups) {
            String text = group.text().strip();
            if (text.length() <= LONGEST_TITLE
                    && !NO_TITLE.matcher(text).matches()
                    && Outlets.name(text).isEmpty()) {
                first = group;
                break;
            }
        }
        return first == null ? null : first.text();
    }

    /// Consecutive lines of one size and weight.
    private static List<Group> groups(Clues clues) {
        List<Group> groups = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Material.Line before = null;
        for (Material.Line line : clues.material().lines()) {
            if (line.page() != 1 || line.text().isBlank()) {
                continue;
            }
            boolean same = before != null
                    && Math.abs(line.fontSize() - before.fontSize()) <= before.fontSize() * SAME_SIZE
                    && line.bold() == before.bold()
                    && Math.abs(line.y() - before.y()) < before.fontSize() * 2.6f;
            if (!same && before != null) {
                add(groups, text, before);
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(line.text().strip());
            before = line;
        }
        if (before != null) {
            add(groups, text, before);
        }
        return groups;
    }

    private static void add(List<Group> groups, StringBuilder text, Material.Line line) {
        if (text.chars().filter(Character::isLetter).count() >= 5) {
            groups.add(new Group(text.toString(), line.fontSize(), line.bold(), groups.size()));
        }
    }

    /// How many lines at the head of page one are looked at for a date of their own.
    private static final int HEAD_LINES = 60;

    /// A line on the first page that is little more than a date, or says that it dates the work; dates in
    /// words go
    /// before numbers, which browsers print as well.
    static @Nullable String date(Clues clues) {
        if (!clues.pdf() || clues.material().pages().isEmpty()) {
            return null;
        }
        String numeric = null;
        int seen = 0;
        for (String line :
                (Iterable<String>) clues.material().pages().getFirst().lines()::iterator) {
            String text = line.strip();
            if (text.isEmpty() || ++seen > HEAD_LINES) {
                continue;
            }
            for (DateText.Found found : DateText.find(text, false)) {
                int other = text.length() - (found.end() - found.start());
                boolean alone = other <= 25
                        || (other <= 60
                                && text.toLowerCase(Locale.ROOT)
                                        .matches(
                                                ".*\\b(?:date|published|released?|created|posted|updated|revised|stand|datum|by)\\b.*"));
                if (alone && DateRules.plausible(found.date(), clues.today())) {
                    String date = text.substring(found.start(), found.end());
                    if (date.chars().anyMatch(Character::isLetter)) {
                        return date;
                    }
                    numeric = numeric == null ? date : numeric;
                }
            }
        }
        return numeric;
    }
}
