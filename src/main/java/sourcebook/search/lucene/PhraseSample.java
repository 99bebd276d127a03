package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Layer;
import sourcebook.search.WordCharacters;
import sourcebook.search.Words;
import sourcebook.search.lucene.PhraseTable.Phrase;
import sourcebook.search.lucene.language.WordForms;

/// Finds the frequent phrases of an archive in a sample of its texts, one copy of each story.
///
/// Memory is bounded as in lossy counting (Manku and Motwani, VLDB 2002): whenever the table is full, what has been
/// seen least is forgotten. What is frequent in the archive is frequent in an even sample of some thousand texts.
final class PhraseSample {
    private static final int LONGEST_PHRASE = 4;

    /// Texts read, spread evenly over the archive.
    private static final int TEXTS = 2_000;

    /// UTF-16 units read of a text: some ten pages.
    private static final int OF_A_TEXT = 20_000;

    /// Phrases counted at once, some 60 megabytes while they are.
    private static final int MOST_COUNTED = 400_000;

    /// Fewer are one author's words.
    private static final int FEWEST_DOCUMENTS = 3;

    /// A phrase that is nearly always part of a longer one is not offered beside it.
    private static final double NEARLY_ALWAYS = 0.8;

    private final Map<String, Count> counts = new HashMap<>();
    private int forgotten;

    private PhraseSample() {}

    private static final class Count {
        private final String text;
        private int documents;

        Count(String text) {
            this.text = text;
        }
    }

    /// @param stopped asked now and then; true gives up
    static PhraseTable of(IndexSnapshot snapshot, BooleanSupplier stopped) throws IOException {
        PhraseSample sample = new PhraseSample();
        List<Integer> documents = sampled(snapshot);
        for (int document : documents) {
            if (stopped.getAsBoolean()) {
                return PhraseTable.EMPTY;
            }
            KeptText text = snapshot.kept().text(Layer.TEXT, document);
            sample.count(
                    text.substring(0, Math.min(text.length(), OF_A_TEXT)),
                    WordForms.code(snapshot.kept().record(document).language()));
        }
        return PhraseTable.of(sample.frequent());
    }

    private static List<Integer> sampled(IndexSnapshot snapshot) throws IOException {
        FixedBitSet all = new FixedBitSet(snapshot.getIndexReader().maxDoc());
        for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    all.set(leaf.docBase + i);
                }
            }
        }
        @Nullable StoryIndex stories = snapshot.stories();
        FixedBitSet shown = stories == null ? all : stories.shown(all);
        int count = shown.cardinality();
        List<Integer> sampled = new ArrayList<>();
        long number = 0;
        for (int document = StoryIndex.first(shown);
                StoryIndex.more(document);
                document = StoryIndex.next(shown, document)) {
            if (number * TEXTS / count != (number - 1) * TEXTS / count || number == 0 || count <= TEXTS) {
                sampled.add(document);
            }
            number++;
        }
        return sampled;
    }

    /// Each phrase of a text once.
    private void count(String text, String language) {
        List<Words.Word> words = Words.of(text);
        boolean[] grammar = new boolean[words.size()];
        for (int i = 0; i < grammar.length; i++) {
            grammar[i] = grammar(words.get(i).folded(), language);
        }
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < words.size(); from++) {
            if (grammar[from]) {
                continue;
            }
            StringBuilder key = new StringBuilder(words.get(from).folded());
            for (int to = from + 1; to < words.size() && to < from + LONGEST_PHRASE; to++) {
                if (!together(text, words.get(to - 1), words.get(to))) {
                    break;
                }
                key.append(' ').append(words.get(to).folded());
                if (!grammar[to] && seen.add(key.toString())) {
                    add(
                            key.toString(),
                            text,
                            words.get(from).start(),
                            words.get(to).end());
                }
            }
        }
        while (counts.size() > MOST_COUNTED) {
            forgotten++;
            counts.values().removeIf(count -> count.documents <= forgotten);
        }
    }

    private void add(String key, String text, int start, int end) {
        counts.computeIfAbsent(key, _ -> new Count(text.substring(start, end).replaceAll("\\s+", " "))).documents++;
    }

    /// Words of one phrase have nothing between them but blanks, or an apostrophe or hyphen inside a word.
    private static boolean together(String text, Words.Word one, Words.Word next) {
        if (text.regionMatches(one.end(), "\n\n", 0, 2)) {
            return false;
        }
        String between = text.substring(one.end(), next.start());
        return between.length() == 1 && "'\u2019-".contains(between) || between.isBlank();
    }

    private static boolean grammar(String word, String language) {
        return word.codePoints().noneMatch(Character::isLetter)
                || (!WordCharacters.standsAlone(word.codePointAt(0))
                        && (word.codePointCount(0, word.length()) == 1
                                || WordForms.common(WordForms.languageOf(word, language), word)
                                || Terms.function(word)));
    }

    private List<Phrase> frequent() {
        counts.values().removeIf(count -> count.documents < FEWEST_DOCUMENTS);
        Set<String> parts = new HashSet<>();
        counts.forEach((key, count) -> {
            int first = key.indexOf(' ');
            int last = key.lastIndexOf(' ');
            if (first != last) {
                part(key.substring(first + 1), count, parts);
                part(key.substring(0, last), count, parts);
            }
        });
        List<Phrase> frequent = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (!parts.contains(key)) {
                frequent.add(new Phrase(key, count.text, count.documents));
            }
        });
        return frequent;
    }

    private void part(String key, Count whole, Set<String> parts) {
        Count part = counts.get(key);
        if (part != null && whole.documents >= part.documents * NEARLY_ALWAYS) {
            parts.add(key);
        }
    }
}
