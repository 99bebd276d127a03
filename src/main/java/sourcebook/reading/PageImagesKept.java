package sourcebook.reading;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The images that a saved page holds in itself or that were saved beside it. Nothing is ever fetched for
/// others.
///
/// @param sources of the page's `img` elements in order, empty for those it does not hold
record PageImagesKept(List<Element> elements, List<String> sources) {
    /// A larger image would make the page slow; characters of its `data:` address.
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp|bmp|avif);base64,[A-Za-z0-9+/=\\s]+");

    static final PageImagesKept NONE = new PageImagesKept(List.of(), List.of());

    /// @param lean the page as it was kept, without what is written into attributes
    /// @param original the page itself
    /// @param beside what to show for a source that is not in the page itself; empty for nothing
    static PageImagesKept of(Document lean, Document original, UnaryOperator<String> beside) {
        List<Element> elements = lean.select("img");
        List<Element> images = original.select("img");
        return elements.size() != images.size()
                ? NONE
                : new PageImagesKept(
                        elements,
                        images.stream().map(image -> held(image, beside)).toList());
    }

    String source(Element image) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) == image) {
                return sources.get(i);
            }
        }
        return "";
    }

    private static String held(Element image, UnaryOperator<String> beside) {
        String source = image.attr("src").strip();
        if (!source.startsWith("data:")) {
            return source.isEmpty() ? "" : beside.apply(source);
        }
        return source.length() <= MOST_CHARACTERS && PICTURE.matcher(source).matches() ? source : "";
    }
}
