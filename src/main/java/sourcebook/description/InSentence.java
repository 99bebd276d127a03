package sourcebook.description;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells dates that stand by themselves at the head of a text from those that its sentences tell of:
/// "On 4 May 2010, the men observed that …". Pure.
final class InSentence {
    /// A line as long as this goes on in the next.
    private static final int FULL_LINE = 50;

    private static final int MOST_WORDS = 2;

    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{Ll}[\\p{L}\\p{M}'’-]+");
    private static final Pattern PUBLISHED = Pattern.compile(
            "(?iu)(?:published|posted|released|issued|updated|printed|dated|date|veröffentlicht|erschienen|publié|paru|publicado|pubblicato|опубликовано|опубликована|gepubliceerd|yayın\\p{L}*|نشر|发布|发表)[^.\\n]{0,25}$");
    /// A dateline ends so.
    private static final Pattern DASH = Pattern.compile("^\\)?[.:,]?\\s{0,2}(?:\\([^)\\n]{2,30}\\)\\s?)?[-–—|/:]");

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。؟][\"”’)»]?\\s*$");

    private InSentence() {}

    /// The first date to the day that no sentence holds, else the first to the month; null when there is
    /// none.
    static @Nullable String firstOutside(String text, List<DateText.Found> dates) {
        DateText.Found best = null;
        for (DateText.Found date : dates) {
            boolean finer = best == null || date.toTheDay() && !best.toTheDay();
            if (finer && !holds(text, date)) {
                best = date;
            }
        }
        return best == null ? null : text.substring(best.start(), best.end());
    }

    private static boolean holds(String text, DateText.Found date) {
        int from = text.lastIndexOf('\n', date.start()) + 1;
        int lineEnd = end(text, date.end());
        int to = lineEnd - from >= FULL_LINE && lineEnd < text.length() ? end(text, lineEnd + 1) : lineEnd;
        String before = text.substring(from, date.start());
        String after = text.substring(date.end(), to);
        if (PUBLISHED.matcher(before).find() || DASH.matcher(after).find()) {
            return false;
        }
        boolean alone = before.isBlank() && (after.isBlank() || lineEnd == date.end());
        boolean goesOn = words(after) >= MOST_WORDS;
        boolean ends = words(before) >= MOST_WORDS
                && SENTENCE_END.matcher(text.substring(from, lineEnd)).find();
        return !alone && (goesOn || ends);
    }

    private static int end(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static long words(String part) {
        return SMALL_WORD.matcher(part).results().count();
    }
}
