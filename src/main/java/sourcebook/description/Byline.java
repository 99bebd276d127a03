package sourcebook.description;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line at the head of a text that says who wrote it: "By Reid Standish". Pure.
final class Byline {
    private static final String NAME =
            "\\p{Lu}[\\p{L}.'’-]*(?: (?:(?:de|da|van|von|der|den|del|bin|al|el|la|le|du|ten|ter)(?: |-))*\\p{Lu}[\\p{L}.'’-]*){1,3}";
    private static final Pattern LINE = Pattern.compile(
            "(?m)^[\\s*_>#]*(?:By|BY|by|Von|Par|Por|Di|Door|Автор:|Words by|Text:|Autor:|Author:|Autorin:)\\s+(" + NAME
                    + "(?:(?:, | and | und | et | y | & )" + NAME + "){0,4})\\b[^\\n]{0,60}$");
    private static final int HEAD_CHARS = 1200;

    private Byline() {}

    static List<String> read(Clues clues) {
        String text = clues.text().text();
        Matcher match = LINE.matcher(text.substring(0, Math.min(HEAD_CHARS, text.length())));
        return match.find() ? List.of(match.group(1)) : List.of();
    }
}
