package sourcebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.ArchiveLock;
import sourcebook.ingest.OpenArchive;

class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void anArchiveThatNobodyTookIsClosed() throws Exception {
        Opening.begin(new ArchiveFolder(folder)).abandon();
        OpenArchive.open(new ArchiveFolder(folder)).close(); // it is free again
    }

    @Test
    void anArchiveThatWasTakenStaysOpen() throws Exception {
        Opening opening = Opening.begin(new ArchiveFolder(folder));
        try (OpenArchive archive = opening.archive()) {
            opening.abandon();
            assertEquals(0, archive.engine().size());
        }
    }

    @Test
    void whatWentWrongIsThrownAsItWas() throws Exception {
        try (OpenArchive _ = OpenArchive.open(new ArchiveFolder(folder))) {
            Opening opening = Opening.begin(new ArchiveFolder(folder));
            assertThrows(ArchiveLock.ArchiveInUseException.class, opening::archive);
        }
    }
}
