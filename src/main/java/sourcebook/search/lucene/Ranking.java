package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import sourcebook.search.Query.Word;

/// What raises the rank of a document beside its words: the same words in its title, and neighbours of the query that
/// stand near each other in the text or the title. None of it decides whether a document matches, nor what is a hit.
///
/// Neighbours are weighed as in the sequential dependence model (Metzler and Croft, SIGIR 2005): .85 for the words,
/// .10 for two in their order, .05 for two in any order within a window of eight.
final class Ranking {
    /// A word of the title counts half of what it counts in the text, where the headline stands again.
    private static final float TITLE = 0.5f;

    private static final float TOGETHER = .10f / .85f;
    private static final float NEAR = .05f / .85f;

    /// Words between two neighbours: one, since a function word between them is not asked for.
    private static final int TOGETHER_SLOP = 1;

    private static final int NEAR_SLOP = 8;

    /// Far more than a person writes in a question; a pasted page would cost seconds.
    private static final int MOST_PAIRS = 32;

    private final TextQueries texts;
    private final List<Query> boosts = new ArrayList<>();
    private int pairs;

    Ranking(TextQueries texts) {
        this.texts = texts;
    }

    void title(Query title) {
        boosts.add(new BoostQuery(title, TITLE));
    }

    /// Parts of one AND or OR, in the order typed. Function words and parts that are no bare word separate.
    void neighbours(List<sourcebook.search.Query> parts) throws IOException {
        for (int i = 0; i + 1 < parts.size() && pairs < MOST_PAIRS; i++) {
            if (parts.get(i) instanceof Word(String first) && parts.get(i + 1) instanceof Word(String second)) {
                boolean near = pair(IndexSchema.TEXT, first, second);
                near |= pair(IndexSchema.TITLE, first, second);
                pairs += near ? 1 : 0;
            }
        }
    }

    private boolean pair(String field, String one, String other) throws IOException {
        List<SpanQuery> first = texts.places(field, one);
        List<SpanQuery> second = texts.places(field, other);
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return false;
        }
        SpanQuery[] both = {TextQueries.either(first), TextQueries.either(second)};
        boosts.add(new BoostQuery(new SpanNearQuery(both, TOGETHER_SLOP, true), TOGETHER));
        boosts.add(new BoostQuery(new SpanNearQuery(both, NEAR_SLOP, false), NEAR));
        return true;
    }

    /// The same documents as `match`, ranked.
    Query over(Query match) {
        if (boosts.isEmpty()) {
            return match;
        }
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(match, Occur.MUST);
        boosts.forEach(boost -> ranked.add(boost, Occur.SHOULD));
        return ranked.build();
    }
}
