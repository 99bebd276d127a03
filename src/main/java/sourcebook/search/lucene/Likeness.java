package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import sourcebook.search.Like;

/// Which documents are like one: those that share enough of its most telling words.
///
/// @param words the words, the most telling first
record Likeness(Query documents, List<String> words) {
    /// Words asked for; more cost time and change little (as Lucene's own search for the like has it).
    private static final int MOST_WORDS = 25;

    /// Of them so many in a hundred must be shared.
    private static final int SHARED_PERCENT = 30;

    private record Telling(String word, double weight) {}

    static Likeness to(Like like, IndexSnapshot snapshot) throws IOException {
        ScoreDoc[] found = snapshot.search(
                        new TermQuery(new Term(IndexSchema.ID, like.document().value())), 1)
                .scoreDocs;
        if (found.length == 0) {
            return new Likeness(new MatchNoDocsQuery("no such document"), List.of());
        }
        Document document = snapshot.storedFields().document(found[0].doc, Set.of(IndexSchema.STORED_TEXT));
        String text = document.get(IndexSchema.STORED_TEXT);
        String passage = like.whole()
                ? text
                : text.substring(Math.min(like.start(), text.length()), Math.min(like.end(), text.length()));
        List<Telling> telling = telling(passage, snapshot.getIndexReader());
        if (telling.isEmpty()) {
            return new Likeness(new MatchNoDocsQuery("no telling words"), List.of());
        }
        BooleanQuery.Builder shared = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(Math.max(1, telling.size() * SHARED_PERCENT / 100));
        for (Telling one : telling) {
            shared.add(
                    new BoostQuery(new TermQuery(new Term(IndexSchema.TEXT, one.word)), (float) one.weight),
                    Occur.SHOULD);
        }
        shared.add(new TermQuery(new Term(IndexSchema.ID, like.document().value())), Occur.MUST_NOT);
        return new Likeness(shared.build(), telling.stream().map(Telling::word).toList());
    }

    private static List<Telling> telling(String text, IndexReader reader) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (String word : Terms.of(text)) {
            if (!Terms.function(word)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<Telling> telling = new ArrayList<>();
        for (Map.Entry<String, Integer> word : counts.entrySet()) {
            int documents = reader.docFreq(new Term(IndexSchema.TEXT, word.getKey()));
            if (documents > 1) {
                double rare = Math.log((1.0 + reader.numDocs()) / documents) + 1;
                telling.add(new Telling(word.getKey(), word.getValue() * rare));
            }
        }
        telling.sort(Comparator.comparingDouble(Telling::weight).reversed().thenComparing(Telling::word));
        double most = telling.isEmpty() ? 1 : telling.getFirst().weight;
        return telling.stream()
                .limit(MOST_WORDS)
                .map(one -> new Telling(one.word, one.weight / most))
                .toList();
    }
}
