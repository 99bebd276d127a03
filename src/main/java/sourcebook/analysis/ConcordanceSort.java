package sourcebook.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The order of a concordance's lines. Equal ones keep the order of the documents, and of the hits in each.
///
/// @param word with which word beside the hit to begin, 1 the next to it; the words behind it decide between equals.
///     Only for BEFORE and AFTER
/// @param descending the other way round; lines without a date, a country or a source come last all the same
public record ConcordanceSort(By by, int word, boolean descending) {

    /// What is compared: words by the Unicode collation, word by word.
    public enum By {
        /// The order of the search's results.
        DOCUMENT,
        /// Words before the hit in reading order, the nearest first: left of it, in most scripts.
        BEFORE,
        /// Words after the hit, the nearest first.
        AFTER,
        HIT,
        DATE,
        COUNTRY,
        SOURCE
    }

    /// Farthest word to begin with.
    public static final int FARTHEST = 5;

    public static final ConcordanceSort DOCUMENT = of(By.DOCUMENT);

    private static final Pattern FORM = Pattern.compile("(-?)([a-z]+)([1-9]?)");

    public ConcordanceSort {
        if (word < 1 || word > FARTHEST) {
            throw new IllegalArgumentException("A concordance is sorted from one of the words 1 to " + FARTHEST + ".");
        }
    }

    public static ConcordanceSort of(By by) {
        return new ConcordanceSort(by, 1, false);
    }

    /// Reads what [#text] writes: `before`, `after2`, `-date`; `left` and `right` mean `before` and `after`.
    public static Optional<ConcordanceSort> parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        By by = switch (form.group(2)) {
            case "document" -> By.DOCUMENT;
            case "before", "left" -> By.BEFORE;
            case "after", "right" -> By.AFTER;
            case "hit" -> By.HIT;
            case "date" -> By.DATE;
            case "country" -> By.COUNTRY;
            case "source" -> By.SOURCE;
            default -> null;
        };
        boolean numbered = !form.group(3).isEmpty();
        int word = numbered ? Integer.parseInt(form.group(3)) : 1;
        if (by == null || word > FARTHEST || (numbered && by != By.BEFORE && by != By.AFTER)) {
            return Optional.empty();
        }
        return Optional.of(new ConcordanceSort(by, word, form.group(1).equals("-")));
    }

    /// As an address holds it.
    public String text() {
        return (descending ? "-" : "") + by.name().toLowerCase(Locale.ROOT) + (word > 1 ? word : "");
    }

    boolean needsWords() {
        return by == By.BEFORE || by == By.AFTER || by == By.HIT;
    }
}
