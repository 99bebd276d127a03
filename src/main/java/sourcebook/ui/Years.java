package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.search.FacetValue;
import sourcebook.search.YearRange;
import tools.jackson.databind.node.ArrayNode;

/// The histogram of years: drag over it, click a bar, or choose the two ends from lists.
@Tag("sb-years")
@JsModule("context://frontend/years.js")
final class Years extends Component {
    private static final Pattern YEAR = Pattern.compile("\\d{1,4}");

    /// Shows the counts by year, of documents or of stories, and the chosen range, null for all.
    void show(List<FacetValue> values, @Nullable YearRange chosen, boolean stories) {
        ArrayNode counts = JacksonUtils.createArrayNode();
        for (FacetValue value : values) {
            if (YEAR.matcher(value.value()).matches()) { // an address may hold anything
                counts.addArray().add(Integer.parseInt(value.value())).add(value.count());
            }
        }
        ArrayNode range = JacksonUtils.createArrayNode();
        if (chosen != null) {
            range.add(chosen.from()).add(chosen.to());
        }
        getElement()
                .setPropertyJson(
                        "unit",
                        JacksonUtils.createArrayNode()
                                .add(stories ? "story" : "document")
                                .add(stories ? "stories" : "documents"));
        getElement().setPropertyJson("range", range);
        getElement().setPropertyJson("counts", counts);
    }

    /// @param heard told the range that was chosen; null when it was taken back
    void onChosen(Consumer<@Nullable YearRange> heard) {
        Detail.on(this, "years-chosen", detail -> {
            int from = detail.number("from");
            int to = detail.number("to");
            heard.accept(from > 0 && from <= to ? new YearRange(from, to) : null);
        });
    }
}
