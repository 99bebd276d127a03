package sourcebook.description;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/// The place, and often the day, at the head of a news story: "NAIROBI, Kenya, March 12 (Reuters) -". Pure.
///
/// @param place as printed, parts separated by commas
/// @param start where the place begins in the text, UTF-16 units
record Dateline(String place, int start) {
    private static final int HEAD_CHARS = 1200;

    /// Capitals, then perhaps a region and a day, then a dash; at the start of a line.
    private static final LinePattern CAPITALS = LinePattern.of(
            "(?m)^[ \\t*_>]{0,8}(?:\\([A-Z][\\w/ ]{1,12}\\) ?[-–—] ?)?([\\p{Lu}][\\p{Lu} .'’/-]{2,40}(?:, ?[\\p{L}][\\p{L}. ]{1,25}?){0,3}),?"
                    + "(?: +\\(?[\\p{Lu}][\\p{L}.]{1,10} \\d{1,2}\\)?)?(?: ?\\([\\p{L}/ .]{2,30}\\))? ?[-–—]{1,2}(?=\\s|$|\\p{L})");

    /// As letters and cables have it: "Canberra, 25 August 1971".
    private static final LinePattern WITH_DAY = LinePattern.of(
            "(?m)^[ \\t*_>]{0,8}(\\p{Lu}[\\p{L} .'’-]{2,30}), (?:den )?\\d{1,2}\\.? \\p{L}{3,10}\\.? \\d{4}");

    static Optional<Dateline> find(String text) {
        String head = text.substring(0, Math.min(HEAD_CHARS, text.length()));
        for (LinePattern form : List.of(CAPITALS, WITH_DAY)) {
            Matcher match = form.first(head);
            if (match != null) {
                return Optional.of(new Dateline(match.group(1), match.start(1)));
            }
        }
        return Optional.empty();
    }
}
