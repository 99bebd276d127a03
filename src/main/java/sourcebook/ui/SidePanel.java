package sourcebook.ui;

import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Mention;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// Beside the text: the record with its evidence, the story, the hits, what was cited.
final class SidePanel extends Section {
    private final Catalogue catalogue;
    private final StoryPanel story;
    private final HitList hits;
    private final CitedPassages cited;

    /// @param changed run after something about the document changed
    SidePanel(
            Catalogue catalogue,
            SearchEngine engine,
            Records records,
            HitList hits,
            CitedPassages cited,
            Runnable changed) {
        this.catalogue = catalogue;
        this.hits = hits;
        this.cited = cited;
        this.story = new StoryPanel(records, others(catalogue, engine), changed);
        addClassName("side");
        setAriaLabel("Record");
    }

    void show(CataloguedDocument document, DocumentText text, DocumentPlace place, Runnable edit, Runnable cite) {
        Map<String, Integer> mentions = catalogue.mentions(document.id()).stream()
                .collect(Collectors.groupingBy(
                        Mention::country, Collectors.collectingAndThen(Collectors.counting(), Math::toIntExact)));
        removeAll();
        add(new RecordPanel(document, place, mentions, text.pageLanguages(), edit, cite));
        add(new ProvenanceList(catalogue, document.id()));
        story.show(document, place.from());
        add(hits, story, cited);
    }

    private static StoryPanel.DocumentSearch others(Catalogue catalogue, SearchEngine engine) {
        return new StoryPanel.DocumentSearch() {
            @Override
            public Optional<CataloguedDocument> find(DocumentId document) {
                return catalogue.find(document);
            }

            @Override
            public List<CataloguedDocument> matching(String query, int limit) {
                SearchRequest request = SearchRequest.of(query)
                        .withPage(0, limit)
                        .withSnippets(0)
                        .withFacets(false);
                return engine.search(request).results().stream()
                        .map(result -> catalogue.find(result.id()))
                        .flatMap(Optional::stream)
                        .toList();
            }
        };
    }
}
