package sourcebook.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.FoundHits;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.ui.Navigation.DocumentPlace;

/// The hits that a document is shown with: of the search, of what is looked for in this document alone,
/// or the places that name a country. Used by one page.
final class DocumentHits {
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private List<Hit> inText = List.of();
    private List<Hit> around = List.of();
    private @Nullable String incomplete;

    DocumentHits(SearchEngine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    void lookUp(CataloguedDocument shown, DocumentText text, DocumentPlace place) {
        String query = query(place);
        String country = place.mentions();
        FoundHits found = query.isBlank()
                ? new FoundHits(List.of(), null)
                : engine.hits(shown.id(), query, SearchRequest.PATIENCE);
        List<Hit> asked = found.hits();
        incomplete = found.incomplete();
        inText = country == null
                ? asked.stream().filter(hit -> hit.layer() == Layer.TEXT).toList()
                : mentions(shown, text, country);
        around = asked.stream().filter(hit -> hit.layer() == Layer.FURNITURE).toList();
    }

    /// What is looked for.
    static String query(DocumentPlace place) {
        String find = place.find();
        return find == null ? place.from().query() : find;
    }

    private List<Hit> mentions(CataloguedDocument shown, DocumentText text, String country) {
        return catalogue.mentions(shown.id()).stream()
                .filter(mention -> mention.country().equals(country)
                        && mention.end() <= text.text().length())
                .map(mention -> new Hit(mention.start(), mention.end(), text.pageAt(mention.start())))
                .toList();
    }

    /// A sentence if looking for them took too long; null if these are all.
    @Nullable
    String incomplete() {
        return incomplete;
    }

    /// In the document's text, ascending.
    List<Hit> inText() {
        return inText;
    }

    /// In the text of the page around it; offsets into that.
    List<Hit> around() {
        return around;
    }

    /// Index of the current hit: the one the address names, else the next after the offset it names, else
    /// the first.
    int current(DocumentPlace place) {
        if (inText.isEmpty()) {
            return -1;
        }
        Integer at = place.at();
        if (at != null) {
            for (int i = 0; i < inText.size(); i++) {
                if (inText.get(i).start() >= at) {
                    return i;
                }
            }
        }
        Integer hit = place.hit();
        if (hit == null) {
            return place.page() == null ? 0 : -1;
        }
        return Math.clamp(hit, 1, inText.size()) - 1;
    }

    /// What is said of a hit, or of all.
    ///
    /// @param hit index, -1 for none
    String label(int hit, DocumentPlace place) {
        if (inText.isEmpty() && !around.isEmpty()) {
            return Wording.count(around.size(), "hit", "hits") + " around the text";
        }
        boolean mentions = place.mentions() != null;
        return hit < 0
                ? Wording.count(inText.size(), mentions ? "mention" : "hit", mentions ? "mentions" : "hits")
                : (mentions ? "mention " : "hit ") + Wording.number(hit + 1) + " of " + Wording.number(inText.size());
    }

    /// What is said beside the box to find in the document.
    String found() {
        if (inText.isEmpty()) {
            return around.isEmpty() ? "not found" : Wording.count(around.size(), "hit", "hits") + " around the text";
        }
        return Wording.count(inText.size(), "hit", "hits");
    }
}
