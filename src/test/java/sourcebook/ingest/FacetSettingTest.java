package sourcebook.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.search.Facet;
import sourcebook.search.FacetValue;
import sourcebook.search.SearchRequest;

/// The setting `facets`, from a sidecar's column to a facet that counts.
class FacetSettingTest {
    private static final Facet PARTY = Facet.custom("party");

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void set(String settings) throws IOException {
        Path file = new ArchiveFolder(folder).settings();
        Files.createDirectories(file.getParent());
        Files.writeString(file, settings);
    }

    @Test
    void theIndexFollowsTheSettingByItself() throws Exception {
        write("one.txt", "The first speech was given in the hall of the school on a hill.");
        write("two.txt", "The second speech was given at the harbour before many people.");
        write("three.txt", "The third speech was given nowhere at all and to nobody.");
        write("metadata.csv", "path,Party,Regime\none.txt,MPLA; FRELIMO,one-party\ntwo.txt,MPLA,\n");
        try (OpenArchive archive = OpenArchive.open(new ArchiveFolder(folder))) {
            archive.ingest().rescan();
            assertEquals(Facet.BUILT_IN, archive.engine().facets());
        }
        set("facets = party, regime\n");
        try (OpenArchive archive = OpenArchive.open(new ArchiveFolder(folder))) {
            archive.ingest().catchUp();
            assertTrue(archive.engine().facets().contains(PARTY));
            assertEquals(
                    List.of(
                            new FacetValue("MPLA", "MPLA", 2),
                            new FacetValue("FRELIMO", "FRELIMO", 1),
                            new FacetValue(Facet.UNKNOWN, "unknown", 1)),
                    archive.engine().search(SearchRequest.of("speech")).facets().get(PARTY));
            SearchRequest chosen =
                    SearchRequest.of("").withRefinements(Map.of(Facet.custom("regime"), Set.of("one-party")));
            assertEquals(1, archive.engine().search(chosen).total());
        }
    }

    @Test
    void aNameThatIsTakenIsRefusedWithASentence() throws Exception {
        set("facets = party, year\n");
        String said = assertThrows(IllegalArgumentException.class, () -> OpenArchive.open(new ArchiveFolder(folder)))
                .getMessage();
        assertEquals(
                "The setting facets cannot be read: “party, year” "
                        + "(the name year already means something else in every archive).",
                said);
    }
}
