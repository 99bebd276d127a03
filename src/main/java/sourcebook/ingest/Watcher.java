package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;

/// Follows the archive's folder: a notice of the file system, once things have been quiet for a moment, or the passing
/// of time leads to a rescan. Notices only save waiting; what is true is what a rescan sees.
public final class Watcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /// A file still being written keeps giving notices; it is read when they stop. What is small is written at
    /// once; should it be read too early all the same, its next notice has it read again.
    private static final Duration QUIET = Duration.ofMillis(100);

    /// What is large comes in pieces, which may be apart where a network brings them.
    private static final Duration QUIET_OF_LARGE = Duration.ofMillis(700);

    private static final long LARGE_BYTES = 1 << 20;

    /// Of more files than this the whole folder is looked at.
    private static final int MOST_FILES = 1_000;

    /// Something that is written to all the time must not keep everything else waiting.
    private static final Duration RESTLESS = Duration.ofSeconds(30);

    private final Ingest ingest;
    private final Thread thread;

    /// The watched folders by their present paths. For the watcher's thread.
    private final Map<Path, WatchKey> watched = new HashMap<>();

    /// When the whole folder was last looked at, by the system's nanosecond clock. For the watcher's thread.
    private long wholeLook = System.nanoTime();

    private volatile boolean closed;

    public Watcher(Ingest ingest) {
        this.ingest = ingest;
        this.thread = Thread.ofPlatform().name("watcher").daemon().start(this::run);
    }

    private void run() {
        try (WatchService notices = notices()) {
            look(null);
            while (!closed) {
                look(await(notices));
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
    ///
    /// @return the files that the notices name; null when the whole folder is to be looked at
    private @Nullable Set<Path> await(@Nullable WatchService notices) throws InterruptedException {
        long period = ingest.settings().rescan().toMillis();
        if (notices == null) {
            TimeUnit.MILLISECONDS.sleep(period);
            return null;
        }
        long end = wholeLook + TimeUnit.MILLISECONDS.toNanos(period);
        WatchKey key = notices.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (key == null) {
            return null;
        }
        long latest = System.nanoTime() + RESTLESS.toNanos();
        Set<Path> changed = new LinkedHashSet<>();
        boolean all = false;
        while (key != null) {
            all |= !take(notices, key, changed);
            key = System.nanoTime() < latest
                    ? notices.poll(quiet(changed).toMillis(), TimeUnit.MILLISECONDS)
                    : notices.poll();
        }
        boolean time = System.nanoTime() - end >= 0; // notices that never cease do not put the whole look off
        return all || time || changed.size() > MOST_FILES ? null : changed;
    }

    private static Duration quiet(Set<Path> changed) {
        boolean large = changed.size() > MOST_FILES
                || changed.stream().anyMatch(file -> file.toFile().length() > LARGE_BYTES);
        return large ? QUIET_OF_LARGE : QUIET;
    }

    /// @param changed the files to look at; null for the whole folder
    private void look(@Nullable Set<Path> changed) throws InterruptedException {
        try {
            if (changed == null) {
                ingest.rescan();
            } else {
                ingest.look(changed);
            }
        } catch (IOException unreadable) {
            LOG.warn("The archive's folder cannot be read: {}", unreadable.getMessage());
        } catch (RuntimeException broken) {
            if (!closed) {
                LOG.error("A rescan failed", broken);
            }
        } finally {
            if (changed == null) {
                wholeLook = System.nanoTime(); // from its end: a long one is not followed at once by the next
            }
        }
    }

    /// Adds the files that a key has notices of.
    ///
    /// @return whether that is all there is to look at
    private boolean take(WatchService notices, WatchKey key, Set<Path> changed) {
        boolean complete = true;
        Path folder = (Path) key.watchable();
        for (var event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                Path file = folder.resolve(name);
                if (event.kind().equals(StandardWatchEventKinds.ENTRY_DELETE) && watched.containsKey(file)) {
                    unwatch(file);
                    complete = false;
                } else if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    complete = false; // the folder was renamed: the file is somewhere else
                } else if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
                        && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    watch(notices, file);
                    complete = false; // what came with it gave no notice
                } else {
                    changed.add(file);
                }
            } else {
                complete = false; // there were more than the file system could tell, of new folders too
                watch(notices, ingest.folder());
            }
        }
        return key.reset() && complete;
    }

    /// A folder may be gone again before it is registered: that costs its notices, nothing else.
    private void watch(WatchService notices, Path start) {
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

    /// A folder that was renamed is still known by its former path, and its notices would name that.
    private void register(WatchService notices, Path folder) {
        try {
            WatchKey key = key(notices, folder);
            if (key.watchable() instanceof Path former && !former.equals(folder)) {
                key.cancel();
                watched.remove(former, key);
                key = key(notices, folder);
            }
            watched.put(folder, key);
        } catch (IOException refused) {
            LOG.debug("No notices from {}", folder, refused);
        }
    }

    private static WatchKey key(WatchService notices, Path folder) throws IOException {
        return folder.register(
                notices,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    /// A folder is gone from this path, with those in it; it may live on elsewhere, or another one here.
    private void unwatch(Path folder) {
        watched.entrySet().removeIf(each -> {
            boolean below = each.getKey().startsWith(folder);
            if (below) {
                each.getValue().cancel();
            }
            return below;
        });
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        ingest.stop(); // else a long run would keep the end waiting
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(30));
    }
}
