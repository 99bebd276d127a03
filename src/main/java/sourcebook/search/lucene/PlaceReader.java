package sourcebook.search.lucene;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordScanner;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.Segment;
import sourcebook.search.lucene.language.UnspacedWords;

/// Reads the words of a text one after the other, each with its stems in the language of its place. For one thread.
final class PlaceReader {
    static final String JAPANESE = "ja";
    static final String KOREAN = "ko";

    /// Characters read ahead of a run without blanks. Sentences are far shorter; where one is not, a word across the
    /// cut is found as it stands, not by its dictionary form.
    private static final int LONGEST_RUN = 1_000;

    private final String text;
    private final TextLanguages languages;
    private final WordScanner scanner;
    private int end;
    private final Set<String> unstemmed = new HashSet<>();
    /// Read, but not given.
    private final Deque<Place> ahead = new ArrayDeque<>();
    /// Read, but perhaps the beginning of another run.
    private @Nullable Place behind;

    PlaceReader(String text, TextLanguages languages) {
        this.text = text;
        this.languages = languages;
        scanner = new WordScanner(text);
    }

    /// A word of the text: where it stands, in UTF-16 units, and what it is called.
    ///
    /// @param step positions from the word before it
    /// @param parts stems with places of their own, ascending by start
    record Place(int start, int end, KnownWord word, int step, List<Part> parts) {
        /// The word folded.
        String term() {
            return word.term();
        }

        /// Stems of the whole word, as they stand behind their mark.
        List<String> stems() {
            return word.stems();
        }
    }

    /// A stem that begins inside a word or reaches beyond it.
    record Part(String stem, int start, int end) {}

    /// The next word, null behind the last.
    @Nullable
    Place next() {
        Place read = ahead.poll();
        return read == null ? read() : read;
    }

    /// Reads a word, or the run of East Asian characters that begins with it.
    private @Nullable Place read() {
        Place first = behind == null ? one() : behind;
        behind = null;
        if (first == null || !runs(first)) {
            return first;
        }
        List<Place> run = new ArrayList<>(List.of(first));
        Place next = one();
        while (next != null && next.step() == 1 && runs(next) && run.size() < LONGEST_RUN) {
            run.add(next);
            ahead.add(next);
            next = one();
        }
        dictionaryForms(run);
        behind = next;
        return first;
    }

    private @Nullable Place one() {
        if (!scanner.next()) {
            return null;
        }
        int start = scanner.start();
        int step = end == 0 ? 1 : Terms.step(text, end, start);
        end = scanner.end();
        KnownWord word = KnownWords.at(text, start, end, languages.at(start));
        if (word.alone()) {
            return new Place(start, end, word, step, new ArrayList<>(0));
        }
        note(word);
        return new Place(start, end, word, step, word.korean() ? korean(word.word(), start) : List.of());
    }

    private void note(KnownWord word) {
        String common = word.unstemmed();
        if (common != null) {
            unstemmed.add(common);
        } else if (!unstemmed.isEmpty() && !word.stems().isEmpty()) {
            String stem = word.stems().getFirst();
            unstemmed.remove(stem.substring(0, stem.indexOf(Terms.OF)));
        }
    }

    /// Languages of which only common words, which have no stem, were read last. At the end of a text the index is
    /// told by an empty stem that it holds them.
    Set<String> unstemmed() {
        return unstemmed;
    }

    private static List<Part> korean(String word, int start) {
        String spelled = Folding.spelled(word);
        boolean alike = spelled.length() == word.length();
        List<Part> parts = new ArrayList<>();
        for (KoreanWords.Part part : KoreanWords.parts(spelled)) {
            parts.add(new Part(
                    Terms.stem(KOREAN, part.form()),
                    alike ? start + part.start() : start,
                    start + (alike ? part.end() : word.length())));
        }
        return parts;
    }

    private boolean runs(Place place) {
        return place.word().alone() && UnspacedWords.eastAsian(text.codePointAt(place.start()));
    }

    /// Adds the dictionary form of each inflected Japanese word to its first character. These are written with
    /// hiragana, always.
    private void dictionaryForms(List<Place> run) {
        StringBuilder characters = new StringBuilder();
        int[] starts = new int[run.size() + 1];
        boolean japanese = false;
        for (int i = 0; i < run.size(); i++) {
            japanese |= UnspacedWords.hiragana(text.codePointAt(run.get(i).start()));
            starts[i] = characters.length();
            characters.append(Folding.spelled(
                    text.substring(run.get(i).start(), run.get(i).end())));
        }
        starts[run.size()] = characters.length();
        if (!japanese) {
            return;
        }
        int first = 0;
        for (Segment word : UnspacedWords.japanese(characters.toString())) {
            while (starts[first] < word.start()) {
                first++;
            }
            int last = first;
            while (starts[last + 1] < word.end()) {
                last++;
            }
            String base = word.base();
            if (base != null && word.meaning()) {
                Place place = run.get(first);
                place.parts()
                        .add(new Part(
                                Terms.stem(JAPANESE, Folding.folded(base)),
                                place.start(),
                                run.get(last).end()));
            }
        }
    }
}
