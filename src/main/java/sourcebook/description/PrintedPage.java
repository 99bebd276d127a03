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

    private static final int FIRST_LINES = 4;
    private static final int SHORTEST_LINE = 8;
    private static final int LONGEST_LINE = 110;

    private static final Pattern SITE = Pattern.compile("\\s+(?:[|«»·•–—]|-|::)\\s+");

    /// Words for kinds of documents, which are printed as large as titles and before them.
    private static final String KIND =
            "(?:research (?:brief|note|paper|report)|policy (?:brief|paper|note)|issue brief|working papers?(?: series)?|occasional papers?|white ?paper|case ?study|security response|briefing(?: paper| note)?|fact ?sheet|news ?letter|bulletin|press release|media release|discussion papers?|background (?:paper|note)|technical (?:report|paper|note)|analysis report|malware analysis(?: report)?|threat (?:report|analysis|advisory|intelligence)|special report|country report|final report|summary report|annual report|arbeitspapiere?|diskussionspapiere?|pressemitteilung|studie|bericht|document de travail|note de recherche|communiqué de presse|informe|documento de trabajo|nota de prensa)";

    private static final Pattern NO_TITLE = Pattern.compile(
            "(?iu)^(?:[\\divx]{1,4}[.)]? )?(?:(?:the )?(?:.{0,40}\\b)?" + KIND
                    + "(?:\\W{0,3}(?:no|nr|number|#)?\\W{0,3}\\d{0,6})?|report|executive summary|summary|introduction|overview|background|contents|table of contents|abstract|"
                    + "key findings|about|about us|inhalt(?:sverzeichnis)?|zusammenfassung|einleitung|vorwort|foreword|preface|acknowledg?ements|résumé|sommaire|avant-propos|table des matières|resumen|índice|prólogo|содержание|введение|目录|目次|www\\..*|https?:.*|page \\d+.*|(?:number|no\\.?|issue|vol(?:ume|\\.)?|nr\\.?) .{0,30}|(?:draft|confidential|classified|unclassified|restricted|embargoed|for immediate release)\\b.{0,30}|.{0,20}\\d{4}|.{0,4})$");
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?:[A-Za-z]:[\\\\/]|file:|\\\\\\\\|/\\w+/).*|\\S+\\.[A-Za-z]{2,4}|(?=\\S*[\\d_])\\S*[_\\d-]\\S*|[A-Fa-f0-9-]{16,}");
    private static final Pattern KIND_BEFORE =
            Pattern.compile("(?iu)^(?:.{0,40}?\\b)?" + KIND + "\\s*(?::|\\s[–—-])\\s+(?=\\S.{7,})");

    private PrintedPage() {}

    private record Group(String text, float size, boolean bold, int order) {}

    /// The embedded title without a site's name, when the first page shows its words.
    static @Nullable String embeddedTitle(Clues clues) {
        String embedded = clues.pdf() ? clues.field("dc:title", "pdf:docinfo:title") : null;
        if (embedded == null || clues.material().pages().isEmpty()) {
            return null;
        }
        String page = " " + Countries.fold(clues.material().pages().getFirst()) + " ";
        String title = withoutKind(TitleText.clean(embedded));
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
                ? longer(best, clues)
                : null;
    }

    /// The title as page one prints it, where the embedded one is only its beginning.
    private static String longer(String embedded, Clues clues) {
        String printed = title(clues);
        if (printed == null || printed.equals(printed.toUpperCase(Locale.ROOT))) {
            return embedded;
        }
        return Countries.fold(printed).startsWith(Countries.fold(embedded) + " ") ? printed.strip() : embedded;
    }

    /// "Case study: Rivers of the plateau" names its kind first.
    private static String withoutKind(String title) {
        return KIND_BEFORE.matcher(title).replaceFirst("");
    }

    /// The embedded title of any format, unless it is the name of a file.
    static @Nullable String statedTitle(Clues clues) {
        String stated = clues.page() != null ? null : clues.field("dc:title", "pdf:docinfo:title", "title");
        return stated == null || FILE_NAME.matcher(stated.strip()).matches() ? null : stated;
    }

    /// The largest text of the first page that can be a title; of a second one where the first is a picture.
    static @Nullable String title(Clues clues) {
        String first = title(clues, 1);
        boolean picture = !clues.material().pages().isEmpty()
                && clues.material().pages().getFirst().isBlank();
        return first == null && picture ? title(clues, 2) : first;
    }

    private static @Nullable String title(Clues clues, int page) {
        float usual = usualSize(clues.material());
        List<Group> groups = groups(clues, page);
        groups.sort(Comparator.comparingDouble(Group::size).reversed().thenComparingInt(Group::order));
        for (Group group : groups) {
            String text = group.text().strip();
            boolean stands = group.size() > usual * (1 + SAME_SIZE) || group.bold();
            if (stands
                    && text.length() <= LONGEST_TITLE
                    && !NO_TITLE.matcher(text).matches()
                    && !publisher(text, clues)) {
                return withoutKind(text);
            }
        }
        return null;
    }

    /// Whether a large text is a name over the work rather than its title.
    private static boolean publisher(String text, Clues clues) {
        String folded = Countries.fold(text);
        return Outlets.name(text).isPresent()
                || folded.equals(Countries.fold(String.valueOf(clues.field("dc:creator", "pdf:docinfo:author"))))
                || folded.equals(Countries.fold(String.valueOf(Imprint.copyright(clues))));
    }

    /// The first line of a printed document without sizes, or all in one size, when it is no sentence.
    static @Nullable String firstLine(Clues clues) {
        List<String> pages = clues.material().pages();
        String type = clues.material().mediaType();
        boolean table = type.contains("sheet") || type.contains("excel");
        if (clues.page() != null || clues.plain() || clues.message() || table || pages.isEmpty()) {
            return null;
        }
        List<String> lines = pages.getFirst()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(FIRST_LINES + 1)
                .toList();
        for (int i = 0; i < Math.min(FIRST_LINES, lines.size()); i++) {
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            if (standsAlone(lines.get(i), next) && !publisher(lines.get(i), clues)) {
                return lines.get(i);
            }
        }
        return null;
    }

    /// Words that are no sentence and do not go on in the next line.
    private static boolean standsAlone(String line, String next) {
        long letters = line.chars().filter(Character::isLetter).count();
        boolean words = line.indexOf(' ') > 0 || line.codePoints().anyMatch(Character::isIdeographic);
        boolean begins = Character.isLetter(line.charAt(0)) && !Character.isLowerCase(line.charAt(0));
        boolean goesOn = !next.isEmpty() && Character.isLowerCase(next.charAt(0));
        return letters >= SHORTEST_LINE
                && letters * 10 > line.length() * 7L
                && line.length() <= LONGEST_LINE
                && words
                && begins
                && !goesOn
                && ".,;:!".indexOf(line.charAt(line.length() - 1)) < 0
                && !NO_TITLE.matcher(line).matches()
                && DateText.find(line, false).isEmpty();
    }

    /// The size that most of the first pages is printed in; 0 where none is known.
    private static float usualSize(Material material) {
        Map<Float, Integer> sizes = new HashMap<>();
        for (Material.Line line : material.lines()) {
            sizes.merge(line.fontSize(), line.text().length(), Integer::sum);
        }
        return sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /// Lines of page one that are no larger than what most of the first pages is printed in.
    static Set<String> smallLines(Material material) {
        float usual = usualSize(material);
        Set<String> small = new HashSet<>();
        for (Material.Line line : material.lines()) {
            if (line.page() == 1 && line.fontSize() <= usual * (1 + SAME_SIZE)) {
                small.add(line.text());
            }
        }
        return small;
    }

    /// Consecutive lines of one size and weight.
    private static List<Group> groups(Clues clues, int page) {
        List<Group> groups = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Material.Line before = null;
        for (Material.Line line : clues.material().lines()) {
            if (line.page() != page || line.text().isBlank()) {
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
}
