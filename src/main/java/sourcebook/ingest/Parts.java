package sourcebook.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.Settlement;
import sourcebook.extraction.ExtractedDocument;
import sourcebook.extraction.ExtractionSettings;

/// The parts of containers: received, refused or kept. Thread-safe.
final class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final ArchiveFolder folder;
    private final Ledger ledger;
    private final ExtractionSettings limits;

    Parts(ArchiveFolder folder, Ledger ledger, ExtractionSettings limits) {
        this.folder = folder;
        this.ledger = ledger;
        this.limits = limits;
    }

    /// A part with its row in the ledger.
    record Received(ExtractedDocument.Part part, long row, Ledger.Found found) {}

    /// Writes down all parts of a container, in one transaction and before the container itself is
    /// settled: a crash in between leaves rows under way, by which the container is opened again.
    List<Received> receive(Job container, ExtractedDocument document) {
        List<Ledger.Found> found = new ArrayList<>();
        Set<Location> taken = new HashSet<>();
        for (ExtractedDocument.Part part : document.parts()) {
            Location location = container.location().part(part.name());
            for (int number = 2; !taken.add(location); number++) {
                location = container.location().part(part.name() + " (" + number + ")");
            }
            found.add(new Ledger.Found(
                    location, size(part.file()), container.found().modified()));
        }
        List<Long> rows = found.isEmpty() ? List.of() : ledger.receive(found);
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            received.add(new Received(document.parts().get(i), rows.get(i), found.get(i)));
        }
        return received;
    }

    /// Why a part is not read, if it is not.
    @Nullable
    Settlement refusal(Job container, Received received) {
        ExtractedDocument.Part part = received.part();
        if (part.problem() != null || part.file() == null) {
            String problem = part.problem() == null ? "it could not be unpacked" : part.problem();
            return new Settlement.Failed(received.row(), null, problem);
        }
        String reason = reason(container, received);
        return reason == null ? null : new Settlement.Skipped(received.row(), reason);
    }

    private @Nullable String reason(Job container, Received received) {
        String name = received.part().name();
        String junk = Junk.reason(name.substring(name.lastIndexOf('/') + 1)).orElse(null);
        if (junk != null) {
            return junk;
        }
        if (name.startsWith("__MACOSX/")) {
            return "junk: the resource fork of another file (macOS)";
        }
        if (received.found().size() == 0) {
            return "the file is empty (0 bytes)";
        }
        if (container.location().depth() >= limits.maxDepth()) {
            return "more than " + limits.maxDepth() + " containers deep; not opened";
        }
        if (!container.budget().take(received.found().size())) {
            return "the outermost container holds more than " + limits.maxParts() + " parts or "
                    + (limits.maxContainerBytes() >> 20) + " MB; not opened";
        }
        return null;
    }

    /// Moves a part's bytes to where originals inside containers are kept; null when the disk would not
    /// take them.
    @Nullable
    Path keep(ExtractedDocument.Part part) {
        if (part.file() == null) {
            return null;
        }
        try {
            Path kept = folder.part(Hash.of(part.file()));
            Files.createDirectories(kept.getParent());
            if (!Files.exists(kept) || Files.size(kept) != Files.size(part.file())) { // cut short by a power loss
                Files.move(part.file(), kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return kept;
        } catch (IOException full) {
            LOG.error("A part could not be kept: {}", full.getMessage());
            return null;
        }
    }

    /// Whether the bytes of a part are there: a back-up may have left them out.
    boolean isKept(DocumentId part) {
        return Files.isRegularFile(folder.part(part));
    }

    private static long size(@Nullable Path file) {
        try {
            return file == null ? 0 : Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
