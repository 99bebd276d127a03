package sourcebook.description;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.description.html.WebPage;

/// What rules read: the material, and what was made of it so far. One for each call of the describer.
///
/// @param page the parsed page of an HTML document, else null
/// @param front the front matter of a text, `NONE` where there is none
/// @param text body and furniture
/// @param today no document was published after it
/// @param host of the address the document was saved from or of its site, without `www.`; empty when it is
///     not known
/// @param ends of the first two pages the beginnings and of the last the end, folded; of a web page nothing
/// @param printedAddress what [BrowserPrint#address] found
record Clues(
        Material material,
        @Nullable WebPage page,
        FrontMatter front,
        DocumentText text,
        LocalDate today,
        String host,
        Folded ends,
        @Nullable String printedAddress) {
    /// Characters of each of the pages in `ends`; whoever looks for signs there looks at no more of them.
    static final int END_CHARS = 6000;

    /// Before its text is known.
    static Clues of(Material material, @Nullable WebPage page, FrontMatter front, LocalDate today) {
        Folded ends = Folded.of(page == null ? ends(material) : "");
        return new Clues(material, page, front, DocumentText.NONE, today, "", ends, BrowserPrint.address(material));
    }

    private static String ends(Material material) {
        List<String> pages = material.pages();
        if (pages.size() == 1 && pages.getFirst().length() <= 2 * END_CHARS) {
            return pages.getFirst();
        }
        StringBuilder ends = new StringBuilder();
        for (int i = 0; i < Math.min(2, pages.size()); i++) {
            ends.append(pages.get(i), 0, Math.min(END_CHARS, pages.get(i).length()))
                    .append('\n');
        }
        if (!pages.isEmpty()) {
            String last = pages.getLast();
            ends.append(last, Math.max(0, last.length() - END_CHARS), last.length());
        }
        return ends.toString();
    }

    /// How much of a text counts as its beginning, where titles, bylines and datelines stand.
    private static final int HEAD_CHARS = 3000;

    Clues withHost(String to) {
        return new Clues(material, page, front, text, today, to, ends, printedAddress);
    }

    Clues withText(DocumentText to) {
        return new Clues(material, page, front, to, today, host, ends, printedAddress);
    }

    /// The headline the page shows, or the file's own title; what bylines and dates stand near to.
    @Nullable
    String headline() {
        return text.bodyStart() > 0 ? text.text().substring(0, text.bodyStart()).strip() : null;
    }

    boolean is(String mediaType) {
        return material.mediaType().startsWith(mediaType);
    }

    boolean pdf() {
        return material.pdf();
    }

    boolean message() {
        return is("message/") || is("application/mbox") || is("application/vnd.ms-outlook");
    }

    boolean plain() {
        return page == null && (is("text/") || is("application/xml"));
    }

    /// The first embedded value of any of these fields.
    @Nullable
    String field(String... names) {
        for (String name : names) {
            String value = material.first(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// The first content of any of these `meta` elements of a page.
    @Nullable
    String meta(String... names) {
        List<String> found = metas(names);
        return found.isEmpty() ? null : found.getFirst();
    }

    /// The contents of the first of these `meta` elements that a page has.
    List<String> metas(String... names) {
        if (page != null) {
            for (String name : names) {
                List<String> found = page.meta(name);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /// A property of the work in a page's JSON-LD.
    @Nullable
    String linked(String... properties) {
        if (page != null) {
            for (String property : properties) {
                List<String> found = page.linked(property);
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            }
        }
        return null;
    }

    /// The text of the first element of a page that a selector finds.
    @Nullable
    String element(String selector) {
        return page == null ? null : page.text(selector);
    }

    /// The beginning of the text.
    String head() {
        String whole = text.text();
        return whole.length() <= HEAD_CHARS ? whole : whole.substring(0, HEAD_CHARS);
    }

    /// The last name of the path.
    String fileName() {
        String path = material.path();
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
