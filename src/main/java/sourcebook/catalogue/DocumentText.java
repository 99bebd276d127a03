package sourcebook.catalogue;

import java.util.Collections;
import java.util.List;

/// The text of one document, whole, with where its pages start. All offsets are in UTF-16 units.
///
/// `text` is what is searched, shown, quoted and counted by default: the headline, when the document shows one that
/// the body does not repeat, then the body. `furniture` is the text of the page around it (menus, teasers, comment
/// forms): kept, searched only on demand.
///
/// @param text headline (if any) and body
/// @param bodyStart where the body begins in `text`; 0 when there is no separate headline
/// @param pageStarts ascending offsets into `text`, one for each page, the first always 0
/// @param furniture the text around the body, empty if there is none
/// @param pageLanguages ISO 639 code of each page's language where a document mixes languages, an empty string for a
///     page whose language is not known; empty when all of it is in the record's language
public record DocumentText(
        String text, int bodyStart, List<Integer> pageStarts, String furniture, List<String> pageLanguages) {
    public static final DocumentText NONE = new DocumentText("", 0, List.of(0), "");

    public DocumentText {
        pageStarts = List.copyOf(pageStarts);
        pageLanguages = List.copyOf(pageLanguages);
        if (!pageLanguages.isEmpty() && pageLanguages.size() != pageStarts.size()) {
            throw new IllegalArgumentException("Not one language for each page: " + pageLanguages);
        }
        if (pageStarts.isEmpty() || pageStarts.getFirst() != 0) {
            throw new IllegalArgumentException("The first page starts at 0: " + pageStarts);
        }
        if (bodyStart < 0 || bodyStart > text.length()) {
            throw new IllegalArgumentException("Body starts outside the text: " + bodyStart);
        }
    }

    /// A text in one language.
    public DocumentText(String text, int bodyStart, List<Integer> pageStarts, String furniture) {
        this(text, bodyStart, pageStarts, furniture, List.of());
    }

    /// The same with the languages of its pages.
    public DocumentText withPageLanguages(List<String> to) {
        return new DocumentText(text, bodyStart, pageStarts, furniture, to);
    }

    /// A text without pages, headline or furniture.
    public static DocumentText of(String text) {
        return new DocumentText(text, 0, List.of(0), "");
    }

    /// Whether the blanks from `from` to `to` (exclusive) are a line end inside a hyphenated word, as in `train-` and
    /// `ing`: a letter and a hyphen before, a small letter behind.
    public static boolean insideWord(CharSequence text, int from, int to) {
        if (from < 2 || to >= text.length() || "-\u2010".indexOf(text.charAt(from - 1)) < 0) {
            return false;
        }
        boolean lineEnd =
                text.subSequence(from, to).chars().anyMatch(blank -> blank == '\n' || blank == '\r' || blank == '\f');
        return lineEnd
                && Character.isLetter(Character.codePointBefore(text, from - 1))
                && Character.getType(Character.codePointAt(text, to)) == Character.LOWERCASE_LETTER;
    }

    /// A quotation without the line ends inside hyphenated words. The hyphen stays, since only a person can tell
    /// whether
    /// it belongs to the word.
    public static String withoutBrokenWords(String quotation) {
        StringBuilder closed = new StringBuilder(quotation.length());
        int at = 0;
        while (at < quotation.length()) {
            int end = at;
            while (end < quotation.length() && Character.isWhitespace(quotation.charAt(end))) {
                end++;
            }
            if (end == at) {
                closed.append(quotation.charAt(at++));
            } else {
                if (!insideWord(quotation, at, end)) {
                    closed.append(quotation, at, end);
                }
                at = end;
            }
        }
        return closed.toString();
    }

    public int pages() {
        return pageStarts.size();
    }

    public String body() {
        return text.substring(bodyStart);
    }

    /// The page, 1-based, that holds the character at `offset`.
    public int pageAt(int offset) {
        return pageAt(pageStarts, offset);
    }

    /// The page, 1-based, that holds `offset`, given ascending page starts of which the first is 0.
    public static int pageAt(List<Integer> pageStarts, int offset) {
        int found = Collections.binarySearch(pageStarts, offset);
        if (found < 0) {
            return Math.max(1, -found - 1);
        }
        int page = found;
        while (page + 1 < pageStarts.size() && pageStarts.get(page + 1) == offset) {
            page++; // empty pages share their start with the next: the character is on the last of them
        }
        return page + 1;
    }

    /// Start (inclusive) and end (exclusive) of a page, 1-based, in `text`.
    public String page(int page) {
        int from = pageStarts.get(page - 1);
        int to = page < pageStarts.size() ? pageStarts.get(page) : text.length();
        return text.substring(from, to);
    }
}
