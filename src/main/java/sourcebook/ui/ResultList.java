package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchResult;
import tools.jackson.databind.node.ArrayNode;

/// One page of results, drawn by the browser from what is sent once. As components they were two thousand nodes that
/// the server held for each person, and most of what a click waited for (docs/decisions/0026).
@Tag("sb-results")
@JsModule("context://frontend/results.js")
final class ResultList extends Component {

    /// @param choose told of a result that was chosen, or no longer is
    /// @param cite told of a result that is to be cited
    ResultList(BiConsumer<DocumentId, Boolean> choose, Consumer<DocumentId> cite) {
        Detail.on(this, "result-chosen", chosen -> choose.accept(chosen.document("id"), chosen.holds("on")));
        Detail.on(this, "result-cited", cited -> cite.accept(cited.document("id")));
    }

    void show(SearchResult result, SearchPlace place, Set<DocumentId> chosen) {
        ArrayNode cards = JacksonUtils.createArrayNode();
        ResultCard card = new ResultCard(place, result.understoodAs());
        result.results().forEach(one -> cards.add(card.of(one, chosen.contains(one.id()))));
        getElement().callJsFunction("show", cards);
    }
}
