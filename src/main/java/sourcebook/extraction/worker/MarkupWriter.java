package sourcebook.extraction.worker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import sourcebook.extraction.MarkupElements;

/// The XHTML that Tika makes of a document, reduced to the elements that tell what is a heading, a list,
/// a table, in bold, and to where its pictures stand. Used for one document.
final class MarkupWriter extends DefaultHandler {
    private static final Pattern SPAN = Pattern.compile("\\d{1,3}");
    private static final Set<String> SLIDES = Set.of("slide-content", "page");
    private static final Set<String> UNSEEN = Set.of("head", "script", "style");

    private final Progress progress;
    private final long mostCharacters;
    private final StringBuilder html = new StringBuilder();
    private final List<Reference> references = new ArrayList<>();
    private int unseen;
    private long said;

    /// A picture that is spoken of, or came, at this place of `html`.
    ///
    /// @param number 0: to be found by its name
    private record Reference(int at, int number, String name, String alt) {}

    MarkupWriter(Progress progress, long mostCharacters) {
        this.progress = progress;
        this.mostCharacters = mostCharacters;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        room(0);
        String type = attributes.getValue("class");
        if (UNSEEN.contains(localName)) {
            unseen++;
        } else if (unseen == 0 && localName.equals("br")) {
            html.append("<br>");
        } else if (unseen == 0 && localName.equals("img")) {
            refer(attributes.getValue("src"), attributes.getValue("alt"));
        } else if (unseen == 0 && localName.equals("div") && "embedded".equals(type)) {
            refer(attributes.getValue("id"), "");
            html.append("<div>");
        } else if (unseen == 0 && isKept(localName)) {
            html.append('<').append(SLIDES.contains(String.valueOf(type)) ? "div class=slide" : localName);
            String span = attributes.getValue("colspan");
            if (span != null && SPAN.matcher(span).matches()) {
                html.append(" colspan=").append(span);
            }
            html.append('>');
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (UNSEEN.contains(localName)) {
            unseen--;
        } else if (unseen == 0 && isKept(localName) && !localName.equals("hr")) {
            html.append("</").append(localName).append('>');
        }
    }

    @Override
    public void characters(char[] ch, int start, int length) throws SAXException {
        if (unseen > 0) {
            return;
        }
        progress.moved();
        room(length);
        said += length;
        for (int i = start; i < start + length; i++) {
            switch (ch[i]) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '\uFFFD' -> {} // what Tika puts for a control character
                default -> html.append(ch[i]);
            }
        }
    }

    private static boolean isKept(String name) {
        return MarkupElements.BLOCKS.contains(name)
                || MarkupElements.STRONG.contains(name)
                || MarkupElements.EMPHASIS.contains(name);
    }

    /// Of the text, so far.
    long characters() {
        return said;
    }

    private void room(int characters) throws SAXException {
        if (html.length() + (long) characters > mostCharacters) {
            throw new SAXException(Draft.tooMuchText(mostCharacters));
        }
    }

    @Override
    public void ignorableWhitespace(char[] ch, int start, int length) {
        html.append(' ');
    }

    /// A picture came across here.
    void arrived(int number) {
        references.add(new Reference(html.length(), number, "", ""));
    }

    private void refer(@Nullable String name, @Nullable String alt) {
        references.add(new Reference(html.length(), 0, name == null ? "" : name, alt == null ? "" : alt));
    }

    /// The whole, each picture at its place.
    ///
    /// @param numbers of pictures by their names, 0 for those that are not held
    /// @param asTheyCame whether pictures that the text does not speak of stand where they came across
    String finished(ToIntFunction<String> numbers, boolean asTheyCame) {
        BitSet spokenOf = new BitSet();
        references.forEach(one -> spokenOf.set(numbers.applyAsInt(one.name())));
        StringBuilder whole = new StringBuilder(html.length() + 64 * references.size());
        int done = 0;
        for (Reference one : references) {
            whole.append(html, done, one.at());
            done = one.at();
            boolean came = one.number() > 0;
            if (came ? asTheyCame && !spokenOf.get(one.number()) : !one.name().isEmpty()) {
                picture(whole, came ? one.number() : numbers.applyAsInt(one.name()), one.alt());
            }
        }
        return whole.append(html, done, html.length()).toString();
    }

    private static void picture(StringBuilder whole, int number, String alt) {
        whole.append("<img alt=\"")
                .append(alt.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                .append('"');
        if (number > 0) {
            whole.append(" src=\"pictures/").append(number).append('"');
        }
        whole.append('>');
    }
}
