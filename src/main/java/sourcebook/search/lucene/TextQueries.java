package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
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
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;

/// Lucene queries for words, phrases and wildcards in one field of one reader, words broken at line ends included.
final class TextQueries {
    private final IndexReader reader;

    TextQueries(IndexReader reader) {
        this.reader = reader;
    }

    Query leaf(String field, Leaf leaf) throws IOException {
        return switch (leaf) {
            case Word(String text) -> {
                List<String> tokens = Terms.of(text);
                yield tokens.size() == 1 ? allForms(field, tokens.getFirst()) : phrase(field, tokens);
            }
            case Phrase(String text) -> phrase(field, Terms.of(text));
            case Wildcard(String pattern) -> new WildcardPattern(pattern).query(field, reader);
        };
    }

    /// Every word with the same stem: those that have a stem term, and the few that have none.
    private Query allForms(String field, String token) throws IOException {
        return oneOf(field, forms(token));
    }

    private static List<String> forms(String token) {
        String stem = Terms.stem(token);
        List<String> forms = new ArrayList<>(Terms.unstemmed(stem));
        forms.add(Terms.STEM + stem);
        forms.add(Terms.JOINED_STEM + stem);
        return forms;
    }

    /// The places of a bare word in all its forms, for what stands near it; none for a function word, which stands near
    /// everything, and for what is several words.
    List<SpanQuery> places(String field, String word) throws IOException {
        List<String> tokens = Terms.of(word);
        if (tokens.size() != 1 || Terms.function(tokens.getFirst())) {
            return List.of();
        }
        List<SpanQuery> places = new ArrayList<>();
        for (String form : forms(tokens.getFirst())) {
            if (exists(field, form)) {
                places.add(new SpanTermQuery(new Term(field, form)));
            }
        }
        return places;
    }

    static SpanQuery either(List<SpanQuery> places) {
        return places.size() == 1 ? places.getFirst() : new SpanOrQuery(places.toArray(SpanQuery[]::new));
    }

    private Query phrase(String field, List<String> tokens) throws IOException {
        if (tokens.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (tokens.size() == 1) {
            return oneOf(field, List.of(tokens.getFirst(), Terms.JOINED + tokens.getFirst()));
        }
        Query whole = new PhraseQuery(field, tokens.toArray(String[]::new));
        List<Boolean> broken = new ArrayList<>();
        for (String token : tokens) {
            broken.add(exists(field, Terms.JOINED + token));
        }
        if (!broken.contains(true)) {
            return whole;
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(whole, Occur.SHOULD);
        for (int first = 0; first < tokens.size(); first++) {
            if (broken.get(first)) {
                any.add(brokenFirstAt(first, field, tokens, broken), Occur.SHOULD);
            }
        }
        return any.build();
    }

    /// The phrase whose first broken word is the one at `first`. A word in a text is either whole or broken, so these
    /// never find the same place twice.
    private static Query brokenFirstAt(int first, String field, List<String> tokens, List<Boolean> broken) {
        SpanNearQuery.Builder near = SpanNearQuery.newOrderedNearQuery(field);
        for (int i = 0; i < tokens.size(); i++) {
            SpanQuery whole = new SpanTermQuery(new Term(field, tokens.get(i)));
            if (i < first || !broken.get(i)) {
                near.addClause(whole);
            } else if (i == first) {
                near.addClause(halves(field, tokens.get(i)));
            } else {
                near.addClause(new SpanOrQuery(whole, halves(field, tokens.get(i))));
            }
        }
        return near.build();
    }

    private static SpanQuery halves(String field, String token) {
        return SpanNearQuery.newOrderedNearQuery(field)
                .addClause(new SpanTermQuery(new Term(field, Terms.JOINED + token)))
                .addClause(new SpanTermQuery(new Term(field, Terms.SECOND_HALF + token)))
                .build();
    }

    private Query oneOf(String field, List<String> terms) throws IOException {
        SynonymQuery.Builder some = new SynonymQuery.Builder(field);
        boolean none = true;
        for (String term : terms) {
            if (exists(field, term)) {
                some.addTerm(new Term(field, term));
                none = false;
            }
        }
        return none ? new MatchNoDocsQuery("no such word") : some.build();
    }

    private boolean exists(String field, String term) throws IOException {
        return reader.docFreq(new Term(field, term)) > 0;
    }
}
