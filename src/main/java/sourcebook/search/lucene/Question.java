package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.ParsedQuery;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Phrase;
import sourcebook.search.QueryNote;
import sourcebook.search.QueryParser;
import sourcebook.search.SearchRequest;
import sourcebook.search.lucene.QueryTranslation.Translated;

/// What a request asks of one snapshot, before anything is chosen among what is found: the query as it
/// was read and translated, and what the documents are to be like.
final class Question {
    private final IndexSnapshot snapshot;
    private final Deadline deadline;
    private final ParsedQuery parsed;
    private final Translated translated;
    private final @Nullable Likeness like;
    private final List<String> facetNotes;

    /// @param deadline until when costly parts may take
    Question(IndexSnapshot snapshot, SearchRequest request, Deadline deadline) throws IOException {
        this.snapshot = snapshot;
        this.deadline = deadline;
        facetNotes = snapshot.columns().notes(request);
        parsed = request.anyWord() ? anyWord(request.query(), snapshot) : parsed(request.query(), snapshot);
        translated = QueryTranslation.translate(parsed.query(), snapshot.getIndexReader(), deadline);
        like = request.like() == null ? null : Likeness.to(request.like(), snapshot);
    }

    /// A query read with the columns of this archive.
    static ParsedQuery parsed(String query, IndexSnapshot snapshot) {
        return QueryParser.parse(query, Set.copyOf(snapshot.columns().names()));
    }

    private static ParsedQuery anyWord(String query, IndexSnapshot snapshot) {
        ParsedQuery typed = parsed(AnyWord.quiet(query), snapshot);
        return typed.as(AnyWord.loosened(typed.query()));
    }

    ParsedQuery parsed() {
        return parsed;
    }

    /// Which documents match.
    Query match() {
        return like == null ? translated.match() : narrowed(translated.match());
    }

    /// The same, ranked.
    Query scored() throws IOException {
        return like == null
                ? translated.scored()
                : new BooleanQuery.Builder()
                        .add(translated.scored(), Occur.MUST)
                        .add(like.documents(), Occur.MUST)
                        .build();
    }

    /// Other documents than those of the query, narrowed to what is like the one given, if one is.
    Query narrowed(Query query) {
        return like == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(like.documents(), Occur.FILTER)
                        .build();
    }

    /// Whether every document matches, none better than another.
    boolean everything() {
        return like == null && parsed.query() instanceof sourcebook.search.Query.AllDocuments;
    }

    /// Whether each document with a hit matches.
    boolean onlyHits() {
        return like == null && parsed.query() instanceof sourcebook.search.Query.Leaf;
    }

    /// How many documents match, if the query is one word and the index knows it without a look at them; -1 if not.
    long counted() throws IOException {
        if (!onlyHits() || snapshot.getIndexReader().hasDeletions()) {
            return -1;
        }
        return switch (translated.match()) {
            case TermQuery word -> translated.dictionary().term(word.getTerm()).documents();
            case MatchNoDocsQuery _ -> 0;
            default -> -1;
        };
    }

    /// Whether all hits are of one phrase.
    boolean alike() {
        return parsed.query() instanceof Phrase
                || (parsed.query() instanceof Fielded fielded && fielded.leaf() instanceof Phrase);
    }

    /// By what documents are like the one given, the most telling first.
    List<String> likeWords() {
        return like == null ? List.of() : like.words();
    }

    /// The sentences about the query with where in it they hold.
    List<QueryNote> remarks() {
        List<QueryNote> remarks = new ArrayList<>(parsed.remarks());
        translated.notes().forEach(sentence -> remarks.add(new QueryNote(sentence, 0, 0, false)));
        return remarks;
    }

    /// Sentences about the query.
    List<String> notes() {
        List<String> notes = new ArrayList<>(parsed.notes());
        notes.addAll(translated.notes());
        notes.addAll(facetNotes);
        notes.addAll(like == null ? List.of() : like.notes());
        return notes;
    }

    HitFinder textHits() throws IOException {
        return new HitFinder(snapshot, IndexSchema.TEXT, translated.textHits(), translated.dictionary(), deadline);
    }

    HitFinder furnitureHits() throws IOException {
        return new HitFinder(
                snapshot, IndexSchema.FURNITURE, translated.furnitureHits(), translated.dictionary(), deadline);
    }

    HitFinder titleMarks() throws IOException {
        return new HitFinder(snapshot, IndexSchema.TITLE, translated.titleMarks(), translated.dictionary(), deadline);
    }

    /// The hits of a document from their ranges.
    static List<Hit> hits(List<Range> text, List<Range> furniture, List<Integer> pageStarts) {
        List<Hit> hits = new ArrayList<>(text.size() + furniture.size());
        for (Range range : text) {
            hits.add(new Hit(range.start(), range.end(), DocumentText.pageAt(pageStarts, range.start()), Layer.TEXT));
        }
        for (Range range : furniture) {
            hits.add(new Hit(range.start(), range.end(), 1, Layer.FURNITURE));
        }
        return hits;
    }
}
