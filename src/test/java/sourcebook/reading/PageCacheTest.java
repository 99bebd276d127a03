package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;

/// The cache is bounded, forgets what was used least recently, and survives what a crash leaves.
class PageCacheTest {
    private static final DocumentId DOCUMENT = new DocumentId("ab".repeat(32));

    @TempDir
    private Path folder;

    @Test
    void whatWasUsedLeastRecentlyGoesFirst() {
        var cache = new PageCache(folder.resolve("pages"), 1_000);
        for (int i = 0; i < 9; i++) {
            cache.keep(DOCUMENT, "page-" + i, new byte[100]);
        }
        assertThat(cache.find(DOCUMENT, "page-0")).isPresent();
        cache.keep(DOCUMENT, "page-9", new byte[100]);
        cache.keep(DOCUMENT, "page-10", new byte[100]);
        assertThat(cache.bytes()).isLessThanOrEqualTo(1_000);
        assertThat(cache.find(DOCUMENT, "page-0")).isPresent();
        assertThat(cache.find(DOCUMENT, "page-1")).isEmpty();
        assertThat(cache.find(DOCUMENT, "page-10")).isPresent();
        cache.keep(DOCUMENT, "large", new byte[5_000]);
        assertThat(cache.find(DOCUMENT, "large")).isPresent();
        cache.keep(DOCUMENT, "small", new byte[10]);
        assertThat(cache.find(DOCUMENT, "large")).isEmpty();
        assertThat(cache.bytes()).isEqualTo(10);
    }

    @Test
    void anotherProcessFindsAllOfItButWhatWasNotFinished() throws Exception {
        var before = new PageCache(folder, 1_000);
        before.keep(DOCUMENT, "page-1", new byte[] {1, 2, 3});
        before.keep(DOCUMENT, "page-1", new byte[] {4, 5});
        Path unfinished = Files.write(folder.resolve("unfinished-1"), new byte[700]);
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Files.write(folder.resolve("unfinished-2"), new byte[700]); // another is writing it
        var after = new PageCache(folder, 1_000);
        assertThat(after.find(DOCUMENT, "page-1")).contains(new byte[] {4, 5});
        assertThat(after.bytes()).isEqualTo(2);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenOnlyCostsTime() throws Exception {
        Path file = Files.writeString(folder.resolve("pages"), "a file in the way");
        var cache = new PageCache(file, 1_000);
        cache.keep(DOCUMENT, "page-1", new byte[10]);
        assertThat(cache.find(DOCUMENT, "page-1")).isEmpty();
    }

    @Test
    void whatAnEarlierVersionDrewIsRemoved() throws Exception {
        for (String name : new String[] {"1", "2", "3", "notes"}) {
            new PageCache(folder.resolve(name), 1_000).keep(DOCUMENT, "page-1", new byte[10]);
        }
        PageCache.removeEarlier(folder, 3);
        assertThat(folder).isDirectoryNotContaining("glob:**/{1,2}");
        assertThat(new PageCache(folder.resolve("3"), 1_000).find(DOCUMENT, "page-1"))
                .isPresent();
        assertThat(folder.resolve("notes")).isNotEmptyDirectory();
        PageCache.removeEarlier(folder.resolve("never made"), 3);
    }
}
