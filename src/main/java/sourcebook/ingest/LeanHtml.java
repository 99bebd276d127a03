package sourcebook.ingest;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The source of a page without what says nothing about the document: style sheets, programs without data, comments,
/// images and outlines written into attributes. Its elements and texts stay as they are, so that a parser makes the
/// same tree of it. Takes a third to a half less room. Stateless.
final class LeanHtml {
    /// Elements whose content is text up to their end tag, whatever it looks like.
    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    /// A name with a text as its value: data, which rules may read.
    private static final Pattern DATA = Pattern.compile("[\"'][\\p{L}_:-]+[\"']\\s*:\\s*[\"'\\[{]");

    /// Attribute values shorter than this are not worth the trouble.
    private static final int LONG_VALUE = 60;

    private final String html;
    private final StringBuilder lean;
    private int at;

    private LeanHtml(String html) {
        this.html = html;
        this.lean = new StringBuilder(html.length());
    }

    static String of(String html) {
        return new LeanHtml(html).make();
    }

    private String make() {
        boolean more = true;
        while (more) {
            int sign = html.indexOf('<', at);
            more = sign >= 0;
            lean.append(html, at, more ? sign : html.length());
            at = sign;
            more = more && markup();
        }
        return lean.toString();
    }

    /// Takes what begins with the sign at `at`; what has no end is taken as it is.
    ///
    /// @return whether something follows
    private boolean markup() {
        if (html.startsWith("<!--", at)) {
            return comment();
        }
        int name = html.startsWith("</", at) ? at + 2 : at + 1;
        if (name >= html.length() || !letter(html.charAt(name))) {
            boolean declaration = html.startsWith("</", at) || html.startsWith("<!", at) || html.startsWith("<?", at);
            return declaration ? declaration() : sign();
        }
        int nameEnd = name;
        while (nameEnd < html.length() && " \t\n\r\f/>".indexOf(html.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        boolean start = name == at + 1;
        String element = html.substring(name, nameEnd).toLowerCase(Locale.ROOT);
        int from = at;
        int length = lean.length();
        lean.append(html, at, nameEnd);
        at = nameEnd;
        if (!attributes() || element.equals("plaintext")) {
            lean.setLength(length);
            return rest(from);
        }
        return !start || !RAW.contains(element) || content(element, html.substring(from, at));
    }

    private boolean comment() {
        int end = html.indexOf("-->", at + 4);
        // other ends of comments exist; a comment with one of them is left as it is
        if (end < 0 || html.startsWith(">", at + 4) || html.startsWith("->", at + 4)) {
            return rest(at);
        }
        if (html.substring(at + 4, end).contains("--!>")) {
            return rest(at);
        }
        lean.append("<!---->");
        at = end + 3;
        return true;
    }

    /// A declaration, or what parsers take for a comment: up to the next `>`.
    private boolean declaration() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            return rest(at);
        }
        lean.append(html, at, end + 1);
        at = end + 1;
        return true;
    }

    /// A sign in the text.
    private boolean sign() {
        lean.append('<');
        at++;
        return true;
    }

    private boolean rest(int from) {
        lean.append(html, from, html.length());
        at = html.length();
        return false;
    }

    /// Takes the attributes of a tag and its last sign.
    ///
    /// @return false when the tag has no end
    private boolean attributes() {
        while (at < html.length()) {
            char c = html.charAt(at);
            lean.append(c);
            at++;
            if (c == '>') {
                return true;
            }
            if (c == '=') {
                while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
                    lean.append(html.charAt(at++));
                }
                if (at < html.length() && (html.charAt(at) == '"' || html.charAt(at) == '\'')) {
                    int end = html.indexOf(html.charAt(at), at + 1);
                    if (end < 0) {
                        return false;
                    }
                    lean.append(html.charAt(at));
                    lean.append(value(html.substring(at + 1, end)));
                    lean.append(html.charAt(end));
                    at = end + 1;
                }
            }
        }
        return false;
    }

    /// An image written into the value, or the outline of a drawing, as next to nothing.
    private String value(String value) {
        if (value.length() < LONG_VALUE) {
            return value;
        }
        boolean outline = lean.length() > 3 && lean.substring(lean.length() - 4).matches("\\sd=[\"']");
        return value.startsWith("data:image") ? "data:image" : outline ? "" : value;
    }

    /// Takes the content of an element whose content is text.
    private boolean content(String element, String tag) {
        int end = end(element);
        if (end < 0) {
            return rest(at);
        }
        String text = html.substring(at, end);
        if (element.equals("script") && text.contains("<!--")) { // then it may end elsewhere (HTML 13.2.5.17 to 31)
            return rest(at);
        }
        boolean needed = switch (element) {
            case "style" -> false;
            case "script" -> tag.contains("json") || DATA.matcher(text).find();
            default -> true;
        };
        if (needed) {
            lean.append(text);
        }
        at = end;
        return true;
    }

    private int end(String element) {
        for (int sign = html.indexOf("</", at); sign >= 0; sign = html.indexOf("</", sign + 2)) {
            int behind = sign + 2 + element.length();
            if (html.regionMatches(true, sign + 2, element, 0, element.length())
                    && behind < html.length()
                    && " \t\n\r\f/>".indexOf(html.charAt(behind)) >= 0) {
                return sign;
            }
        }
        return -1;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
