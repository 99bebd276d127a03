package sourcebook.citation;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes text from anywhere fit for one line of an export: no line ends, no control characters, nothing that UTF-8
/// cannot hold. The letters, whatever they spell, stay.
final class PlainText {
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}]");

    private PlainText() {}

    /// One line, blanks collapsed; empty for null.
    static String line(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String spaced = SPACES.matcher(text).replaceAll(" ");
        return SPACES.matcher(UNFIT.matcher(spaced).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /// The lines of a note that say something.
    static List<String> lines(String text) {
        return LINE_END.splitAsStream(text)
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
