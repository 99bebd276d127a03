package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Pattern;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Sequence;
import sourcebook.search.Query.Word;
import sourcebook.search.lucene.Terms.Asked;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.WordForms;

/// Lucene queries for words, phrases and wildcards in one field of one reader, words broken at line ends included.
final class TextQueries {
    private final Dictionary dictionary;
    private final HeldLanguages held;
    private final Deadline deadline;

    TextQueries(Dictionary dictionary, Deadline deadline) {
        this.dictionary = dictionary;
        this.deadline = deadline;
        held = new HeldLanguages(dictionary.reader());
    }

    Query leaf(String field, Leaf leaf) throws IOException {
        return switch (leaf) {
            case Word(String text) -> {
                List<Asked> words = Terms.asked(text);
                yield BareWord.unspaced(words) ? everyWord(field, words) : side(field, words);
            }
            case Phrase(String text) -> phrase(field, Terms.asked(text));
            case Pattern pattern -> shape(field, () -> Shapes.of(pattern));
            case Sequence sequence -> shape(field, () -> Shapes.of(sequence));
        };
    }

    private Query shape(String field, Supplier<Shape> shape) {
        try {
            return new ShapeQuery(field, shape.get(), deadline);
        } catch (TooComplexToDeterminizeException | IllegalArgumentException _) { // too long, or too many stars
            return new MatchNoDocsQuery("too long, or too many wildcards");
        }
    }

    /// A bare word of one word in all its forms; of several these very words side by side.
    private Query side(String field, List<Asked> words) throws IOException {
        if (words.size() != 1) {
            return phrase(field, words);
        }
        Asked word = words.getFirst();
        return KoreanWords.korean(word.typed()) ? korean(field, word) : oneOf(field, forms(field, word));
    }

    /// Each of the words that a run of characters is made of, wherever it stands.
    private Query everyWord(String field, List<Asked> words) throws IOException {
        boolean japanese = held.in(field).contains(PlaceReader.JAPANESE);
        List<Query> all = new ArrayList<>();
        for (BareWord.Part part : BareWord.parts(words, japanese)) {
            Query characters = part.unspaced() ? phrase(field, part.words()) : side(field, part.words());
            all.add(japanese && part.unspaced() ? dictionaryForm(field, part, characters) : characters);
        }
        return joined(all, Occur.MUST);
    }

    /// A Japanese word as it was typed, in its dictionary form, and inflected.
    private Query dictionaryForm(String field, BareWord.Part part, Query typed) throws IOException {
        String written = part.words().stream().map(Asked::typed).collect(Collectors.joining());
        String base = part.base() == null ? written : part.base();
        String form = Terms.STEM + Terms.stem(PlaceReader.JAPANESE, Folding.folded(base));
        List<Query> forms = new ArrayList<>(List.of(typed));
        if (part.base() != null) {
            forms.add(phrase(field, Terms.asked(base)));
        }
        if (exists(field, form)) {
            forms.add(new TermQuery(new Term(field, form)));
        }
        return joined(forms, Occur.SHOULD);
    }

    /// A Korean word with any particle or ending: the word itself, or all it is made of.
    private Query korean(String field, Asked word) throws IOException {
        List<Query> parts = new ArrayList<>();
        for (KoreanWords.Part part : KoreanWords.asked(Folding.spelled(word.typed()))) {
            parts.add(oneOf(field, List.of(korean(part.form()))));
        }
        Query itself = oneOf(field, List.of(korean(word.term())));
        Query all = joined(parts, Occur.MUST);
        return itself.equals(all) ? all : joined(List.of(itself, all), Occur.SHOULD);
    }

    private static String korean(String form) {
        return Terms.STEM + Terms.stem(PlaceReader.KOREAN, form);
    }

    private static Query joined(List<Query> queries, Occur occur) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        queries.forEach(query -> joined.add(query, occur));
        return joined.build();
    }

    /// The terms of a word in all its forms: its stem in each language that the field holds and that is written in its
    /// script, and the word itself where that stands without a stem.
    private List<String> forms(String field, Asked word) throws IOException {
        Set<String> forms = new LinkedHashSet<>();
        String folded = word.term();
        boolean itself = !WordForms.possible(folded);
        if (!itself) {
            for (String language : held.in(field)) {
                if (WordForms.admits(language, folded)) {
                    itself |= WordForms.common(language, folded);
                    for (String stem : WordForms.stems(language, word.typed(), folded)) {
                        both(forms, Terms.stem(language, stem));
                    }
                }
            }
            both(forms, Terms.stem(WordForms.NO_LANGUAGE, folded));
        }
        if (held.in(field).contains(PlaceReader.KOREAN)) {
            forms.add(korean(folded)); // Latin letters and figures inside Korean words
        }
        if (itself) {
            forms.add(folded);
            forms.add(Terms.JOINED + folded);
        }
        return List.copyOf(forms);
    }

    private static void both(Set<String> forms, String stem) {
        forms.add(Terms.STEM + stem);
        forms.add(Terms.JOINED_STEM + stem);
    }

    /// The places of a bare word in all its forms, for what stands near it; none for a function word, which stands near
    /// everything, and for what is several words.
    List<SpanQuery> places(String field, String word) throws IOException {
        List<Asked> words = Terms.asked(word);
        if (words.size() != 1
                || words.getFirst().alone()
                || KoreanWords.korean(word)
                || Terms.function(words.getFirst().term())) {
            return List.of();
        }
        List<SpanQuery> places = new ArrayList<>();
        for (String form : forms(field, words.getFirst())) {
            if (exists(field, form)) {
                places.add(new SpanTermQuery(new Term(field, form)));
            }
        }
        return places;
    }

    static SpanQuery either(List<SpanQuery> places) {
        return places.size() == 1 ? places.getFirst() : new SpanOrQuery(places.toArray(SpanQuery[]::new));
    }

    private Query phrase(String field, List<Asked> words) throws IOException {
        if (words.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (words.size() == 1) {
            String word = words.getFirst().term();
            return oneOf(field, List.of(word, Terms.JOINED + word));
        }
        if (!everywhere(field, words)) {
            return new MatchNoDocsQuery("no such word");
        }
        PhraseQuery.Builder whole = new PhraseQuery.Builder();
        int begin = words.getFirst().position(); // part of a longer run, perhaps
        for (int i = 0; i < words.size(); i++) {
            int position = words.get(i).position() - begin;
            if (i > 0 && marked(words, i)) {
                whole.add(new Term(field, Terms.MARK), position - 1);
            }
            whole.add(new Term(field, words.get(i).term()), position);
        }
        List<Boolean> broken = new ArrayList<>();
        for (Asked word : words) {
            broken.add(broken(field, word));
        }
        if (!broken.contains(true)) {
            return new ExactPhrase(whole.build(), dictionary);
        }
        BooleanQuery.Builder any =
                new BooleanQuery.Builder().add(new ExactPhrase(whole.build(), dictionary), Occur.SHOULD);
        for (int first = 0; first < words.size(); first++) {
            if (broken.get(first)) {
                any.add(brokenFirstAt(first, field, words, broken), Occur.SHOULD);
            }
        }
        return any.build();
    }

    /// Whether each word stands somewhere in a field, whole or broken. What is rare in the texts is asked of another
    /// field first: it is the likeliest not to be there.
    private boolean everywhere(String field, List<Asked> words) throws IOException {
        List<KnownTerm> rarest = new ArrayList<>(words.size());
        for (Asked word : words) {
            rarest.add(dictionary.term(new Term(IndexSchema.TEXT, word.term())));
        }
        rarest.sort(Comparator.comparingInt(KnownTerm::documents));
        for (KnownTerm word : rarest) {
            String term = word.term().text();
            if (!exists(field, term) && !exists(field, Terms.JOINED + term)) {
                return false;
            }
        }
        return true;
    }

    private boolean broken(String field, Asked word) throws IOException {
        return !word.alone() && exists(field, Terms.JOINED + word.term());
    }

    /// The phrase whose first broken word is the one at `first`. A word in a text is either whole or broken, so these
    /// never find the same place twice.
    private static Query brokenFirstAt(int first, String field, List<Asked> words, List<Boolean> broken) {
        SpanNearQuery.Builder near = SpanNearQuery.newOrderedNearQuery(field);
        for (int i = 0; i < words.size(); i++) {
            Asked word = words.get(i);
            if (i > 0 && marked(words, i)) {
                near.addClause(new SpanTermQuery(new Term(field, Terms.MARK)));
            }
            SpanQuery whole = new SpanTermQuery(new Term(field, word.term()));
            if (i < first || !broken.get(i)) {
                near.addClause(whole);
            } else if (i == first) {
                near.addClause(halves(field, word.term()));
            } else {
                near.addClause(new SpanOrQuery(whole, halves(field, word.term())));
            }
        }
        return near.build();
    }

    /// Whether a mark stands before a word that keeps it from the word before.
    private static boolean marked(List<Asked> words, int word) {
        return words.get(word).position() > words.get(word - 1).position() + 1;
    }

    private static SpanQuery halves(String field, String token) {
        return SpanNearQuery.newOrderedNearQuery(field)
                .addClause(new SpanTermQuery(new Term(field, Terms.JOINED + token)))
                .addClause(new SpanTermQuery(new Term(field, Terms.SECOND_HALF + token)))
                .build();
    }

    private Query oneOf(String field, List<String> terms) throws IOException {
        SynonymQuery.Builder some = new SynonymQuery.Builder(field);
        List<KnownTerm> there = new ArrayList<>(terms.size());
        for (String text : terms) {
            KnownTerm term = dictionary.term(new Term(field, text));
            if (term.exists()) {
                there.add(term);
                some.addTerm(term.term());
            }
        }
        return switch (there.size()) {
            case 0 -> new MatchNoDocsQuery("no such word");
            case 1 -> dictionary.query(there.getFirst());
            default -> some.build();
        };
    }

    private boolean exists(String field, String term) throws IOException {
        return dictionary.has(field, term);
    }
}
