package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.SearchRequest;
import sourcebook.search.Suggestion;
import sourcebook.search.Suggestion.Kind;

/// What somebody who has typed so much may mean, from one snapshot and the phrases of an earlier one.
final class Suggestions {
    /// Titles looked at: to read more of them costs milliseconds, and nobody types for the hundredth.
    private static final int TITLES = 100;

    private static final int FEWEST_LETTERS = 2;

    private final IndexSnapshot snapshot;
    private final PhraseTable phrases;

    Suggestions(IndexSnapshot snapshot, PhraseTable phrases) {
        this.snapshot = snapshot;
        this.phrases = phrases;
    }

    /// @param limit most of a kind
    List<Suggestion> of(String typed, int limit) throws IOException {
        List<Suggestion> all = new ArrayList<>();
        List<String> words = Terms.of(typed);
        if (words.isEmpty() || limit <= 0) {
            return all;
        }
        if (words.size() > 1 || words.getFirst().length() >= FEWEST_LETTERS || alone(words.getFirst())) {
            all.addAll(titles(words, limit));
            NameTable names = snapshot.names();
            for (NameTable.Name name : first(names.sources(), words, limit)) {
                String query = "source:" + quoted(name.text());
                all.add(new Suggestion(Kind.SOURCE, name.text(), query, documents(query), null));
            }
            for (NameTable.Name name : first(names.countries(), words, limit)) {
                String query = "country:" + name.value();
                all.add(new Suggestion(Kind.COUNTRY, name.text(), query, documents(query), null));
            }
            for (String phrase : phrases.beginning(typed, limit)) {
                String query = quoted(phrase);
                all.add(new Suggestion(Kind.PHRASE, phrase, query, documents(query), null));
            }
        }
        @Nullable String corrected = new Spelling(snapshot.getIndexReader()).corrected(typed, true);
        long documents = corrected == null ? 0 : documents(corrected);
        if (corrected != null && documents > 0) {
            all.add(new Suggestion(Kind.SPELLING, corrected, corrected, documents, null));
        }
        return all;
    }

    /// A character that is a word says as much as several letters.
    private static boolean alone(String word) {
        return sourcebook.search.WordCharacters.standsAlone(word.codePointAt(0));
    }

    private static List<NameTable.Name> first(List<NameTable.Name> names, List<String> words, int limit) {
        return names.stream().filter(name -> name.begins(words)).limit(limit).toList();
    }

    /// How many documents a query finds; the same number as its result list will have.
    private long documents(String query) throws IOException {
        return snapshot.count(new Unscored(new Question(snapshot, SearchRequest.of(query), Deadline.NONE).match()));
    }

    private static String quoted(String text) {
        return '"' + text.replace('"', ' ') + '"';
    }

    /// A title that several documents have.
    private static final class Title {
        private final String text;
        private final DocumentId document;
        private final List<String> words;

        Title(String text, DocumentId document) {
            this.text = text;
            this.document = document;
            words = Terms.of(text);
        }
    }

    /// Titles that have all the words, the last perhaps not whole: first those that begin so, then those in which they
    /// stand together, then the shorter ones.
    private List<Suggestion> titles(List<String> words, int limit) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : words.subList(0, words.size() - 1)) {
            query.add(new TermQuery(new Term(IndexSchema.TITLE, word)), Occur.FILTER);
        }
        query.add(new PrefixQuery(new Term(IndexSchema.TITLE, words.getLast())), Occur.FILTER);
        Map<String, Title> titles = new HashMap<>();
        for (ScoreDoc found :
                snapshot.search(query.build(), new TopScoreDocCollectorManager(TITLES, null, TITLES)).scoreDocs) {
            String text = snapshot.kept().record(found.doc).title();
            if (!titles.containsKey(text)) {
                titles.put(text, new Title(text, snapshot.kept().id(found.doc)));
            }
        }
        List<Title> first = titles.values().stream()
                .sorted(Comparator.<Title>comparingInt(title -> place(title, words))
                        .thenComparingInt(title -> title.words.size())
                        .thenComparing(title -> title.text))
                .limit(limit)
                .toList();
        List<Suggestion> suggestions = new ArrayList<>();
        for (Title title : first) {
            String phrase = "title:" + quoted(title.text);
            suggestions.add(new Suggestion(Kind.TITLE, title.text, phrase, documents(phrase), title.document));
        }
        return suggestions;
    }

    private static int place(Title title, List<String> words) {
        NameTable.Name name = new NameTable.Name(title.text, title.text, title.words, 1);
        if (!name.begins(words)) {
            return 2;
        }
        int size = Math.min(words.size(), title.words.size());
        List<String> beginning = title.words.subList(0, size);
        return new NameTable.Name(title.text, title.text, beginning, 1).begins(words) ? 0 : 1;
    }
}
