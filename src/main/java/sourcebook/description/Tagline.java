package sourcebook.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a site says of itself behind its name: "The Fjord Herald | Your daily news from the north". Pure.
final class Tagline {
    private static final Pattern GAP = Pattern.compile("\\s+(?:[|\\u2013\\u2014\\u00B7\\u2022»-]|::)\\s+|:\\s+");
    private static final int FEWEST_WORDS = 3;

    /// Words of praise and of what a site offers, which no name beside another name has.
    private static final Pattern SLOGAN = Pattern.compile(
            "(?iu).*(?<![\\p{L}\\p{M}])(?:"
                    + "your|our|popular|leading|latest|breaking|trusted|best|number one|no\\. ?1|#1|first|independent|online|platform|portal|website|home of|source (?:of|for)|since \\d{4}|news (?:and|&|from|about|on|for|portal|site|platform)|where|everything|stories|coverage|top"
                    + "|aktuelle|neueste|neuesten|nachrichten (?:aus|und|für|über)|alles|führende|unabhängige|actualités?|toute l['’]|dernières|premier site|infos?|en direct|noticias (?:de|y|del)|últimas|actualidad|líder|toda la|notizie|ultime|tutte|últimas|notícias (?:de|do|da|e)"
                    + "|новости (?:и|о|из|россии|сегодня|дня)|последние|все новости|главные|независим\\p{L}+|самые|最新|领先|权威|第一|门户|آخر|أخبار|أحدث|موقع|بوابة)(?![\\p{L}\\p{M}]).*");

    private Tagline() {}

    /// The name alone, where what follows it is a slogan.
    static String without(String source, String host) {
        Matcher gap = GAP.matcher(source);
        if (!gap.find() || gap.start() == 0) {
            return source;
        }
        String name = source.substring(0, gap.start()).strip();
        String rest = source.substring(gap.end()).strip();
        int words = rest.split("\\s+", -1).length;
        boolean slogan = rest.codePoints().anyMatch(Character::isIdeographic)
                ? rest.length() > FEWEST_WORDS
                : words >= FEWEST_WORDS;
        boolean named = Outlets.name(rest).isPresent() || SiteName.spells(rest, host);
        boolean own = !host.isEmpty() && SiteName.spells(name, host);
        boolean praised = SLOGAN.matcher(rest).matches();
        return slogan
                        && !named
                        && !SLOGAN.matcher(name).matches()
                        && (praised || own && !gap.group().startsWith(":"))
                ? name
                : source;
    }
}
