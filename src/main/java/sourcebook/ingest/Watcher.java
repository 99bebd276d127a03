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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;

/// Follows the archive's folder: a notice of the file system, once things have been quiet for a moment, or the passing
/// of time leads to a rescan. Notices only save waiting; what is true is what a rescan sees.
public final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /// A file still being copied keeps giving notices; it is read when they stop.
    private static final Duration QUIET = Duration.ofMillis(700);

    /// Something that is written to all the time must not keep everything else waiting.
    private static final Duration RESTLESS = Duration.ofSeconds(30);

    private final Ingest ingest;
    private final Thread thread;
    private volatile boolean closed;

    public Watcher(Ingest ingest) {
        this.ingest = ingest;
        this.thread = Thread.ofPlatform().name("watcher").daemon().start(this::run);
    }

    private void run() {
        try (WatchService notices = notices()) {
            rescan();
            while (!closed) {
                await(notices);
                rescan();
            }
        } catch (InterruptedException stop) {
            LOG.debug("The watcher ends.");
        } catch (IOException unclosable) {
            LOG.debug("The notices could not be closed", unclosable);
        }
    }

    /// The file system's notices, or null where it has none to give: then time alone leads to a rescan.
    private @Nullable WatchService notices() {
        try {
            WatchService notices = ingest.folder().getFileSystem().newWatchService();
            watch(notices, ingest.folder());
            return notices;
        } catch (IOException none) {
            LOG.warn(
                    "The file system gives no notices ({}); the folder is looked at from time to time.",
                    none.getMessage());
            return null;
        }
    }

    /// Returns when things have been quiet after a notice, or it is time for a look anyway.
    private void await(@Nullable WatchService notices) throws InterruptedException {
        long period = ingest.settings().rescan().toMillis();
        if (notices == null) {
            TimeUnit.MILLISECONDS.sleep(period);
            return;
        }
        WatchKey key = notices.poll(period, TimeUnit.MILLISECONDS);
        long latest = System.nanoTime() + RESTLESS.toNanos();
        while (key != null && System.nanoTime() < latest) {
            take(notices, key);
            key = notices.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (key != null) {
            take(notices, key);
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

    private static void take(WatchService notices, WatchKey key) {
        for (var event : key.pollEvents()) {
            if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE) && event.context() instanceof Path name) {
                Path created = ((Path) key.watchable()).resolve(name);
                if (Files.isDirectory(created)) {
                    watch(notices, created);
                }
            }
        }
        key.reset();
    }

    /// A folder may be gone again before it is registered: that costs its notices, nothing else.
    private static void watch(WatchService notices, Path start) {
        try {
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (folder.endsWith(ArchiveFolder.STATE)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    register(notices, folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException gone) {
            LOG.debug("{} went away", start, gone);
        }
    }

    private static void register(WatchService notices, Path folder) {
        try {
            folder.register(
                    notices,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
        } catch (IOException refused) {
            LOG.debug("No notices from {}", folder, refused);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        ingest.stop(); // else a long run would keep the end waiting
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
