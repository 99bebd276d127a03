package sourcebook.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;

/// The port to an index that can be asked. Derived from the catalogue: it may be deleted and filled again at any time.
///
/// Order of use for filling: [#committedSequence()], then [#put] or [#remove] for every newer change in order, then
/// [#commit] with the last sequence given; only then are they durable and found. One thread fills, any number ask.
///
/// Each method throws [IndexDamagedException] when a file of the index cannot be read or written as it should be. An
/// engine whose filling has failed so must be closed and opened again; it then holds what it last committed, or
/// nothing.
public interface SearchEngine extends AutoCloseable {
    /// A patience that never ends.
    Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

    /// Answers a request, in the request's patience. Never throws for what a person typed.
    ///
    /// @throws java.util.concurrent.CancellationException soon after `asker` has gone
    SearchResult search(SearchRequest request, Asker asker);

    /// The same for somebody who stays.
    default SearchResult search(SearchRequest request) {
        return search(request, Asker.PATIENT);
    }

    /// How a query is read in this archive, whose columns of sidecars are fields.
    default ParsedQuery parse(String query) {
        return QueryParser.parse(
                query,
                facets().stream()
                        .filter(facet -> facet.kind() == Facet.Kind.CUSTOM)
                        .map(Facet::key)
                        .collect(Collectors.toSet()));
    }

    /// The same question in words that say all of it: where any of the words may match, they are written as
    /// alternatives, so that an address can hold it.
    default SearchRequest spelledOut(SearchRequest request) {
        if (!request.anyWord()) {
            return request;
        }
        SearchRequest nothing = request.withPage(0, 0).withFacets(false).withCountHits(false);
        return request.withQuery(search(nothing).understoodAs()).withAnyWord(false);
    }

    /// All hits of a query in one document: the same that its result counts and its snippets mark. None when the
    /// document does not match the query or is not in the index.
    ///
    /// @param patience after which it is broken off, see [SearchRequest#patience]
    FoundHits hits(DocumentId document, String query, Duration patience);

    /// The same, however long it takes.
    default List<Hit> hits(DocumentId document, String query) {
        return hits(document, query, ENDLESS).hits();
    }

    /// Shows every matching document, or of every matching story the copy that stands for it, in the request's order
    /// and from one snapshot, whatever is filled in meanwhile. The request's stretch, snippets, facets and count of
    /// hits do not matter.
    ///
    /// Unlike [#search] it takes as long as it takes, and shows all of it; the visitor ends it, or its asker.
    ///
    /// @param visitor false: no more
    /// @throws java.util.concurrent.CancellationException soon after `asker` has gone; so does the [Match] in hand
    void visit(SearchRequest request, Predicate<Match> visitor, Asker asker);

    /// The same for somebody who stays.
    default void visit(SearchRequest request, Predicate<Match> visitor) {
        visit(request, visitor, Asker.PATIENT);
    }

    /// The documents that match, each copy of a story, in no particular order; nothing else of them is read. The
    /// request's stretch, order and counting do not matter.
    ///
    /// @param among only of these; null for all
    /// @throws java.util.concurrent.CancellationException soon after `asker` has gone
    List<DocumentId> matching(SearchRequest request, @Nullable Collection<DocumentId> among, Asker asker);

    /// How often words stand in the texts of a selection: of the documents that a request's filters choose, or of the
    /// copies that stand for their stories. Its query does not matter, nor does its stretch.
    ///
    /// @throws java.util.concurrent.CancellationException soon after `asker` has gone
    Frequencies frequencies(SearchRequest selection, Collection<String> words, Asker asker);

    /// The facets of this archive: [Facet#BUILT_IN] and the columns of sidecars that its settings name.
    List<Facet> facets();

    /// What somebody who has typed so much may mean, the best of each kind, in the order of [Suggestion.Kind].
    ///
    /// @param limit most of one kind
    List<Suggestion> suggest(String typed, int limit);

    /// The document whose id begins with these digits, if exactly one does.
    Optional<DocumentId> find(String idPrefix);

    /// Number of documents in the index.
    long size();

    /// The catalogue's sequence that the last commit holds; 0 when the index is new, or was made by another schema
    /// version and has been emptied.
    long committedSequence();

    /// Adds a document, or replaces the one with the same id.
    void put(IndexedDocument document);

    /// Removes a document, if it is there.
    void remove(DocumentId document);

    /// Makes everything since the last commit durable and found.
    void commit(long sequence);

    /// Empties the index; the committed sequence is 0 again.
    void clear();

    /// After a long filling: brings the index into the form in which it is searched fastest, if it has one, and returns
    /// when that is done or cannot be. Whatever is filled and committed is found without it.
    default void settle() {}

    /// After an [IndexDamagedException]: opens the index again, if this engine can. What was put since its last commit
    /// is then gone, and [#committedSequence] says from where to go on. Called by the thread that fills.
    ///
    /// @return whether that was done
    default boolean recover() {
        return false;
    }

    @Override
    void close();
}
