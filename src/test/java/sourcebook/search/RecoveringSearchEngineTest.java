package sourcebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.lucene.LuceneSearchEngine;

class RecoveringSearchEngineTest {
    @TempDir
    private Path folder;

    @Test
    void anIndexThatIsDamagedWhileItIsOpenIsEmptiedAndFilledAgain() throws IOException {
        try (SearchEngine engine = new RecoveringSearchEngine(() -> LuceneSearchEngine.open(folder))) {
            fill(engine);
            assertEquals(300, engine.search(SearchRequest.of("cadres")).total());
            assertFalse(engine.recover(), "nothing has failed yet");
            overwrite();

            assertThrows(IndexDamagedException.class, () -> {
                for (int page = 0; page < 30; page++) {
                    engine.search(SearchRequest.of("").withPage(page * 10, 10));
                }
            });
            assertTrue(engine.recover());
            assertEquals(0, engine.committedSequence(), "to be filled from the beginning");
            assertEquals(0, engine.size());

            fill(engine);
            assertEquals(300, engine.search(SearchRequest.of("cadres")).total());
        }
    }

    private static void fill(SearchEngine engine) {
        for (int i = 0; i < 300; i++) {
            DocumentText text =
                    DocumentText.of("The cadres of school number " + i + " met, " + "and met again ".repeat(i));
            DocumentId id = new DocumentId(String.format("%064x", i));
            engine.put(new IndexedDocument(id, DocumentRecord.EMPTY, text, i + ".txt", null));
        }
        engine.commit(300);
    }

    /// What a failing disk may do: the files are as long as before and hold something else.
    private void overwrite() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(name -> name.toString().matches(".*\\.(cfs|fdt)"))
                    .toList()) {
                try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                    for (long at = 200; at < bytes.length() - 200; at += 97) {
                        bytes.seek(at);
                        bytes.write(0xA5);
                    }
                }
            }
        }
    }
}
