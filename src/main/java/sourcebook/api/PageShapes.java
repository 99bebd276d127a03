package sourcebook.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.Box;
import sourcebook.reading.DocumentPages;
import sourcebook.reading.DocumentPages.PageSize;
import sourcebook.reading.MarkedHit;
import sourcebook.reading.PageImages;
import sourcebook.reading.PageLayout;
import sourcebook.reading.PlacedWord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of printed pages. Places are fractions of the displayed page from its upper left corner.
/// Stateless.
final class PageShapes {
    /// A millionth of the page is less than a thousandth of a point.
    private static final double STEPS = 1e6;

    private PageShapes() {}

    /// @param refusal why there are none, null if there are
    static ObjectNode pages(
            CataloguedDocument document, DocumentText text, DocumentPages pages, @Nullable String refusal) {
        ObjectNode json = JsonShapes.object().put("id", document.id().value());
        json.put("image", refusal == null);
        json.put("reason", refusal);
        ArrayNode widths = json.putArray("widths");
        if (refusal == null) {
            PageImages.widths().forEach(widths::add);
        }
        ArrayNode array = json.putArray("pages");
        for (PageSize page : pages.pages()) {
            int number = page.page();
            int length = text.text().length();
            array.addObject()
                    .put("page", number)
                    .put("width", page.width())
                    .put("height", page.height())
                    .put("start", number <= text.pages() ? text.pageStarts().get(number - 1) : length)
                    .put("end", number < text.pages() ? text.pageStarts().get(number) : length);
        }
        return json;
    }

    static ObjectNode words(CataloguedDocument document, PageLayout layout) {
        ObjectNode json = page(document, layout.page());
        json.put("width", layout.width());
        json.put("height", layout.height());
        json.put("rtl", rightToLeft(layout));
        ArrayNode words = json.putArray("words");
        for (PlacedWord word : layout.words()) {
            ObjectNode one = words.addObject().put("text", word.text());
            place(one, word.box());
            one.put("line", word.line());
            one.put("angle", word.angle());
            one.put("space", word.space());
            one.put("start", word.inText() ? (Integer) word.start() : null);
            one.put("end", word.inText() ? (Integer) word.end() : null);
        }
        return json;
    }

    static ObjectNode hits(CataloguedDocument document, int page, String query, List<MarkedHit> hits) {
        ObjectNode json = page(document, page);
        json.put("query", query);
        ArrayNode array = json.putArray("hits");
        for (MarkedHit marked : hits) {
            ObjectNode one = array.addObject()
                    .put("index", marked.index())
                    .put("start", marked.hit().start())
                    .put("end", marked.hit().end())
                    .put("page", marked.hit().page())
                    .put("layer", marked.hit().layer().name().toLowerCase(Locale.ROOT));
            ArrayNode rects = one.putArray("rects");
            marked.boxes().forEach(box -> place(rects.addObject(), box));
        }
        return json;
    }

    private static ObjectNode page(CataloguedDocument document, int page) {
        return JsonShapes.object().put("id", document.id().value()).put("page", page);
    }

    private static void place(ObjectNode json, Box box) {
        json.put("x", rounded(box.x()));
        json.put("y", rounded(box.y()));
        json.put("w", rounded(box.width()));
        json.put("h", rounded(box.height()));
    }

    private static double rounded(double fraction) {
        return Math.round(fraction * STEPS) / STEPS;
    }

    /// Whether more of its letters are written from right to left.
    private static boolean rightToLeft(PageLayout layout) {
        long balance = 0;
        for (PlacedWord word : layout.words()) {
            balance += word.text()
                    .codePoints()
                    .mapToLong(character -> switch (Character.getDirectionality(character)) {
                        case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 1;
                        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> -1;
                        default -> 0;
                    })
                    .sum();
        }
        return balance > 0;
    }
}
