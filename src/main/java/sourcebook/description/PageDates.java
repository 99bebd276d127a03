package sourcebook.description;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import sourcebook.description.html.WebPage;

/// Dates that a web page shows or marks. Pure.
final class PageDates {
    /// A line with more text than this beside its date tells of a day rather than dating the article.
    private static final int LONGEST_LINE = 160;

    private static final int LINES_BEFORE = 12;
    private static final int LINES_AFTER = 25;

    /// What lies in a teaser by its name counts only this near to the headline.
    private static final int ASIDE_LINES = 6;

    /// Any line near the headline goes before one that is merely named for a date, elsewhere on the page.
    private static final double NEAR = 1000;

    private PageDates() {}

    static @Nullable String marked(Clues clues) {
        return attribute(
                clues, "[itemprop=datePublished], [property=datePublished], time[pubdate], [itemprop=dateCreated]");
    }

    static @Nullable String timeElement(Clues clues) {
        return attribute(clues, "time");
    }

    private static @Nullable String attribute(Clues clues, String selector) {
        if (clues.page() == null) {
            return null;
        }
        var elements = clues.page().document().select(selector);
        for (Element element : elements) {
            if (elements.size() > 1 && clues.page().aside(element)) {
                continue;
            }
            for (String value :
                    List.of(element.attr("datetime"), element.attr("content"), element.attr("title"), element.text())) {
                if (!value.isBlank()
                        && value.length() < 80
                        && DateText.parse(value)
                                .filter(date -> date.day() != null)
                                .isPresent()) {
                    return value;
                }
            }
        }
        return null;
    }

    /// The best dated line near the headline: one that is little more than a date, or in an element named
    /// for it;
    /// rather after the headline than before.
    static @Nullable String nearHeadline(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        boolean monthFirst = DateRules.monthFirst(clues);
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (WebPage.NearLine line : clues.page().lines(clues.headline(), LONGEST_LINE)) {
            int distance = line.distance();
            if (line.text().chars().noneMatch(Character::isDigit)) {
                continue;
            }
            for (DateText.Found found : DateText.find(line.text(), monthFirst)) {
                if (!found.toTheDay() || !DateRules.plausible(found.date(), clues.today())) {
                    continue;
                }
                int other = line.text().length() - (found.end() - found.start());
                double worth = (line.named() ? 2 : 0)
                        + (other < 40 ? 2 : other < 80 ? 1 : 0)
                        + (distance >= 0 ? 0.5 : 0)
                        - Math.abs(distance) / 10.0
                        - (line.aside() ? 1.5 : 0);
                boolean near = distance <= LINES_AFTER
                        && distance >= -LINES_BEFORE
                        && worth > 1
                        && (!line.aside() || Math.abs(distance) <= ASIDE_LINES);
                boolean marked = line.named() && other < 40 && !line.aside();
                worth = near ? worth + NEAR : worth;
                if ((near || marked) && worth > most) {
                    most = worth;
                    best = line.text().substring(found.start(), found.end());
                }
                break;
            }
        }
        return best;
    }

    private static final Pattern SCRIPT = Pattern.compile(
            "[\"'](?:datePublished|publishDate|published_at|publishedAt|publicationDate|publication_date|pubDate|publishedDate|published_time|first-publication|created_at)[\"']\\s*:\\s*[\"']([^\"']{8,40})[\"']");

    /// Data of a page's own programs, and JSON-LD that is no JSON.
    static @Nullable String inScript(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (Element script : clues.page().document().select("script:not([src])")) {
            Matcher match = SCRIPT.matcher(script.data());
            if (match.find()
                    && DateText.parse(match.group(1))
                            .filter(date -> date.day() != null)
                            .isPresent()) {
                return match.group(1);
            }
        }
        return null;
    }

    private static final Pattern PHRASE = Pattern.compile(
            "(?iu)(?:published|posted|updated|created|last modified|latest revision|veröffentlicht|erstellt|gespeichert|geändert|aktualisiert|stand|wurde|publié|mis à jour|publicado|actualizado|pubblicato|gepubliceerd|опубликовано|发布)[^\\n]{0,60}");

    /// "Published on …", anywhere on the page.
    static @Nullable String phrase(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (String place : List.of(clues.text().text(), clues.text().furniture())) {
            Matcher match = PHRASE.matcher(place);
            while (match.find()) {
                for (DateText.Found found : DateText.find(match.group(), DateRules.monthFirst(clues))) {
                    if (found.toTheDay() && DateRules.plausible(found.date(), clues.today())) {
                        return match.group().substring(0, found.end());
                    }
                }
            }
        }
        return null;
    }

    /// Meta elements that are named for a date in a way of their own.
    static @Nullable String otherMeta(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (Map.Entry<String, List<String>> meta : clues.page().metas().entrySet()) {
            String name = meta.getKey();
            boolean dated = name.contains("date")
                    || name.contains("publish")
                    || name.contains("upload")
                    || name.contains("created");
            boolean changed =
                    name.contains("mod") || name.contains("update") || name.contains("expir") || name.contains("birth");
            if (dated
                    && !changed
                    && DateText.parse(meta.getValue().getFirst())
                            .filter(date -> date.day() != null)
                            .isPresent()) {
                return meta.getValue().getFirst();
            }
        }
        return null;
    }
}
