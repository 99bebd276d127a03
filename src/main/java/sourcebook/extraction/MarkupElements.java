package sourcebook.extraction;

import java.util.Set;

/// The elements of HTML that tell how a text is built, for those who write [PageAnswer.Markup] and those who take
/// it, or a web page, apart.
public final class MarkupElements {
    /// Each begins a part of its own.
    public static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "aside",
            "header",
            "footer",
            "nav",
            "address",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "dl",
            "li",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "figure",
            "figcaption",
            "details",
            "summary",
            "hr",
            "center",
            "fieldset");

    /// In bold.
    public static final Set<String> STRONG = Set.of("b", "strong");

    /// In italics.
    public static final Set<String> EMPHASIS = Set.of("i", "em");

    private MarkupElements() {}
}
