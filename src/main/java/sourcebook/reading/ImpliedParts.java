package sourcebook.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// What documents of office programs tell by their look alone: paragraphs that begin with a bullet are a
/// list, a short line in bold is a heading where the document has no others, the first line of a slide is
/// its title. Stateless.
final class ImpliedParts {
    /// Bullets as the programs print them; a hyphen only with a blank behind it.
    private static final Pattern BULLET =
            Pattern.compile("^\\s*([·•◦▪▫■□●○‣⁃∙➢➤✓–\uF0B7\uF0A7\\-*])[ \\t\u00A0]+(?=\\S)");

    private static final int LONGEST_HEADING = 120;

    /// Of more no lists are made: to move one costs time for each that stands behind it.
    private static final int MOST_LINES = 50_000;
    private static final Pattern SENTENCE = Pattern.compile("[.,;!…。，；]$");
    private static final String HEADINGS = "h1, h2, h3, h4, h5, h6";

    private ImpliedParts() {}

    /// Makes elements of them.
    static void spellOut(Document page) {
        titles(page);
        if (page.selectFirst(HEADINGS) == null) {
            page.select("p").stream().filter(ImpliedParts::isHeading).forEach(line -> line.tagName("h2"));
        }
        Elements lines = page.select("p");
        if (lines.size() <= MOST_LINES) {
            lines.forEach(ImpliedParts::item);
        }
    }

    private static void titles(Document page) {
        for (Element slide : page.select("div.slide")) {
            Element first = slide.selectFirst("p:not(td p)");
            if (first != null
                    && first.previousElementSibling() == null
                    && first.text().length() <= LONGEST_HEADING) {
                first.tagName("h2");
            }
        }
    }

    /// All of its words are in bold, they are few, and no sentence.
    private static boolean isHeading(Element line) {
        String words = line.text().strip();
        if (words.isEmpty()
                || words.length() > LONGEST_HEADING
                || SENTENCE.matcher(words).find()
                || words.codePoints().noneMatch(Character::isLetter)
                || line.closest("td, th, li") != null) {
            return false;
        }
        StringBuilder strong = new StringBuilder();
        line.select("b, strong").stream()
                .filter(one -> one.parent() != null && one.parent().closest("b, strong") == null)
                .forEach(one -> strong.append(one.text()));
        return strong.toString().replaceAll("\\s+", "").equals(words.replaceAll("\\s+", ""));
    }

    private static void item(Element line) {
        Wanted.check();
        TextNode first = firstText(line);
        Matcher bullet = first == null ? null : BULLET.matcher(first.getWholeText());
        if (first == null || bullet == null || !bullet.find() || line.closest("li, td, th") != null) {
            return;
        }
        Element sign = new Element(PageWalk.SIGN).appendText(bullet.group(1));
        String rest = first.getWholeText().substring(bullet.end());
        first.before(sign);
        first.text(" " + rest);
        Element before = line.previousElementSibling();
        boolean goesOn = before != null && before.hasClass("implied");
        Element list = goesOn && before != null ? before : new Element("ul").addClass("implied");
        if (!goesOn) {
            line.before(list);
        }
        line.tagName("li");
        list.appendChild(line);
    }

    private static @Nullable TextNode firstText(Element line) {
        for (Node node : List.copyOf(line.childNodes())) {
            if (node instanceof TextNode text) {
                if (!text.isBlank()) {
                    return text;
                }
            } else {
                return null;
            }
        }
        return null;
    }
}
