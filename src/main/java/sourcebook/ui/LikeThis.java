package sourcebook.ui;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.Like;
import sourcebook.search.SearchEngine;

/// A document or a passage of it, to find others like it by.
///
/// @param id short or whole
/// @param start of the passage in the document's text
/// @param end of it, 0 for the whole document
record LikeThis(String id, int start, int end) {
    private static final int DIGITS = 64;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{4,64})(?::(\\d{1,9})-(\\d{1,9}))?");

    static LikeThis document(String id) {
        return new LikeThis(id, 0, 0);
    }

    static Optional<LikeThis> of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group(2) == null) {
            return Optional.of(document(form.group(1)));
        }
        int start = Integer.parseInt(form.group(2));
        int end = Integer.parseInt(form.group(3));
        return start < end ? Optional.of(new LikeThis(form.group(1), start, end)) : Optional.empty();
    }

    boolean passage() {
        return end > 0;
    }

    /// As the engine is asked; a document that is not there has nothing like it.
    Like in(SearchEngine engine) {
        DocumentId document = engine.find(id).orElseGet(() -> new DocumentId(id + "0".repeat(DIGITS - id.length())));
        return new Like(document, start, end);
    }

    /// As the address holds it: `1f3a…` or `1f3a…:120-480`.
    String written() {
        return passage() ? id + ":" + start + "-" + end : id;
    }
}
