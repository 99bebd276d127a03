package sourcebook.search;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.DocumentId;

/// An engine that is opened again after its index failed it: a full disk closes its writer for good, and a damaged
/// file makes it useless until it is emptied. Whoever fills it calls [#recover] from time to time.
///
/// Thread-safe as the port demands. Questions that meet the change are asked once more.
public final class RecoveringSearchEngine implements SearchEngine {
    private static final Logger LOG = LoggerFactory.getLogger(RecoveringSearchEngine.class);

    private final Supplier<SearchEngine> opener;
    private volatile SearchEngine engine;
    private volatile boolean failed;

    /// @param opener opens the same folder anew each time, emptying what is damaged
    public RecoveringSearchEngine(Supplier<SearchEngine> opener) {
        this.opener = opener;
        this.engine = opener.get();
    }

    @Override
    public boolean recover() {
        if (!failed) {
            return false;
        }
        try {
            engine.close();
        } catch (RuntimeException beyondClosing) {
            LOG.debug("The failed index could not be closed", beyondClosing);
        }
        engine = opener.get();
        failed = false;
        LOG.info("The index was opened again after it had failed.");
        return true;
    }

    @Override
    public SearchResult search(SearchRequest request, Asker asker) {
        return ask(open -> open.search(request, asker));
    }

    @Override
    public FoundHits hits(DocumentId document, String query, Duration patience) {
        return ask(open -> open.hits(document, query, patience));
    }

    @Override
    public List<DocumentId> matching(SearchRequest request, @Nullable Collection<DocumentId> among, Asker asker) {
        return ask(open -> open.matching(request, among, asker));
    }

    @Override
    public Frequencies frequencies(SearchRequest selection, Collection<String> words, Asker asker) {
        return ask(open -> open.frequencies(selection, words, asker));
    }

    /// Not asked again once something has been shown.
    @Override
    public void visit(SearchRequest request, Predicate<Match> visitor, Asker asker) {
        AtomicBoolean begun = new AtomicBoolean();
        ask(open -> {
            if (begun.get()) {
                throw new IllegalStateException("The index was opened again while results were read.");
            }
            open.visit(
                    request,
                    match -> {
                        begun.set(true);
                        return visitor.test(match);
                    },
                    asker);
            return true;
        });
    }

    @Override
    public List<Facet> facets() {
        return ask(SearchEngine::facets);
    }

    @Override
    public List<Suggestion> suggest(String typed, int limit) {
        return ask(open -> open.suggest(typed, limit));
    }

    @Override
    public Optional<DocumentId> find(String idPrefix) {
        return ask(open -> open.find(idPrefix));
    }

    @Override
    public long size() {
        return ask(SearchEngine::size);
    }

    @Override
    public long committedSequence() {
        return ask(SearchEngine::committedSequence);
    }

    @Override
    public void put(IndexedDocument document) {
        fill(open -> open.put(document));
    }

    @Override
    public void remove(DocumentId document) {
        fill(open -> open.remove(document));
    }

    @Override
    public void commit(long sequence) {
        fill(open -> open.commit(sequence));
    }

    @Override
    public void settle() {
        fill(SearchEngine::settle);
    }

    @Override
    public void clear() {
        fill(SearchEngine::clear);
    }

    @Override
    public void close() {
        engine.close();
    }

    private <T> T ask(Function<SearchEngine, T> question) {
        SearchEngine asked = engine;
        try {
            return question.apply(asked);
        } catch (IndexDamagedException damaged) {
            failed = true;
            throw damaged;
        } catch (CancellationException gone) {
            throw gone;
        } catch (RuntimeException other) {
            if (engine != asked) {
                return question.apply(engine);
            }
            throw other;
        }
    }

    private void fill(Consumer<SearchEngine> step) {
        try {
            step.accept(engine);
        } catch (IndexDamagedException damaged) {
            failed = true;
            throw damaged;
        }
    }
}
