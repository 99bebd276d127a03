package sourcebook.description;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.description.language.Guess;
import sourcebook.description.language.TextLanguage;

/// Finds a document's main language and the languages of its pages: from the text, and from what the
/// document states where the text does not tell, or tells only a close relative of the stated language.
/// Thread-safe.
final class LanguageFinder {
    /// Below this many letters a page is taken to be in its document's language.
    private static final int PAGE_LETTERS = 80;

    @Nullable
    Evidenced<String> find(Clues clues, PageLanguages pages) {
        String stated = stated(clues);
        Guess guess = main(pages);
        if (guess == null) {
            return stated == null ? null : Evidenced.of(stated, "stated language", Confidence.MEDIUM);
        }
        if (guess.byScript()) {
            return Evidenced.of(guess.code(), "script of the text", Confidence.HIGH);
        }
        if (stated != null && !stated.equals(guess.code()) && TextLanguage.neighbours(stated, guess.code())) {
            return Evidenced.of(stated, "stated language", Confidence.MEDIUM);
        }
        if (stated != null && stated.equals(guess.code())) {
            return Evidenced.of(stated, "text", Confidence.HIGH);
        }
        if (stated != null && !guess.sure()) {
            return Evidenced.of(stated, "stated language", Confidence.MEDIUM);
        }
        return Evidenced.of(guess.code(), "text", guess.sure() ? Confidence.HIGH : Confidence.MEDIUM);
    }

    /// The language of most of a text.
    private static @Nullable Guess main(PageLanguages pages) {
        DocumentText text = pages.text();
        Guess whole = TextLanguage.of(text.body());
        if (text.pages() < 2 || whole == null) {
            return whole;
        }
        Map<String, Integer> letters = new HashMap<>();
        Map<String, Guess> guesses = new HashMap<>();
        for (int page = 1; page <= text.pages(); page++) {
            int length = text.page(page).length();
            if (!whole.byScript() && pages.isIn(page, whole.code())) {
                letters.merge(whole.code(), length, Integer::sum);
            } else {
                Guess guess = pages.of(page);
                if (guess != null && guess.sure()) {
                    letters.merge(guess.code(), length, Integer::sum);
                    guesses.putIfAbsent(guess.code(), guess);
                }
            }
        }
        return letters.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> guesses.getOrDefault(entry.getKey(), new Guess(entry.getKey(), true, whole.byScript())))
                .orElse(whole);
    }

    /// The language of each page, where they are not all in one; a short page is in the document's.
    ///
    /// @param main the document's language
    static List<String> ofPages(PageLanguages pages, @Nullable String main) {
        DocumentText text = pages.text();
        if (text.pages() < 2 || main == null) {
            return List.of();
        }
        List<String> languages = new ArrayList<>();
        boolean mixed = false;
        for (int page = 1; page <= text.pages(); page++) {
            String language = ofPage(pages, page, main);
            mixed |= !language.equals(main);
            languages.add(language);
        }
        return mixed ? languages : List.of();
    }

    private static String ofPage(PageLanguages pages, int page, String main) {
        if (few(pages.text().page(page)) || pages.isIn(page, main)) {
            return main;
        }
        Guess guess = pages.of(page);
        return guess == null || !guess.sure() || TextLanguage.neighbours(guess.code(), main) ? main : guess.code();
    }

    /// Whether a page has few letters, none of them an ideograph, of which a few are much.
    private static boolean few(String page) {
        int letters = 0;
        int c;
        for (int i = 0; i < page.length() && letters < PAGE_LETTERS; i += Character.charCount(c)) {
            c = page.codePointAt(i);
            letters += Character.isIdeographic(c) ? PAGE_LETTERS : Character.isLetter(c) ? 1 : 0;
        }
        return letters < PAGE_LETTERS;
    }

    private static @Nullable String stated(Clues clues) {
        String raw = clues.front().first("language", "lang");
        if (raw == null && clues.page() != null) {
            String lang = clues.page().select("html").attr("lang");
            raw = lang.isBlank()
                    ? clues.meta("content-language", "dc.language", "og:locale", "language", "citation_language")
                    : lang;
        }
        if (raw == null) {
            raw = clues.field("dc:language", "language", "Content-Language");
        }
        return raw == null ? null : Languages.code(raw).orElse(null);
    }
}
