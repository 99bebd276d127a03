package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Settlement;

/// Tables of a person that changed: sidecars, and the archive's names of sources. What they say goes into
/// the records first, and only then are their rows settled: after a crash in between they are applied
/// again.
final class ChangedTables {
    private final ArchiveFolder folder;
    private final Catalogue catalogue;
    private final Sidecars sidecars;
    private final Rules rules;
    private final SettlementWriter writer;

    ChangedTables(ArchiveFolder folder, Catalogue catalogue, Sidecars sidecars, Rules rules, SettlementWriter writer) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.sidecars = sidecars;
        this.rules = rules;
        this.writer = writer;
    }

    /// @param changed files by their rows in the ledger; those that are gone have none
    void apply(Map<Path, OptionalLong> changed) throws InterruptedException {
        for (Map.Entry<Path, OptionalLong> one : changed.entrySet()) {
            Path file = one.getKey();
            long row = one.getValue().orElse(0);
            boolean names = Rules.areNamesOf(folder.locate(file));
            Settlement outcome;
            try {
                outcome = names ? skipped(row, Rules.REASON, names()) : skipped(row, Sidecars.REASON, sidecar(file));
            } catch (IOException unreadable) {
                String reason = (names ? "the names of sources" : "the sidecar") + " cannot be read: ";
                outcome = new Settlement.Failed(row, null, reason + Pipeline.sentence(unreadable));
            }
            if (one.getValue().isPresent()) {
                writer.write(outcome);
            }
        }
    }

    private List<String> sidecar(Path file) throws IOException {
        List<String> problems = sidecars.reread(file);
        String path = folder.locate(file).path();
        String below = path.substring(0, path.length() - Sidecars.NAME.length());
        catalogue.documentsBelow(below).forEach(id -> sidecars.apply(catalogue, id));
        return problems;
    }

    /// The documents follow in the background, since their rules are others now.
    private List<String> names() throws IOException {
        rules.reread();
        return rules.current().problems();
    }

    private static Settlement skipped(long row, String reason, List<String> problems) {
        return new Settlement.Skipped(
                row, problems.isEmpty() ? reason : reason + ", but " + String.join("; ", problems));
    }
}
