package sourcebook.api;

import java.util.Locale;
import org.springframework.stereotype.Component;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;

/// Documents by the id in an address: all 64 digits, or as many of the first as are enough.
@Component
final class FoundDocuments {
    private static final int ALL_DIGITS = 64;
    private static final int FEWEST_DIGITS = 6;

    private final Catalogue catalogue;

    FoundDocuments(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @throws NotThere when none or several begin with these digits
    CataloguedDocument document(String id) {
        String digits = id.strip().toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{" + FEWEST_DIGITS + "," + ALL_DIGITS + "}")) {
            throw new NotThere(
                    "“" + shortened(id) + "” is not a document's id: that is 64 hexadecimal digits, or at least "
                            + FEWEST_DIGITS + " of the first.");
        }
        return (digits.length() == ALL_DIGITS ? catalogue.find(new DocumentId(digits)) : catalogue.findByPrefix(digits))
                .orElseThrow(() -> new NotThere("There is no document " + digits
                        + (digits.length() == ALL_DIGITS ? "." : ", or there are several that begin so.")));
    }

    DocumentText text(CataloguedDocument document) {
        return catalogue.text(document.id()).orElse(DocumentText.NONE);
    }

    private static String shortened(String id) {
        return id.length() > ALL_DIGITS ? id.substring(0, ALL_DIGITS) + "…" : id;
    }
}
