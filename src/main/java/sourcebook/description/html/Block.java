package sourcebook.description.html;

import org.jsoup.nodes.Element;

/// A run of text between two block boundaries of a page, as a reader sees it: a paragraph, a heading, a
/// list item, a
/// row of a table.
///
/// @param owner the nearest block element around it
/// @param text with collapsed white space; line breaks of the page are kept as `\n`
/// @param linkChars how many of its characters are inside links
/// @param kind what it is
/// @param furniture whether it lies in a region that is furniture by its element, role or name
/// @param repeated whether other pages of the site hold it as well
record Block(Element owner, String text, int linkChars, Kind kind, boolean furniture, boolean repeated) {
    Block(Element owner, String text, int linkChars, Kind kind, boolean furniture) {
        this(owner, text, linkChars, kind, furniture, false);
    }

    Block asRepeated() {
        return new Block(owner, text, linkChars, kind, true, true);
    }

    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW,
        QUOTE,
        PREFORMATTED,
        CAPTION
    }

    /// A heading with so many words is a paragraph in a heading's clothes.
    private static final int LONG_HEADING = 25;

    /// Share of its characters inside links, 0 to 1.
    double linkDensity() {
        return text.isEmpty() ? 0 : Math.min(1.0, (double) linkChars / text.length());
    }

    int words() {
        int words = 0;
        boolean inside = false;
        int wide = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && c <= 0x9FFF) {
                wide++; // scripts without blanks: two characters make a word, near enough
                inside = false;
            } else {
                boolean letter = Character.isLetterOrDigit(c);
                words += letter && !inside ? 1 : 0;
                inside = letter;
            }
        }
        return words + wide / 2;
    }

    /// Does it look like written prose: long enough, and not made of links?
    boolean prose() {
        double density = linkDensity();
        int words = words();
        if (kind == Kind.HEADING) {
            return words >= LONG_HEADING && density < 0.2;
        }
        return words >= 12 && density < 0.35 || words >= 5 && density < 0.2 && endsSentence();
    }

    boolean endsSentence() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".!?…。！？؟।".indexOf(c) >= 0) {
                return true;
            }
            if ("\"'”’»“)]\u00A0 ".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
