package sourcebook.description;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line at the head of a text that says who wrote it: "By Reid Standish". Pure.
final class Byline {
    private static final String NAME =
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:de|da|van|von|der|den|del|bin|al|el|la|le|du|ten|ter)(?: |-))*\\p{Lu}[\\p{L}.'’-]*){1,3}";
    private static final LinePattern LINE = LinePattern.of(
            "(?m)^[\\s*_>#]*(?:By|BY|by|Von|Par|Por|Di|Door|Автор:|Words by|Text:|Autor:|Author:|Autorin:)\\s+(" + NAME
                    + "(?:(?:, | and | und | et | y | & )" + NAME + "){0,4})(?![\\p{L}\\p{M}])[^\\n]{0,60}$");
    private static final int HEAD_CHARS = 1200;

    private static final int LINES_BEFORE = 8;
    private static final int LINES_AFTER = 14;
    private static final int LONGEST_LINE = 120;

    /// In a line that stands by itself a name may also be in capitals, and a day may follow.
    private static final Pattern IN_LINE = Pattern.compile(
            "^(?:.{0,24}\\s)?(?:By|BY|by|Von|VON|von|Par|par|Por|por|Text|TEXT|Autor|Autorin|Author|Auteur|Di|di|Door|door|Автор)(?:\\s*:\\s*|\\s+)("
                    + NAME + "(?:(?:, | and | und | et | y | & )" + NAME
                    + "){0,4})(?=$|\\s*[,|·•/–(-]|\\s+(?:am|on|le|el|vom|in|at|für|for|von|from|\\d))");

    /// After a verb, or between a day and the line's end, one name is enough: "Gespeichert von rasos am
    /// 24. Juli".
    private static final Pattern ONE_NAME = Pattern.compile(
            "(?iu:(?:gespeichert|erstellt|geschrieben|verfasst|eingestellt|veröffentlicht|posted|written|published|submitted|created|publié|écrit|publicado|escrito|scritto|pubblicato|geplaatst|geschreven|napisan\\p{L}|автор|опубликовал\\p{L}?)\\s+(?:\\d[^\\p{L}]{0,20}\\s)?(?:von|by|par|por|da|door|przez)|\\d{1,2}:\\d\\d (?:uhr )?(?:von|by|par|por))\\s+([\\p{L}][\\p{L}\\d._-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{1,30}){0,2})(?=\\s*$|\\s*[,|·•/–(-]|\\s+(?:am|on|le|el|il|op|at|um|\\d))");

    private Byline() {}

    private static boolean twoWords(String line) {
        return line.indexOf(' ') > 0;
    }

    /// "von Moritz Gathmann am 21. April", near the headline of a page.
    static List<String> nearHeadline(Clues clues) {
        if (clues.page() == null) {
            return List.of();
        }
        for (var line : clues.page().lines(clues.headline(), LONGEST_LINE, Byline::twoWords)) {
            if (line.distance() >= -LINES_BEFORE && line.distance() <= LINES_AFTER) {
                Matcher match = IN_LINE.matcher(line.text());
                if (match.find()) {
                    return List.of(match.group(1));
                }
                Matcher one = ONE_NAME.matcher(line.text());
                if (one.find()) {
                    return List.of(one.group(1));
                }
            }
        }
        return List.of();
    }

    /// "Mary Okoro is a correspondent in Lagos and author of …", in the last lines of a text.
    private static final LinePattern NOTE = LinePattern.of(
            "(?m)^[\\s*_•>–-]*(" + NAME
                    + ") (?:is|was) (?:an?|the) (?:[\\p{L}/.'’-]+ ){0,5}?(?:correspondent|reporter|journalist|columnist|editor|writer|freelancer|author of|contributor)\\b");

    private static final int TAIL_CHARS = 1000;

    /// Who the note at the end of a text without markup says wrote it.
    static List<String> note(Clues clues) {
        String text = clues.text().text();
        if (!clues.plain() || text.length() < 100) {
            return List.of();
        }
        Matcher match = NOTE.first(
                text.substring(Math.max(0, text.length() - TAIL_CHARS)).replace('\u00A0', ' '));
        return match == null ? List.of() : List.of(match.group(1));
    }

    static List<String> read(Clues clues) {
        String text = clues.text().text();
        // pasted texts keep the web's no-break spaces
        Matcher match = LINE.first(
                text.substring(0, Math.min(HEAD_CHARS, text.length())).replace('\u00A0', ' '));
        return match == null ? List.of() : List.of(match.group(1));
    }
}
