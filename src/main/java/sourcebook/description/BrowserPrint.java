package sourcebook.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is known of a web page that a browser printed to PDF: its title is the page's, its day of
/// making is the day of printing, and at the edge of each sheet stand the page's address and the number
/// of sheets. Pure.
final class BrowserPrint {
    private static final Pattern BROWSER = Pattern.compile(
            "(?i).*\\b(?:safari|chrome|chromium|mozilla|firefox|webkit|wkhtmltopdf|skia/pdf|opera|ms ?edge|phantomjs|puppeteer)\\b.*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s…]{4,500}");
    private static final Pattern SHEETS =
            Pattern.compile("(?<![\\d/])(\\d{1,4}) ?(?:/|of|von|sur|de|di) ?(\\d{1,4})(?![\\d/])");
    private static final Pattern SITE = Pattern.compile("\\s+(?:[|«»·•–—]|-|::)\\s+");

    /// Lines at an edge of a sheet in which a browser's stamp can stand.
    private static final int EDGE = 3;

    private static final int EDGE_CHARS = 900;

    /// More sheets say no more.
    private static final int SHEETS_READ = 12;

    private static final int SHORTEST_TITLE = 12;

    private BrowserPrint() {}

    static boolean is(Clues clues) {
        return clues.pdf()
                && (browser(clues.material(), "pdf:docinfo:creator_tool")
                        || browser(clues.material(), "xmp:CreatorTool")
                        || browser(clues.material(), "pdf:docinfo:producer")
                        || clues.printedAddress() != null);
    }

    private static boolean browser(Material material, String field) {
        String tool = material.first(field);
        return tool != null && BROWSER.matcher(tool).matches();
    }

    /// The address printed at the edge of most sheets, beside their number or by a browser's own statement.
    static @Nullable String address(Material material) {
        List<String> pages = material.pages();
        if (!material.pdf() || pages.isEmpty()) {
            return null;
        }
        Map<String, Integer> counts = new HashMap<>();
        int counted = 0;
        int read = Math.min(pages.size(), SHEETS_READ);
        for (int page = 0; page < read; page++) {
            List<String> edge = edge(pages.get(page));
            String all = String.join("\n", edge);
            Matcher sheets = SHEETS.matcher(all);
            while (sheets.find()) {
                if (Integer.parseInt(sheets.group(1)) == page + 1
                        && Integer.parseInt(sheets.group(2)) == pages.size()) {
                    counted++;
                    break;
                }
            }
            Matcher address = ADDRESS.matcher(all);
            if (address.find()
                    && !all.startsWith("…", address.end())
                    && !address.group().endsWith("...")) {
                counts.merge(address.group(), 1, Integer::sum);
            }
        }
        int most = Math.max(1, (read + 1) / 2);
        boolean stamped = counted >= most
                || browser(material, "pdf:docinfo:creator_tool")
                || browser(material, "pdf:docinfo:producer");
        return stamped
                ? counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= most)
                        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElse(null)
                : null;
    }

    private static List<String> edge(String page) {
        String ends = page.length() <= 2 * EDGE_CHARS
                ? page
                : page.substring(0, EDGE_CHARS) + "\n" + page.substring(page.length() - EDGE_CHARS);
        List<String> lines = ends.lines().filter(line -> !line.isBlank()).toList();
        List<String> edge = new ArrayList<>(lines.subList(0, Math.min(EDGE, lines.size())));
        edge.addAll(lines.subList(Math.max(edge.size(), lines.size() - EDGE), lines.size()));
        return edge;
    }

    /// The embedded title without the site's name behind it.
    static @Nullable String title(Clues clues) {
        String embedded = clues.field("dc:title", "pdf:docinfo:title");
        if (embedded == null || !is(clues)) {
            return null;
        }
        String title = TitleText.clean(embedded);
        String page = clues.material().pages().isEmpty()
                ? ""
                : " " + Countries.fold(clues.material().pages().getFirst()) + " ";
        String bare = title;
        String shown = null;
        Matcher gap = SITE.matcher(title);
        while (gap.find()) {
            String part = title.substring(0, gap.start()).strip();
            bare = bare.equals(title) && part.length() >= SHORTEST_TITLE ? part : bare;
            shown = page.contains(" " + Countries.fold(part) + " ") && part.indexOf(' ') > 0 ? part : shown;
        }
        String best = shown == null ? bare : shown;
        return best.indexOf(' ') > 0 && Outlets.name(best).isEmpty() && !best.contains("://") ? best : null;
    }

    /// What stands behind the last separator of the embedded title where page one prints the title
    /// without it.
    static @Nullable String site(Clues clues) {
        String embedded = clues.field("dc:title", "pdf:docinfo:title");
        if (embedded == null || clues.material().pages().isEmpty() || !is(clues)) {
            return null;
        }
        String title = TitleText.clean(embedded);
        int from = -1;
        Matcher gap = SITE.matcher(title);
        int until = -1;
        while (gap.find()) {
            until = gap.start();
            from = gap.end();
        }
        if (from < 0) {
            return null;
        }
        String page = " " + Countries.fold(clues.material().pages().getFirst()) + " ";
        String site = title.substring(from).strip();
        boolean without = page.contains(" " + Countries.fold(title.substring(0, until)) + " ")
                && !page.contains(" " + Countries.fold(title) + " ");
        return without && site.length() >= 3 && site.length() <= 40 ? site : null;
    }
}
