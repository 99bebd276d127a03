package sourcebook;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.SearchRequest;

/// An archive that is being opened on a thread of its own while the context around it is made: both take about as long,
/// and neither needs the other until the first bean asks for the archive.
///
/// Whoever asks is given the archive and closes it; [#abandon] closes one that nobody asked for. Thread-safe.
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /// What the first page asks for, so that the tables of facets and stories stand ready when somebody does.
    private static final SearchRequest FIRST_PAGE =
            SearchRequest.of("").withPage(0, 20).withSnippets(3).withCountHits(true);

    private final FutureTask<OpenArchive> work;
    private boolean taken;

    private Opening(FutureTask<OpenArchive> work) {
        this.work = work;
    }

    static Opening begin(ArchiveFolder folder) {
        FutureTask<OpenArchive> work = new FutureTask<>(() -> OpenArchive.open(folder));
        Thread.ofPlatform().name("opening").daemon().start(() -> {
            work.run();
            askFirst(work);
        });
        return new Opening(work);
    }

    /// The archive is there for everybody meanwhile; whoever closes it ends this, too.
    private static void askFirst(FutureTask<OpenArchive> work) {
        if (work.state() != Future.State.SUCCESS) {
            return; // whoever asks for the archive is told
        }
        try {
            work.resultNow().engine().search(FIRST_PAGE);
        } catch (RuntimeException unanswered) {
            LOG.debug("The first page was not asked for ahead", unanswered);
        }
    }

    /// The open archive, as soon as it is open.
    ///
    /// @throws IOException and whatever else [OpenArchive#open] throws, as it was thrown
    synchronized OpenArchive archive() throws IOException {
        OpenArchive archive = await();
        taken = true;
        return archive;
    }

    /// Closes the archive if nobody has taken it.
    synchronized void abandon() {
        if (taken) {
            return;
        }
        taken = true;
        try {
            await().close();
        } catch (IOException | InterruptedException | RuntimeException unopened) {
            LOG.debug("The archive was not open, or could not be closed", unopened);
        }
    }

    private OpenArchive await() throws IOException {
        try {
            return work.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException unusable -> throw unusable;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the archive was being opened.", stop);
        }
    }
}
