package sourcebook.search.lucene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordCharacters;

/// Reads the words of a text one after the other, each with its stems in the language of its place. For one thread.
final class PlaceReader {
    private final String text;
    private final TextLanguages languages;
    private final WordScanner scanner;
    private int end;

    PlaceReader(String text, TextLanguages languages) {
        this.text = text;
        this.languages = languages;
        scanner = new WordScanner(text);
    }

    /// A word of the text: where it stands, in UTF-16 units, and what it is called.
    ///
    /// @param term the word folded
    /// @param step positions from the word before it
    /// @param stems of the whole word, as they stand behind their mark
    /// @param parts stems with places of their own, ascending by start
    record Place(int start, int end, String term, int step, List<String> stems, List<Part> parts) {}

    /// A stem that begins inside a word or reaches beyond it.
    record Part(String stem, int start, int end) {}

    /// The next word, null behind the last.
    @Nullable Place next() {
        if (!scanner.next()) {
            return null;
        }
        int start = scanner.start();
        int step = end == 0 ? 1 : Terms.step(text, end, start);
        end = scanner.end();
        String word = text.substring(start, end);
        String term = Terms.folded(word);
        List<String> stems = WordCharacters.standsAlone(word.codePointAt(0))
                ? List.of()
                : Terms.stems(word, term, languages.at(start));
        return new Place(start, end, term, step, stems, List.of());
    }
}
