package sourcebook.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The headline that a web page shows above its text. Pure.
final class Headline {
    private static final int SHORTEST_STATED = 12;
    private static final int LONGEST = 300;

    private Headline() {}

    /// The page's only heading of the first level; null when there are several, when it is the site's
    /// name, when it holds more than the stated title (a kicker, a day), or when the stated title
    /// stands in another heading.
    static @Nullable String only(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        Map<String, String> shown = new LinkedHashMap<>();
        for (Element heading : clues.page().select("h1")) {
            String text = heading.text().strip();
            String folded = Countries.fold(text);
            if (!folded.isBlank()
                    && text.length() <= LONGEST
                    && heading.closest("nav, aside, footer, dialog, [hidden]") == null
                    && !TitleText.namesSite(text, clues)) {
                shown.putIfAbsent(folded, text);
            }
        }
        if (shown.size() != 1) {
            return null;
        }
        String one = inner(shown.values().iterator().next(), clues.headline());
        List<String> stated = stated(clues);
        for (String title : stated) {
            if (more(one, title) || (!alike(one, title) && otherHeading(title, clues))) {
                return null;
            }
        }
        return one;
    }

    /// The heading by which the page's text was found.
    static @Nullable String above(Clues clues) {
        String shown = clues.page() == null ? null : clues.headline();
        if (shown == null || TitleText.namesSite(shown, clues)) {
            return null;
        }
        String stated = clues.meta("og:title");
        return stated != null && more(shown, TitleText.withoutSite(TitleText.clean(stated), clues)) ? null : shown;
    }

    /// A heading with a kicker in a box of its own is two blocks: the page's text begins with the
    /// second.
    private static String inner(String heading, @Nullable String block) {
        return block != null && block.length() >= SHORTEST_STATED && heading.contains(block) ? block : heading;
    }

    private static List<String> stated(Clues clues) {
        return Stream.of(
                        clues.linked("headline"),
                        clues.meta("og:title"),
                        Objects.requireNonNull(clues.page()).document().title())
                .filter(title -> title != null && !title.isBlank())
                .map(title -> TitleText.withoutSite(TitleText.clean(title), clues))
                .toList();
    }

    /// A headline element that holds more than the stated title holds a kicker, a subtitle or a day.
    private static boolean more(String shown, String stated) {
        String whole = Countries.fold(shown);
        String title = Countries.fold(stated);
        return title.length() >= SHORTEST_STATED && whole.length() > title.length() && whole.contains(title);
    }

    private static boolean alike(String one, String other) {
        String a = Countries.fold(one);
        String b = Countries.fold(other);
        return a.startsWith(b) || b.startsWith(a) || a.endsWith(b);
    }

    private static boolean otherHeading(String title, Clues clues) {
        String folded = Countries.fold(title);
        return folded.length() >= SHORTEST_STATED
                && Objects.requireNonNull(clues.page()).select("h2, h3").stream()
                        .anyMatch(heading -> Countries.fold(heading.text()).equals(folded));
    }
}
