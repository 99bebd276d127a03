package sourcebook.reading;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The images that a saved page holds in itself. Nothing is ever fetched for one that it does not hold.
///
/// @param sources of the page's `img` elements in order, empty for those it does not hold
record PageImagesKept(List<Element> elements, List<String> sources) {
    /// A larger image would make the page slow; characters of its `data:` address.
    private static final int MOST_CHARACTERS = 3_000_000;

    private static final java.util.regex.Pattern PICTURE =
            java.util.regex.Pattern.compile("data:image/(?:png|jpe?g|gif|webp|bmp|avif);base64,[A-Za-z0-9+/=\\s]+");

    /// @param lean the page as it was kept, without what is written into attributes
    /// @param original the page itself
    static PageImagesKept of(Document lean, Document original) {
        List<Element> elements = lean.select("img");
        List<Element> images = original.select("img");
        return elements.size() != images.size()
                ? new PageImagesKept(List.of(), List.of())
                : new PageImagesKept(
                        elements, images.stream().map(PageImagesKept::held).toList());
    }

    String source(Element image) {
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) == image) {
                return sources.get(i);
            }
        }
        return "";
    }

    private static String held(Element image) {
        String source = image.attr("src");
        return source.length() <= MOST_CHARACTERS && PICTURE.matcher(source).matches() ? source : "";
    }
}
