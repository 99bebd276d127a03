package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.lucene.language.WordForms;

/// Which language each place of a text is in: the document's, or its page's where pages differ. Immutable.
final class TextLanguages {
    /// Of a text whose language nobody knows.
    static final TextLanguages UNKNOWN = new TextLanguages(List.of(0), List.of(WordForms.NO_LANGUAGE));

    private final List<Integer> starts;
    private final List<String> codes;

    private TextLanguages(List<Integer> starts, List<String> codes) {
        this.starts = starts;
        this.codes = codes;
    }

    /// One language throughout, null if it is not known.
    static TextLanguages of(@Nullable String language) {
        return language == null ? UNKNOWN : new TextLanguages(List.of(0), List.of(WordForms.code(language)));
    }

    /// The languages of a document's pages; a page of which none is known is in the document's.
    static TextLanguages of(@Nullable String language, DocumentText text) {
        if (text.pageLanguages().isEmpty()) {
            return of(language);
        }
        List<String> codes = new ArrayList<>();
        for (String page : text.pageLanguages()) {
            codes.add(WordForms.code(page.isEmpty() ? language : page));
        }
        return new TextLanguages(text.pageStarts(), codes);
    }

    /// The code of the language at an offset; empty if it is not known.
    String at(int offset) {
        return codes.size() == 1 ? codes.getFirst() : codes.get(DocumentText.pageAt(starts, offset) - 1);
    }
}
