package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;

/// Follows the archive's folder: a notice of the file system, once things have been quiet for a moment, or the passing
/// of time leads to a rescan. Notices only save waiting; what is true is what a rescan sees.
public final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /// A file still being copied keeps giving notices; it is read when they stop.
    private static final Duration QUIET = Duration.ofMillis(700);

    private final Ingest ingest;
    private final Thread thread;
    private volatile boolean closed;

    public Watcher(Ingest ingest) {
        this.ingest = ingest;
        this.thread = Thread.ofPlatform().name("watcher").daemon().start(this::run);
    }

    private void run() {
        try (WatchService notices = ingest.folder().getFileSystem().newWatchService()) {
            watch(notices, ingest.folder());
            rescan();
            while (!closed) {
                WatchKey key = notices.poll(ingest.settings().rescan().toMillis(), TimeUnit.MILLISECONDS);
                while (key != null) {
                    take(notices, key);
                    key = notices.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                }
                rescan();
            }
        } catch (InterruptedException stop) {
            LOG.debug("The watcher ends.");
        } catch (IOException noNotices) {
            LOG.warn("The folder cannot be followed ({}); use “Rescan”.", noNotices.getMessage());
        }
    }

    private void rescan() throws InterruptedException {
        try {
            ingest.rescan();
        } catch (IOException unreadable) {
            LOG.warn("The archive's folder cannot be read: {}", unreadable.getMessage());
        } catch (RuntimeException broken) {
            if (!closed) {
                LOG.error("A rescan failed", broken);
            }
        }
    }

    private static void take(WatchService notices, WatchKey key) throws IOException {
        for (var event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && event.context() instanceof Path name) {
                Path created = ((Path) key.watchable()).resolve(name);
                if (Files.isDirectory(created)) {
                    watch(notices, created);
                }
            }
        }
        key.reset();
    }

    private static void watch(WatchService notices, Path start) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (folder.getFileName() != null
                        && folder.getFileName().toString().equals(ArchiveFolder.STATE)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folder.register(
                        notices,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_DELETE,
                        StandardWatchEventKinds.ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
