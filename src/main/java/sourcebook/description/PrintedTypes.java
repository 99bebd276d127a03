package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// What kind of work a printed document says it is, in its first lines, its running heads and its
/// embedded data. Pure.
final class PrintedTypes {
    private static final int HEAD_LINES = 15;
    private static final int LONGEST_LINE = 100;
    private static final int HEAD_CHARS = 5000;
    private static final int FOOT_CHARS = 1500;

    /// A letter is not longer.
    private static final int LETTER_PAGES = 8;

    /// Longer works with a volume or an ISSN are yearbooks and reports in a series.
    private static final int ARTICLE_PAGES = 60;

    /// A kind of work and the line at its head that says so.
    private record Kind(String type, Telltale line) {
        /// @param signs see [Telltale]
        Kind(String type, String line, String... signs) {
            this(type, Telltale.of(Pattern.compile("(?iu)" + line), signs));
        }
    }

    private static final List<Kind> BY_LINE = List.of(
            new Kind(
                    "press release",
                    "\\W*(?:press|media|news) release\\b.{0,40}|\\W*for immediate release\\b.{0,40}|.{0,20}\\b(?:pressemitteilung|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|pressemeddelelse|пресс-релиз|新闻稿)\\b.{0,40}",
                    "release",
                    "pressemitteilung",
                    "communiqué de presse",
                    "nota de prensa",
                    "comunicado de prensa",
                    "comunicato stampa",
                    "persbericht",
                    "pressmeddelande",
                    "pressemeddelelse",
                    "пресс-релиз",
                    "新闻稿"),
            new Kind(
                    "minutes",
                    "\\W*(?:draft |agreed |final )?(?:summary )?minutes (?:of|from)\\b.*|\\W*(?:sitzungs|ergebnis)?protokoll (?:der|des|über|zur|vom)\\b.*|\\W*procès-verbal d.*|\\W*acta de (?:la|el)? ?(?:reunión|sesión|asamblea|junta).*|\\W*verbale (?:della|dell|di)\\b.*|\\W*протокол (?:заседания|собрания|совещания|№).*|.{0,40}会议纪要.{0,20}",
                    "minutes ",
                    "protokoll ",
                    "procès-verbal d",
                    "acta de ",
                    "verbale ",
                    "протокол ",
                    "会议纪要"),
            new Kind(
                    "working paper",
                    ".{0,60}\\b(?:working|discussion|occasional) papers?\\b.{0,40}|.{0,40}\\b(?:arbeitspapiere?|diskussionspapiere?|document de travail|documento de trabajo|documento de trabalho)\\b.{0,40}",
                    " paper",
                    "arbeitspapier",
                    "diskussionspapier",
                    "document de travail",
                    "documento de trabaj",
                    "documento de trabalho"),
            new Kind(
                    "policy brief",
                    ".{0,40}\\b(?:policy|issue) brief(?:ing)?s?\\b.{0,40}|.{0,40}\\bnote de politique\\b.{0,40}",
                    " brief",
                    "note de politique"),
            new Kind(
                    "speech",
                    "\\W*(?:speech|remarks|address|keynote(?: address)?|statement) (?:by|of|delivered by|given by)\\b.*|\\W*(?:rede|ansprache|grußwort) (?:von|des|der)\\b.*|\\W*(?:discours|allocution) (?:de|du|prononcé)\\b.*|\\W*discurso (?:de|del|pronunciado)\\b.*",
                    "speech ",
                    "remarks ",
                    "address ",
                    "keynote ",
                    "statement ",
                    "rede ",
                    "ansprache ",
                    "grußwort ",
                    "discours ",
                    "allocution ",
                    "discurso "));

    private static final Telltale THESIS = Telltale.of(
            Pattern.compile(
                    "(?iu)\\b(?:thesis|dissertation)\\b[^.]{0,120}\\b(?:submitted|presented|partial ful\\w+|requirements? for the|degree of)\\b|\\b(?:submitted|presented)\\b[^.]{0,120}\\bfor the degree of\\b"
                            + "|\\bdissertation zur erlangung\\b|\\binaugural-?dissertation\\b|\\b(?:masterarbeit|bachelorarbeit|diplomarbeit|magisterarbeit)\\b|\\bthèse\\b[^.]{0,80}\\b(?:pour obtenir|présentée|soutenue|doctorat)\\b|\\bmémoire de (?:master|maîtrise)\\b"
                            + "|\\btesis (?:doctoral|de grado|de maestría|para (?:obtener|optar))\\b|\\btese de doutorado\\b|\\bdissertação de mestrado\\b|\\btesi di (?:laurea|dottorato)\\b|\\bproefschrift\\b|\\bдиссертаци\\p{L} на соискание\\b|学位论文"),
            "thesis",
            "dissertation",
            "for the degree of",
            "arbeit",
            "thèse",
            "mémoire de ",
            "tesis ",
            "tese de doutorado",
            "dissertação",
            "tesi di ",
            "proefschrift",
            "диссертаци",
            "学位论文");
    private static final LinePattern CLOSING = LinePattern.of(
            "(?imu)^[ \\t]*(?:yours (?:sincerely|faithfully|truly|ever|very truly)|sincerely(?: yours)?|(?:with )?(?:kind|best|warm) (?:regards|wishes)|respectfully(?: yours)?|mit (?:freundlich|herzlich|best)\\p{L}+ gr|hochachtungsvoll|herzlich(?:e grüße|st)|veuillez agréer|je vous prie d|cordialement|bien à vous|atentamente|un (?:cordial )?saludo|saludos|atenciosamente|cordiali saluti|distinti saluti|met vriendelijke groet|hoogachtend|med (?:vänlig|venlig|vennlig) hils|с уважением|z poważaniem|s pozdravem)\\b");
    private static final LinePattern PRESENT = LinePattern.of(
            "(?imu)^\\W{0,4}(?:present|in attendance|anwesend|teilnehmer|présents?|presentes|asistentes|presenti|aanwezig|присутствовали)\\b[^\\n]{0,40}[:：]");
    /// "With love to the mayor," and a name under it.
    private static final LinePattern SIGNED = LinePattern.of(
            "(?mu)^[^\\n]{3,70},\\s*\\n+[ \\t]*\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}[ \\t]*$");
    private static final LinePattern TO =
            LinePattern.of("(?imu)^\\W{0,4}(?:to|an|à|para|a|aan|till|til|кому)\\W{0,3}[:：]");
    private static final LinePattern FROM =
            LinePattern.of("(?imu)^\\W{0,4}(?:from|von|de|da|van|från|fra|от(?: кого)?)\\W{0,3}[:：]");
    private static final Pattern TITLED = Pattern.compile(
            "(?iu)^(letter|open letter|memorandum|memo|cablegram|telegram|minutes|speech|statement|press release|communiqué|dispatch|despatch|brief|lettre|télégramme|carta|telegrama|письмо|телеграмма)s? (?:from|to|of|by|for|on|de|à|du|al|от|к)\\b.*");

    private static final Telltale DOI = Telltale.of(
            Pattern.compile(
                    "(?i)\\bdoi\\b[\\s:.]*(?:https?://(?:dx\\.)?doi\\.org/)?10\\.\\d{4,9}/\\S+|(?:dx\\.)?doi\\.org/10\\.\\d{4,9}/\\S+"),
            "doi");
    private static final Telltale ISSN =
            Telltale.of(Pattern.compile("(?i)\\be?-?ISSN\\b[\\s:()\\p{L}-]{0,20}\\d{4}-?\\d{3}[\\dX]"), "issn");
    /// Words before which a number makes a volume.
    private static final Telltale VOLUME = Telltale.of(
            Pattern.compile(
                    "(?iu)\\bvol(?:ume|\\.)?\\s*\\d{1,4}\\b[^\\n]{0,20}\\b(?:no\\.?|issue|number|nr\\.?|iss\\.)\\s*\\d{1,3}"),
            "volume",
            "vol.",
            "vol ",
            "vol\t",
            "vol\n",
            "vol\u000B",
            "vol\f",
            "vol\r",
            "vol0",
            "vol1",
            "vol2",
            "vol3",
            "vol4",
            "vol5",
            "vol6",
            "vol7",
            "vol8",
            "vol9");
    private static final Telltale JAHRGANG = Telltale.of(
            Pattern.compile("(?iu)\\b(?:jahrgang|jg\\.)\\s*\\d{1,3}[^\\n]{0,20}\\bheft\\s*\\d{1,2}"),
            "jahrgang",
            "jg.");
    private static final Telltale ISSUE = Telltale.of(
            Pattern.compile(
                    "(?iu)\\b\\d{1,3}\\s?\\(\\d{1,2}(?:[-–/]\\d{1,2})?\\)\\s?[,:;]\\s?(?:(?:19|20)\\d\\d\\s?[,:;]\\s?)?(?:pp?\\.\\s?)?\\d{1,5}\\s?[-–]\\s?\\d{1,5}|\\b\\d{1,3}, no\\. \\d{1,2} \\([^)\\n]{4,20}\\)|\\(\\d{4}\\) \\d{1,3}[,:] ?\\d{1,5}[-–]\\d{1,5}"),
            "(0",
            "(1",
            "(2",
            "(3",
            "(4",
            "(5",
            "(6",
            "(7",
            "(8",
            "(9",
            ", no. ");
    private static final Telltale JOURNAL = Telltale.of(
            Pattern.compile(
                    "(?mu)^[^\\n]{0,40}\\b(?:(?:Journal|Annals|Archives|Proceedings|Transactions|Acta|Zeitschrift|Vierteljahr\\p{L}+|Archiv|Revue|Cahiers|Annales|Revista|Cuadernos|Anuario|Rivista|Tijdschrift|Tidsskrift|Tidskrift|Kwartalnik|Журнал|Вестник) (?:of|for|on|für|de|des|du|d'|de la|di|voor|for|och|и)?\\b|[\\p{Lu}][\\p{L}&, ]{3,50} (?:Quarterly|Review|Journal|Studies|Letters)\\b)[^\\n]{0,60}$"),
            "journal",
            "annals",
            "archiv",
            "proceedings",
            "transactions",
            "acta",
            "zeitschrift",
            "vierteljahr",
            "revue",
            "cahiers",
            "annales",
            "revista",
            "cuadernos",
            "anuario",
            "rivista",
            "tijdschrift",
            "tidsskrift",
            "tidskrift",
            "kwartalnik",
            "журнал",
            "вестник",
            "quarterly",
            "review",
            "studies",
            "letters");
    private static final Telltale KEYWORDS = Telltale.of(
            Pattern.compile(
                    "(?imu)^\\W{0,3}(?:key ?words|schlüsselwörter|schlagwörter|mots[- ]clés|palabras clave|palavras-chave|parole chiave|trefwoorden|ключевые слова|关键词|キーワード)\\b\\s*[:：—–.-]?"),
            "key words",
            "keywords",
            "schlüsselwörter",
            "schlagwörter",
            "mots clés",
            "mots-clés",
            "palabras clave",
            "palavras-chave",
            "parole chiave",
            "trefwoorden",
            "ключевые слова",
            "关键词",
            "キーワード");
    private static final Telltale ABSTRACT = Telltale.of(
            Pattern.compile(
                    "(?imu)^\\W{0,3}(?:abstract|zusammenfassung|résumé|resumen|resumo|sommario|аннотация|摘要|要旨)\\b\\s*[:：.—–-]?"),
            "abstract",
            "zusammenfassung",
            "résumé",
            "resumen",
            "resumo",
            "sommario",
            "аннотация",
            "摘要",
            "要旨");
    private static final Telltale RECEIVED = Telltale.of(
            Pattern.compile(
                    "(?iu)\\b(?:received|submitted)\\b[^\\n]{0,60}\\b(?:19|20)\\d\\d[^.]{0,60}\\b(?:accepted|revised|published)\\b|\\bcorresponding author\\b"),
            "received",
            "submitted",
            "corresponding author");
    /// The same by the other words that it must hold: many a text holds one of either alone.
    private static final Telltale ACCEPTED =
            Telltale.of(RECEIVED.pattern(), "accepted", "revised", "published", "corresponding author");

    private PrintedTypes() {}

    static @Nullable Evidenced<String> type(Clues clues, @Nullable String title) {
        if (clues.page() != null || clues.message() || clues.material().pages().isEmpty()) {
            return null;
        }
        String first = clues.material().pages().getFirst();
        String head = first.substring(0, Math.min(HEAD_CHARS, first.length()));
        String around = head + "\n" + start(clues.text().furniture());
        Folded folded = clues.text().furniture().isEmpty() ? clues.ends() : Folded.of(around); // both hold the head
        Matcher thesis = THESIS.pattern().matcher(head);
        if (THESIS.shows(folded) && thesis.find()) {
            return Evidenced.of("thesis", "own words", thesis.group().replaceAll("\\s+", " "), Confidence.HIGH);
        }
        Evidenced<String> journal = journal(clues, head, around, folded);
        if (journal != null && journal.evidence().confidence() == Confidence.HIGH) {
            return journal;
        }
        Evidenced<String> stated = byLine(head, folded);
        if (stated != null) {
            return stated;
        }
        if (journal != null) {
            return journal;
        }
        return correspondence(clues, head, title);
    }

    private static @Nullable Evidenced<String> byLine(String head, Folded folded) {
        List<Kind> kinds =
                BY_LINE.stream().filter(kind -> kind.line.shows(folded)).toList();
        if (kinds.isEmpty()) {
            return null;
        }
        List<String> lines = head.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(HEAD_LINES)
                .filter(line -> line.length() <= LONGEST_LINE)
                .toList();
        for (Kind kind : kinds) {
            for (String line : lines) {
                if (kind.line.pattern().matcher(line).matches() && !line.endsWith(".")) {
                    return Evidenced.of(kind.type, "line on page one", line, Confidence.MEDIUM);
                }
            }
        }
        return null;
    }

    /// Marks of an article in a journal: two of them, one of which names an issue or an identifier.
    private static @Nullable Evidenced<String> journal(Clues clues, String head, String around, Folded folded) {
        String publication = clues.field("prism:publicationName", "prism:issn", "pdf:docinfo:custom:journal");
        if (publication != null) {
            return Evidenced.of("journal article", "prism:publicationName", publication, Confidence.HIGH);
        }
        List<String> marks = new ArrayList<>();
        mark(DOI, "DOI", around, folded, marks);
        mark(ISSN, "ISSN", around, folded, marks);
        if (VOLUME.find(around, folded) || ISSUE.find(around, folded) || JAHRGANG.find(around, folded)) {
            marks.add("volume and issue");
        }
        boolean identified = !marks.isEmpty();
        if (JOURNAL.shows(folded)) {
            String heads = heads(around);
            if (!heads.isEmpty()) {
                mark(JOURNAL, "name of a journal", heads, Folded.of(heads), marks);
            }
        }
        boolean named = !marks.isEmpty();
        mark(KEYWORDS, "key words", head, folded, marks);
        mark(ABSTRACT, "abstract", head, folded, marks);
        if (ACCEPTED.shows(folded)) {
            mark(RECEIVED, "received and accepted", head, folded, marks);
        }
        boolean report = clues.material().pages().size() > ARTICLE_PAGES;
        if (marks.size() >= 3 && named) {
            return Evidenced.of("journal article", String.join(", ", marks), Confidence.HIGH);
        }
        return marks.size() == 2 && identified && !report
                ? Evidenced.of("journal article", String.join(", ", marks), Confidence.MEDIUM)
                : null;
    }

    private static void mark(Telltale telltale, String name, String text, Folded folded, List<String> marks) {
        if (telltale.find(text, folded)) {
            marks.add(name);
        }
    }

    /// Short lines only: a sentence may name a journal, too.
    private static String heads(String text) {
        StringBuilder heads = new StringBuilder();
        text.lines()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_LINE && !line.endsWith("."))
                .forEach(line -> heads.append(line).append('\n'));
        return heads.toString();
    }

    private static String start(String furniture) {
        return furniture.substring(0, Math.min(FOOT_CHARS, furniture.length()));
    }

    private static @Nullable Evidenced<String> correspondence(Clues clues, String head, @Nullable String title) {
        if (title != null) {
            Matcher match = TITLED.matcher(title);
            if (match.matches()) {
                return Evidenced.of(kind(match.group(1)), "title", title, Confidence.MEDIUM);
            }
        }
        boolean colon = head.indexOf(':') >= 0 || head.indexOf('：') >= 0; // behind whatever heads a list or an address
        if (colon && PRESENT.finds(head) && head.lines().limit(HEAD_LINES).anyMatch(PRESENT::finds)) {
            return Evidenced.of("minutes", "list of those present", Confidence.MEDIUM);
        }
        boolean brief = clues.material().pages().size() <= LETTER_PAGES;
        String top = head.substring(0, Math.min(1200, head.length()));
        if (brief && colon && TO.finds(top) && FROM.finds(top)) {
            return Evidenced.of("memorandum", "to and from", Confidence.MEDIUM);
        }
        return brief
                        && TitleLines.greets(top)
                        && closed(clues.material().pages().getLast())
                ? Evidenced.of("letter", "salutation and closing", Confidence.MEDIUM)
                : null;
    }

    private static boolean closed(String last) {
        String foot = last.substring(Math.max(0, last.length() - FOOT_CHARS));
        return CLOSING.finds(foot) || SIGNED.finds(foot);
    }

    private static String kind(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "open letter", "lettre", "carta", "письмо" -> "letter";
            case "memo" -> "memorandum";
            case "télégramme", "telegrama", "телеграмма" -> "telegram";
            case "despatch" -> "dispatch";
            case "statement" -> "speech";
            case "brief" -> "brief";
            default -> word.toLowerCase(Locale.ROOT);
        };
    }
}
