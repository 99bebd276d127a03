package sourcebook.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.citation.Passage;
import sourcebook.search.Hit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document's text by page, hits marked. Only where pages and hits lie is sent at once; the text itself follows block
/// by block as it comes into sight, so a book opens as quickly as a letter.
@Tag("sb-reader")
@JsModule("context://frontend/reader.js")
final class Reader extends Component {
    private DocumentText text = DocumentText.NONE;
    private List<TextBlock> blocks = List.of();

    /// @param current index of the current hit, -1 for none
    /// @param page the page in sight, 0 for the current hit's
    /// @param at offset to bring into sight when there is neither, -1 for the beginning
    void open(
            DocumentText toText,
            List<Hit> hits,
            List<Passage> cited,
            int current,
            int page,
            int at,
            @Nullable String language) {
        text = toText;
        blocks = TextBlock.of(toText);
        ObjectNode book = JacksonUtils.createObjectNode();
        book.put("pages", text.pages());
        ArrayNode blockNodes = book.putArray("blocks");
        blocks.forEach(block ->
                blockNodes.addArray().add(block.page()).add(block.start()).add(block.end()));
        ArrayNode hitNodes = book.putArray("hits");
        hits.forEach(hit -> hitNodes.addArray().add(hit.start()).add(hit.end()).add(hit.page()));
        book.set("cited", ranges(cited));
        book.put("bodyStart", text.bodyStart());
        book.put("broken", TextBlock.brokenLines(text.text()));
        book.put("current", current);
        book.put("page", page);
        book.put("at", at);
        book.put("lang", language == null ? "" : language);
        getElement().setPropertyJson("book", book);
    }

    void goTo(int hit) {
        getElement().callJsFunction("goTo", hit);
    }

    /// Goes to the first hit in the furniture, when there is none in the text.
    void goAround() {
        getElement().executeJs("setTimeout(() => this.move?.(1), 0)");
    }

    void toOffset(int offset) {
        getElement().callJsFunction("toOffset", offset);
    }

    void showCited(List<Passage> cited) {
        getElement().callJsFunction("cite", ranges(cited));
    }

    private static ArrayNode ranges(List<Passage> cited) {
        ArrayNode ranges = JacksonUtils.createArrayNode();
        cited.forEach(passage -> ranges.addArray().add(passage.start()).add(passage.end()));
        return ranges;
    }

    /// The texts of the blocks from `from` (inclusive) to `to` (exclusive); asked for by the browser.
    @ClientCallable
    ArrayNode text(int from, int to) {
        ArrayNode texts = JacksonUtils.createArrayNode();
        for (TextBlock block : blocks.subList(Math.clamp(from, 0, blocks.size()), Math.clamp(to, 0, blocks.size()))) {
            texts.add(text.text().substring(block.start(), block.end()));
        }
        return texts;
    }

    void onHit(ComponentEventListener<HitChosen> listener) {
        addListener(HitChosen.class, listener);
    }

    void onPage(ComponentEventListener<PageSeen> listener) {
        addListener(PageSeen.class, listener);
    }

    void onCite(ComponentEventListener<CitePassage> listener) {
        addListener(CitePassage.class, listener);
    }

    /// Another hit became the current one.
    @DomEvent("hit-chosen")
    public static final class HitChosen extends ComponentEvent<Reader> {
        private final int hit;

        public HitChosen(Reader source, boolean fromClient, @EventData("event.detail.hit") int hit) {
            super(source, fromClient);
            this.hit = hit;
        }

        /// Its index, from 0.
        int hit() {
            return hit;
        }
    }

    /// Another page came into sight.
    @DomEvent("page-seen")
    public static final class PageSeen extends ComponentEvent<Reader> {
        private final int page;

        public PageSeen(Reader source, boolean fromClient, @EventData("event.detail.page") int page) {
            super(source, fromClient);
            this.page = page;
        }

        int page() {
            return page;
        }
    }

    /// A range of the text was selected to be cited.
    @DomEvent("cite-passage")
    public static final class CitePassage extends ComponentEvent<Reader> {
        private final int start;
        private final int end;

        public CitePassage(
                Reader source,
                boolean fromClient,
                @EventData("event.detail.start") int start,
                @EventData("event.detail.end") int end) {
            super(source, fromClient);
            this.start = start;
            this.end = end;
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }
    }
}
