package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.search.WordCharacters;
import sourcebook.search.lucene.PlaceReader.Part;
import sourcebook.search.lucene.PlaceReader.Place;
import sourcebook.search.lucene.language.Segment;
import sourcebook.search.lucene.language.UnspacedWords;
import sourcebook.search.lucene.language.WordForms;

/// The most telling words of a text: those that are many in it and few in the archive. All forms of a
/// word are one, in any language; words of grammar tell nothing; in scripts without blanks a word is
/// what their dictionaries make of the characters, and is asked for as a phrase of them.
///
/// Lucene's own search for the like reads a field by one analyzer. Here the terms of a word differ by
/// the language of its place, so its rule is applied to what [PlaceReader] reads.
final class LikeWords {
    /// Words asked for; more cost time and change little (the number that Lucene takes).
    private static final int MOST = 25;

    /// Words of which it is looked at how rare they are exactly.
    private static final int CANDIDATES = 4 * MOST;

    /// What stands in fewer documents gathers none (Lucene's number); in a small archive two are enough.
    private static final int FEWEST_DOCUMENTS = 5;

    private static final int MANY_DOCUMENTS = 1_000;

    private final Map<String, Count> counts = new HashMap<>();
    private final String text;
    private final boolean japanese;

    private LikeWords(String text, boolean japanese) {
        this.text = text;
        this.japanese = japanese;
    }

    private static final class Count {
        private final String shown;
        private final Query places;
        private int number;

        Count(String shown, Query places) {
            this.shown = shown;
            this.places = places;
        }
    }

    /// A word.
    ///
    /// @param places where it stands in the archive
    /// @param shown as it stands in the text first, in its case
    /// @param many how much is made of its number in the text: 1 for once
    /// @param telling `many`, the more the rarer it is in the archive
    record Word(Query places, String shown, float many, double telling) {}

    /// The most telling first.
    ///
    /// @param language of the text, null if it is not known
    static List<Word> of(String text, @Nullable String language, IndexSearcher archive) throws IOException {
        TextLanguages languages = TextLanguages.of(language);
        LikeWords words = new LikeWords(text, PlaceReader.JAPANESE.equals(languages.at(0)));
        PlaceReader places = new PlaceReader(text, languages);
        int runStart = 0;
        int runEnd = -1;
        for (Place place = places.next(); place != null; place = places.next()) {
            boolean alone = WordCharacters.standsAlone(text.codePointAt(place.start()));
            if (alone && place.start() == runEnd) {
                runEnd = place.end();
                continue;
            }
            words.addRun(runStart, runEnd);
            runStart = place.start();
            runEnd = alone ? place.end() : -1;
            if (!alone) {
                words.add(place, languages.at(place.start()));
            }
        }
        words.addRun(runStart, runEnd);
        return words.telling(archive);
    }

    private void addRun(int start, int end) {
        if (end < 0) {
            return;
        }
        String run = text.substring(start, end);
        for (Segment word : UnspacedWords.of(run, japanese)) {
            List<String> characters = Terms.of(run.substring(word.start(), word.end()));
            if (word.meaning() && characters.size() > 1) {
                PhraseQuery phrase = new PhraseQuery(IndexSchema.TEXT, characters.toArray(String[]::new));
                add(String.join(" ", characters), run.substring(word.start(), word.end()), phrase);
            }
        }
    }

    private void add(Place place, String language) {
        for (Part part : place.parts()) {
            String shown = text.substring(part.start(), part.end());
            if (shown.codePointCount(0, shown.length()) > 1) {
                add(Terms.STEM + part.stem(), shown);
            }
        }
        String term = place.term();
        boolean telling = place.parts().isEmpty()
                && term.codePointCount(0, term.length()) > 1
                && !Terms.function(term)
                && !WordForms.common(WordForms.languageOf(term, language), term);
        if (telling) {
            add(
                    place.stems().isEmpty() ? term : Terms.STEM + place.stems().getFirst(),
                    text.substring(place.start(), place.end()));
        }
    }

    private void add(String term, String shown) {
        add(term, shown, new TermQuery(new Term(IndexSchema.TEXT, term)));
    }

    private void add(String key, String shown, Query places) {
        counts.computeIfAbsent(key, _ -> new Count(shown, places)).number++;
    }

    private List<Word> telling(IndexSearcher archive) throws IOException {
        List<Word> words = new ArrayList<>();
        for (Count one : counts.values()) {
            words.add(word(one.places, one, most(one.places, archive.getIndexReader()), archive));
        }
        Comparator<Word> order =
                Comparator.comparingDouble(Word::telling).reversed().thenComparing(Word::shown);
        words.sort(order);
        int all = archive.getIndexReader().numDocs();
        int fewest = Math.clamp(all / MANY_DOCUMENTS, 2, FEWEST_DOCUMENTS);
        List<Word> exact = new ArrayList<>();
        for (Word word : words.subList(0, Math.min(CANDIDATES, words.size()))) {
            int documents = archive.count(word.places);
            if (documents >= fewest) {
                exact.add(new Word(word.places, word.shown, word.many, word.many * rare(documents, archive)));
            }
        }
        exact.sort(order);
        return List.copyOf(exact.subList(0, Math.min(MOST, exact.size())));
    }

    private static Word word(Query places, Count count, int documents, IndexSearcher archive) {
        float many = (float) (1 + Math.log(count.number));
        // what no other document has comes last
        return new Word(places, count.shown, many, documents > 1 ? many * rare(documents, archive) : 0);
    }

    private static double rare(int documents, IndexSearcher archive) {
        return Math.log(1 + (double) archive.getIndexReader().numDocs() / documents);
    }

    /// In how many documents it stands at most.
    private static int most(Query places, IndexReader reader) throws IOException {
        if (places instanceof TermQuery one) {
            return reader.docFreq(one.getTerm());
        }
        int most = Integer.MAX_VALUE;
        if (places instanceof PhraseQuery phrase) {
            for (Term character : phrase.getTerms()) {
                most = Math.min(most, reader.docFreq(character));
            }
        }
        return most;
    }

    /// As a person reads them.
    static List<String> shown(Collection<Word> words) {
        return words.stream().map(Word::shown).distinct().toList();
    }
}
