package sourcebook.description;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Titles that stand in the first lines of a text without layout: a subject line, an underlined
/// heading, a first line by itself or at the head of a few short ones. Pure.
final class TitleLines {
    private static final int LONGEST = 160;

    /// Lines under a title that name its outlet, place, day or author.
    private static final int MOST_UNDER = 5;

    private static final int LONGEST_UNDER = 80;

    private static final int SUBJECT_CHARS = 1500;

    private static final LinePattern SUBJECT = LinePattern.of(
            "(?imu)^[ \\t*_]{0,4}(?:subject|re|betreff|betr\\.?|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|тема|temat|předmět|konu|الموضوع|主题|件名|제목)[*_]{0,2}[ \\t]*[:：][*_]{0,2}[ \\t]*(\\S[^\\n]{3,200})$");
    private static final Pattern UNDERLINED =
            Pattern.compile("(?m)\\A[\\s\\uFEFF]*(\\S[^\\n]{2,200})\\n(?:={3,}|-{3,})[ \\t]*$");
    private static final LinePattern SALUTATION = LinePattern.of(
            "(?imu)^[ \\t]*(?:dear|my dear|sehr geehrte\\p{L}*|liebe[rs]?|cher|chère|monsieur|madame|estimad\\p{L}+|querid\\p{L}+|prezad\\p{L}+|caro|cara|gentile|egregi\\p{L}+|geachte|beste|kære|kära|kjære|hyvä|уважаем\\p{L}+|дорог\\p{L}+|szanown\\p{L}+|vážen\\p{L}+|tisztelt|stimat\\p{L}+|sayın)\\b[^\\n.]{0,60}[,:!]?[ \\t]*$");
    private static final Pattern MARKS = Pattern.compile("^[#>*_\\s\\uFEFF]+|[*_\\s]+$");

    private TitleLines() {}

    /// "SUBJECT: Selection for the course", in a memorandum or a letter.
    static @Nullable String subject(Clues clues) {
        if (clues.page() != null || clues.message()) {
            return null;
        }
        String head = clues.head();
        Matcher match = SUBJECT.first(head.substring(0, Math.min(SUBJECT_CHARS, head.length())));
        return match == null ? null : match.group(1).strip();
    }

    /// A first line with a rule of `=` or `-` under it.
    static @Nullable String underlined(Clues clues) {
        if (!clues.plain()) {
            return null;
        }
        Matcher match = UNDERLINED.matcher(clues.head().replace("\r\n", "\n"));
        return match.find() ? match.group(1) : null;
    }

    /// A short first line that is no sentence, alone or over a few lines as short.
    static @Nullable String first(Clues clues) {
        if (!clues.plain() || clues.is("text/csv") || clues.is("text/tab-separated-values")) {
            return null;
        }
        List<String> lines = clues.head()
                .strip()
                .lines()
                .limit(MOST_UNDER + 2)
                .map(String::strip)
                .toList();
        if (lines.isEmpty()) {
            return null;
        }
        String line = MARKS.matcher(lines.getFirst()).replaceAll("");
        boolean letters = line.chars().filter(Character::isLetter).count() >= 2;
        boolean open = line.endsWith(",") || line.endsWith(";") || line.endsWith(":");
        if (line.length() > LONGEST || !letters || open || field(line)) {
            return null;
        }
        int under = 1;
        while (under < lines.size() && !lines.get(under).isEmpty()) {
            if (lines.get(under).length() > LONGEST_UNDER || lines.get(under).endsWith(",")) {
                return null;
            }
            under++;
        }
        boolean alone = under == 1;
        boolean ended = under < lines.size() || clues.head().length() < LONGEST;
        if (alone || !ended) {
            return alone ? line : null;
        }
        // over the title may stand who publishes it
        String second = lines.get(1);
        boolean over = under > 2 || DateText.find(second, false).isEmpty();
        String title = over && Imprint.institution(line) && line.split(" ", -1).length <= 6 ? second : line;
        return DateText.find(title, false).isEmpty() && !title.endsWith(".") && !SALUTATION.finds(clues.head())
                ? title
                : null;
    }

    /// "TO: the deans", "Present: ten members".
    private static boolean field(String line) {
        int colon = line.indexOf(':');
        return colon > 0 && colon < 12 && line.indexOf(' ') > colon;
    }

    /// Whether a text greets a person at its beginning.
    static boolean greets(String head) {
        return SALUTATION.finds(head);
    }
}
