package sourcebook.description;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;

/// Dates that a web page shows or marks. Pure.
final class PageDates {
    /// A longer attribute or text is more than a day and its time.
    private static final int LONGEST = 80;

    /// So many different days are no longer those of one article: published, changed.
    private static final int LIST = 3;

    private PageDates() {}

    static @Nullable String marked(Clues clues) {
        return attribute(clues, "[itemprop=datePublished], [property=datePublished], time[pubdate]", true);
    }

    static @Nullable String timeElement(Clues clues) {
        return attribute(clues, "time", false);
    }

    /// The first day outside teasers.
    ///
    /// @param alone whether several different days say nothing: they are of the items of a list
    private static @Nullable String attribute(Clues clues, String selector, boolean alone) {
        if (clues.page() == null) {
            return null;
        }
        String first = null;
        Set<PartialDate> days = new HashSet<>();
        var elements = clues.page().select(selector);
        for (Element element : elements) {
            if (elements.size() > 1 && clues.page().aside(element)) {
                continue;
            }
            for (String value :
                    List.of(element.attr("datetime"), element.attr("content"), element.attr("title"), element.text())) {
                PartialDate day = value.isBlank() || value.length() >= LONGEST
                        ? null
                        : DateText.parse(value)
                                .filter(date -> date.day() != null)
                                .orElse(null);
                if (day != null) {
                    first = first == null ? value : first;
                    days.add(day);
                    break;
                }
            }
        }
        return alone && days.size() >= LIST ? null : first;
    }

    private static final Pattern SCRIPT = Pattern.compile(
            "[\"'](?:datePublished|publishDate|published_at|publishedAt|publicationDate|publication_date|pubDate|publishedDate|published_time|first-publication|created_at)[\"']\\s*:\\s*[\"']([^\"']{8,40})[\"']");

    /// Data of a page's own programs, and JSON-LD that is no JSON.
    static @Nullable String inScript(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        for (Element script : clues.page().select("script:not([src])")) {
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

    static final Telltale PHRASE = Telltale.of(
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(?:(?:published|posted|updated|created|last modified|latest revision|veröffentlicht|erstellt|gespeichert|geändert|aktualisiert|(?:beitrag|artikel|eintrag|seite|meldung)\\p{L}* (?:wurde|ist vom)|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|publicerad|publisert|opublikowano|zveřejněno|yayınlan\\p{L}+|опубликовано|опубликован|дата публикации|نشر|发布|发表|公開)[^\\n]{0,60}|stand:?\\s(?=\\S{0,8}\\d)[^\\n]{0,30}|wurde am [^\\n]{6,40}(?:veröffentlicht|gepost\\p{L}+|geschrieben|publiziert|erstellt|eingestellt|verfasst))"),
            "published",
            "posted",
            "updated",
            "created",
            "last modified",
            "latest revision",
            "veröffentlicht",
            "erstellt",
            "gespeichert",
            "geändert",
            "aktualisiert",
            " wurde",
            " ist vom",
            "publié",
            "mis à jour",
            "publicado",
            "actualizado",
            "pubblicato",
            "aggiornato",
            "gepubliceerd",
            "publicerad",
            "publisert",
            "opublikowano",
            "zveřejněno",
            "yayınlan",
            "опубликован",
            "дата публикации",
            "نشر",
            "发布",
            "发表",
            "公開",
            "stand:",
            "stand ",
            "stand\t",
            "stand\n",
            "stand\u000B",
            "stand\f",
            "stand\r",
            "wurde am ");

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
