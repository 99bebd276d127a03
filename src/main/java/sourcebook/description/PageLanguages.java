package sourcebook.description;

import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.description.language.Guess;
import sourcebook.description.language.TextLanguage;

/// The languages of a text's pages, each found once, when it is first asked for. For one thread.
final class PageLanguages {
    private static final String NONE = "";

    private final DocumentText text;
    private final @Nullable String[] plain;
    private final @Nullable Guess[] guesses;
    private final boolean[] guessed;

    PageLanguages(DocumentText text) {
        this.text = text;
        this.plain = new String[text.pages() + 1];
        this.guesses = new Guess[text.pages() + 1];
        this.guessed = new boolean[text.pages() + 1];
    }

    DocumentText text() {
        return text;
    }

    /// Whether a page is plainly in a language: cheaper than to find which one it is in.
    ///
    /// @param page 1-based
    boolean isIn(int page, String code) {
        String known = plain[page];
        if (known == null) {
            String found = TextLanguage.plain(text.page(page));
            known = found == null ? NONE : found;
            plain[page] = known;
        }
        return known.equals(code);
    }

    /// The language of a page; null when it is too short, or no prose.
    ///
    /// @param page 1-based
    @Nullable
    Guess of(int page) {
        if (!guessed[page]) {
            guesses[page] = TextLanguage.of(text.page(page));
            guessed[page] = true;
        }
        return guesses[page];
    }
}
