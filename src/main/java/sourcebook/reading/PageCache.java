package sourcebook.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.DocumentId;

/// Files that can be made again at any time, in a folder of bounded size; those used least recently go
/// first.
///
/// A file is written under another name and moved, so that a crash leaves it whole or not at all. When
/// each was used last is remembered by its time of change, to the hour. A cache that cannot be written
/// only costs time. Thread-safe; one process at a time may use a folder.
final class PageCache {
    private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);
    private static final String UNFINISHED = "unfinished-";
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final double AFTER_EVICTION = 0.9; // of the bound, so that not every file evicts another

    private final Path folder;
    private final long mostBytes;
    private final Map<Path, Long> sizes = new LinkedHashMap<>(256, 0.75f, true); // by last use; guarded by this
    private long bytes; // guarded by this
    private boolean counted; // guarded by this

    /// @param folder may not exist yet; what is not of this cache is removed from it
    PageCache(Path folder, long mostBytes) {
        this.folder = folder;
        this.mostBytes = mostBytes;
    }

    /// Removes what earlier ways of drawing left, in folders beside the present one's that are named by
    /// lower numbers.
    static void removeEarlier(Path around, int present) {
        try (var folders = Files.list(around)) {
            for (Path folder :
                    folders.filter(folder -> isEarlier(folder, present)).toList()) {
                try (var all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(path);
                    }
                }
            }
        } catch (NoSuchFileException never) {
            LOG.debug("No pages were kept in {}", around);
        } catch (IOException | UncheckedIOException unwritable) {
            LOG.warn("Pages kept by an earlier version cannot be removed: {}", unwritable.toString());
        }
    }

    private static boolean isEarlier(Path folder, int present) {
        String name = String.valueOf(folder.getFileName());
        return name.matches("\\d{1,8}") && Integer.parseInt(name) < present && Files.isDirectory(folder);
    }

    /// The bytes kept under this name, if they still are.
    Optional<byte[]> find(DocumentId document, String name) {
        Path file = file(document, name);
        try {
            byte[] found = Files.readAllBytes(file);
            used(file);
            return Optional.of(found);
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.warn("The cache of pages cannot be read: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    void keep(DocumentId document, String name, byte[] content) {
        Path file = file(document, name);
        try {
            Files.createDirectories(file.getParent());
            Path unfinished = Files.createTempFile(folder, UNFINISHED, "");
            try {
                Files.write(unfinished, content);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            added(file, content.length);
        } catch (IOException | UncheckedIOException full) {
            LOG.warn("The cache of pages cannot be written: {}", full.toString());
        }
    }

    private Path file(DocumentId document, String name) {
        String id = document.value();
        return folder.resolve(id.substring(0, 2)).resolve(id).resolve(name);
    }

    private synchronized void used(Path file) throws IOException {
        count();
        sizes.get(file);
        Instant before = Files.getLastModifiedTime(file).toInstant();
        if (Duration.between(before, Instant.now()).compareTo(REMEMBERED) > 0) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    private synchronized void added(Path file, long size) throws IOException {
        count();
        Long before = sizes.put(file, size);
        bytes += size - (before == null ? 0 : before);
        if (bytes > mostBytes) {
            evict(file);
        }
    }

    private void evict(Path newest) throws IOException {
        for (Iterator<Map.Entry<Path, Long>> each = sizes.entrySet().iterator();
                each.hasNext() && bytes > AFTER_EVICTION * mostBytes; ) {
            Map.Entry<Path, Long> eldest = each.next();
            if (!eldest.getKey().equals(newest)) {
                Files.deleteIfExists(eldest.getKey());
                bytes -= eldest.getValue();
                each.remove();
            }
        }
    }

    private record Found(Path file, long size, FileTime used) {}

    /// Once, when the cache is first used: what earlier processes left.
    private void count() throws IOException {
        if (counted) {
            return;
        }
        counted = true;
        List<Found> found = new ArrayList<>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                look(file).ifPresent(found::add);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        found.sort(Comparator.comparing(Found::used));
        for (Found one : found) {
            sizes.put(one.file(), one.size());
            bytes += one.size();
        }
    }

    /// Empty for what is not kept: a file that is being written, and one that was left unfinished, which
    /// is removed.
    private static Optional<Found> look(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!String.valueOf(file.getFileName()).startsWith(UNFINISHED)) {
                return Optional.of(new Found(file, attributes.size(), attributes.lastModifiedTime()));
            }
            if (attributes.lastModifiedTime().toInstant().isBefore(Instant.now().minus(REMEMBERED))) {
                Files.deleteIfExists(file);
            }
            return Optional.empty();
        } catch (NoSuchFileException meanwhile) { // finished by another thread, which counts it
            return Optional.empty();
        }
    }

    /// For tests.
    synchronized long bytes() {
        return bytes;
    }
}
