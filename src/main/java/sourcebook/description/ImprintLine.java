package sourcebook.description;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line near the head of a text without markup that says where and when it was printed:
/// "Harbour Gazette, 4 May 2010", "湖畔日报 2012年4月5日", "Степной вестник, Караганда, 14 мая 2010". Pure.
final class ImprintLine {
    private static final int LINES = 6;
    private static final int LONGEST = 90;
    private static final int MOST_WORDS = 6;

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,،，|·•/;()（）–—]\\s*|\\s+-\\s+|\\s{2,}");
    private static final Pattern EDGES = Pattern.compile(
            "^[\\p{Punct}\\s«“„《【（]+|[\\p{Punct}\\s»”“》】）,،]+$|(?iu:(?<=\\s)(?:of|vom|du|del|от|за|on|edition|nr\\.?|no\\.?|№)\\s*\\d*\\s*$)");
    private static final Pattern SMALL = Pattern.compile(
            "of|the|and|for|de|la|le|les|du|des|del|der|die|das|dem|den|und|et|y|e|di|da|do|van|het|al|el");

    /// Words of which names of papers, agencies and broadcasters are made.
    private static final Pattern PAPER = Pattern.compile(
            "(?iu)(?:^|.*[\\s’'-])(?:"
                    + "gazette|herald|times|tribune|journal|daily|weekly|monthly|chronicle|observer|bulletin|courier|telegraph|examiner|mirror|inquirer|news|newspaper|press|mail|post|sentinel|review|magazine|advertiser|dispatch|broadcasting|radio|television"
                    + "|zeitung|tageszeitung|tageblatt|anzeiger|kurier|bote|rundschau|nachrichten|presse|blatt|wochenblatt|morgenpost|abendblatt|allgemeine"
                    + "|gazette|courrier|dépêche|nouvelles|écho|quotidien|hebdo|revue|diario|periódico|gaceta|correo|heraldo|noticias|prensa|semanario|voz"
                    + "|giornale|gazzetta|corriere|notizie|mattino|jornal|correio|notícias|gazeta|dziennik|kurier|tygodnik|noviny|listy|dagblad|courant|nieuwsblad|dagbladet|tidende|tidning|posten|lehti|sanomat|gazetesi|haber"
                    + "|газета|газеты|вестник|известия|правда|новости|ведомости|вести|листок|курьер|хроника|заря|вісник|газета|новини|правда|весник|новине"
                    + ")(?:$|\\s.*|-.*)"
                    + "|.*(?:zeitung|blatt|anzeiger|nachrichten|bladet|tidningen|tidende|日报|晚报|早报|时报|周报|晨报|商报|都市报|周刊|月刊|新闻|新闻网|通讯社|日報|晚報|時報|週刊|新聞|通信|通信社|新报|新報|일보|신문|뉴스|통신|저널|타임스)"
                    + "|.*(?:صحيفة|جريدة|مجلة|وكالة|أخبار|الأخبار|الصحافة|روزنامه|خبرگزاری|هفته‌نامه|اخبار|עיתון|समाचार|टाइम्स|হাজার|সংবাদ).*");

    private ImprintLine() {}

    /// The name before or behind the day of such a line.
    static @Nullable String source(Clues clues) {
        if (!clues.plain()) {
            return null;
        }
        List<String> lines = clues.head()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES)
                .toList();
        for (String line : lines) {
            if (line.length() > LONGEST) {
                continue;
            }
            List<DateText.Found> days = DateText.find(line, false);
            if (days.size() == 1 && DateRules.plausible(days.getFirst().date(), clues.today())) {
                String name = name(line.substring(0, days.getFirst().start()));
                if (name == null) {
                    name = name(line.substring(days.getFirst().end()));
                }
                if (name != null) {
                    return name;
                }
            }
        }
        return null;
    }

    /// The first of the parts, if it is the name of a paper.
    private static @Nullable String name(String beside) {
        for (String part : SEPARATOR.split(beside.strip(), -1)) {
            String name = EDGES.matcher(EDGES.matcher(part).replaceAll(""))
                    .replaceAll("")
                    .strip();
            if (!name.isEmpty() && !Affiliation.isPlace(name)) {
                return Outlets.name(name).isPresent() || isPaper(name) ? name : null;
            }
        }
        return null;
    }

    private static boolean isPaper(String name) {
        String[] words = name.split("\\s+", -1);
        if (words.length > MOST_WORDS || !PAPER.matcher(name).matches()) {
            return false;
        }
        boolean cased = Character.isUpperCase(name.codePointAt(0));
        if (!cased) {
            return !Character.isLowerCase(name.codePointAt(0)) && !Character.isDigit(name.codePointAt(0));
        }
        int small = 0;
        for (String word : words) {
            small += Character.isLowerCase(word.codePointAt(0))
                            && !SMALL.matcher(word).matches()
                    ? 1
                    : 0;
        }
        // in Russian only the first word of a name has a capital
        return small == 0
                || (small < 3 && Character.UnicodeBlock.of(name.charAt(0)) == Character.UnicodeBlock.CYRILLIC);
    }
}
