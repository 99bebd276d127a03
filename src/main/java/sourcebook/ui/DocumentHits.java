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

/// The hits that a document is shown with: of the search, of what is looked for in this document alone,
/// or the places that name a country. One list in the order in which they are gone through: those in the
/// document's text, then those in the text of the page around it, as the engine gives them. Used by one page.
final class DocumentHits {
    private final SearchEngine engine;
    private final Catalogue catalogue;
    private List<Hit> all = List.of();
    private int inText;
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
        incomplete = found.incomplete();
        all = country == null ? found.hits() : mentions(shown, text, country);
        inText = (int) all.stream().filter(hit -> hit.layer() == Layer.TEXT).count();
    }

    /// What is looked for.
    static String query(DocumentPlace place) {
        String find = place.find();
        return find == null ? place.from().query() : find;
    }

    /// Of which query the hits are, null for none's.
    static @Nullable String marked(DocumentPlace place) {
        String query = query(place);
        return place.mentions() == null && !query.isBlank() ? query : null;
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

    List<Hit> all() {
        return all;
    }

    /// The first of them, in the document's text.
    List<Hit> inText() {
        return all.subList(0, inText);
    }

    /// The others, in the text of the page around it; offsets into that.
    List<Hit> around() {
        return all.subList(inText, all.size());
    }

    /// Index of the current hit: the one the address names, else the next after the offset it names, else
    /// the first.
    int current(DocumentPlace place) {
        if (all.isEmpty()) {
            return -1;
        }
        Integer at = place.at();
        if (at != null) {
            for (int i = 0; i < inText; i++) {
                if (all.get(i).start() >= at) {
                    return i;
                }
            }
        }
        Integer hit = place.hit();
        if (hit == null) {
            return place.page() == null ? 0 : -1;
        }
        return Math.clamp(hit, 1, all.size()) - 1;
    }

    /// What is said of a hit, or of all.
    ///
    /// @param hit index, -1 for none
    String label(int hit, DocumentPlace place) {
        boolean mentions = place.mentions() != null;
        String said = hit < 0
                ? Wording.count(all.size(), mentions ? "mention" : "hit", mentions ? "mentions" : "hits")
                : (mentions ? "mention " : "hit ") + Wording.number(hit + 1) + " of " + Wording.number(all.size());
        return hit >= inText ? said + ", around the text" : said;
    }

    /// What is said beside the box to find in the document.
    String found() {
        if (all.isEmpty()) {
            return "not found";
        }
        return Wording.count(all.size(), "hit", "hits") + (inText == 0 ? " around the text" : "");
    }
}
