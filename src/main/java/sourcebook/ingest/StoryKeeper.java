package sourcebook.ingest;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Stories;

/// Finds the stories of documents that were saved before there were stories, behind everything else. Those that come
/// now get theirs as they are saved. Which are left is asked of the catalogue each time, so that it can be stopped at
/// any moment.
final class StoryKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoryKeeper.class);

    /// Documents asked for at once.
    private static final int GROUP = 64;

    private final Stories stories;
    private final Runnable changed;
    private final Thread thread;
    private volatile boolean closed;

    /// @param changed called when the index has something to follow
    StoryKeeper(Stories stories, Runnable changed) {
        this.stories = stories;
        this.changed = changed;
        this.thread = Thread.ofPlatform().name("stories").daemon().start(this::run);
    }

    private void run() {
        try {
            for (List<DocumentId> pending = stories.pending("", GROUP);
                    !pending.isEmpty() && !closed;
                    pending = stories.pending(pending.getLast().value(), GROUP)) {
                for (DocumentId document : pending) {
                    if (closed) {
                        return;
                    }
                    stories.compare(document);
                }
                changed.run();
            }
        } catch (RuntimeException broken) {
            LOG.error("Stories of older documents are looked for again at the next start.", broken);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
