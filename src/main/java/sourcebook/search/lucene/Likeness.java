package sourcebook.search.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Layer;
import sourcebook.search.Like;

/// Which documents are like one, or like a passage of it: those that share enough of its most telling words, itself
/// and the other copies of its story left out.
///
/// @param words the words, the most telling first
/// @param notes why there are none, for a person
record Likeness(Query documents, List<String> words, List<String> notes) {
    /// Of the words so many in a hundred must be shared.
    private static final int SHARED_PERCENT = 30;

    static Likeness to(Like like, IndexSnapshot snapshot) throws IOException {
        TermQuery itself =
                new TermQuery(new Term(IndexSchema.ID, like.document().value()));
        ScoreDoc[] found = snapshot.search(itself, 1).scoreDocs;
        if (found.length == 0) {
            return none("The document that others should be like is not in the archive.");
        }
        List<LikeWords.Word> words = LikeWords.of(
                passage(snapshot.kept().text(Layer.TEXT, found[0].doc).toString(), like),
                snapshot.kept().record(found[0].doc).language(),
                snapshot);
        if (words.isEmpty()) {
            return none("There are no telling words that another document has, too.");
        }
        BooleanQuery.Builder shared = new BooleanQuery.Builder()
                .setMinimumNumberShouldMatch(Math.max(1, words.size() * SHARED_PERCENT / 100))
                .add(itself, Occur.MUST_NOT);
        @Nullable String story = story(found[0].doc, snapshot);
        if (story != null) {
            shared.add(new TermQuery(new Term(IndexSchema.STORY, story)), Occur.MUST_NOT);
        }
        for (LikeWords.Word word : words) {
            shared.add(new BoostQuery(word.places(), word.many()), Occur.SHOULD);
        }
        return new Likeness(shared.build(), LikeWords.shown(words), List.of());
    }

    private static Likeness none(String why) {
        return new Likeness(new MatchNoDocsQuery(why), List.of(), List.of(why));
    }

    private static String passage(String text, Like like) {
        return like.whole()
                ? text
                : text.substring(Math.min(like.start(), text.length()), Math.min(like.end(), text.length()));
    }

    private static @Nullable String story(int document, IndexSnapshot snapshot) throws IOException {
        List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues stories = leaf.reader().getSortedDocValues(IndexSchema.STORY);
        return stories != null && stories.advanceExact(document - leaf.docBase)
                ? stories.lookupOrd(stories.ordValue()).utf8ToString()
                : null;
    }
}
