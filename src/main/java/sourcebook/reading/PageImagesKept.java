package sourcebook.reading;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The images that a saved page holds in itself or that were saved beside it. Nothing is ever fetched for
/// others.
///
/// @param sources of the page's `img` elements, empty for those it does not hold
record PageImagesKept(Map<Element, String> sources) {
    /// A larger image would make the page slow; characters of its `data:` address.
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpe?g|gif|webp|bmp|avif);base64,[A-Za-z0-9+/=\\s]+");

    static final PageImagesKept NONE = new PageImagesKept(Map.of());

    /// @param lean the page as it was kept, without what is written into attributes
    /// @param original the page itself
    /// @param beside what to show for a source that is not in the page itself; empty for nothing
    static PageImagesKept of(Document lean, Document original, UnaryOperator<String> beside) {
        List<Element> elements = lean.select("img");
        List<Element> images = original.select("img");
        if (elements.size() != images.size()) {
            return NONE;
        }
        Map<Element, String> sources = new IdentityHashMap<>(); // equal elements are others
        for (int i = 0; i < elements.size(); i++) {
            sources.put(elements.get(i), held(images.get(i), beside));
        }
        return new PageImagesKept(sources);
    }

    String source(Element image) {
        return sources.getOrDefault(image, "");
    }

    private static String held(Element image, UnaryOperator<String> beside) {
        String source = image.attr("src").strip();
        if (!source.startsWith("data:")) {
            return source.isEmpty() ? "" : beside.apply(source);
        }
        return source.length() <= MOST_CHARACTERS && PICTURE.matcher(source).matches() ? source : "";
    }
}
