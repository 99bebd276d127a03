package sourcebook.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Location;
import sourcebook.description.Sidecar;

/// The `metadata.csv` beside a file or in a folder above it, inside the archive; outside the archive only
/// those in the file's own folder and its parent. The nearest one that has a row for the file overrules.
/// Thread-safe.
final class Sidecars {
    static final String NAME = "metadata.csv";
    static final String REASON = "a sidecar: its values went into the records of the files it names";

    private static final Logger LOG = LoggerFactory.getLogger(Sidecars.class);

    /// A sidecar as read at one state of its file; null when it could not be read.
    private record Cached(
            long modified, long size, @Nullable Sidecar sidecar) {}

    private final ArchiveFolder folder;
    private final Map<Path, Cached> cache = new ConcurrentHashMap<>();
    private final ReentrantLock applying = new ReentrantLock();

    Sidecars(ArchiveFolder folder) {
        this.folder = folder;
    }

    /// The record as the sidecar overrules it, or as it is.
    DocumentRecord over(DocumentRecord inferred, Location location) {
        Path file = folder.resolve(location);
        boolean inside = file.startsWith(folder.root());
        Path place = file.getParent();
        for (int up = 0; place != null && (inside ? place.startsWith(folder.root()) : up < 2); up++) {
            Sidecar sidecar = read(place.resolve(NAME));
            if (sidecar != null) {
                String name = ArchiveFolder.slashed(place.relativize(file));
                Optional<DocumentRecord> overruled = sidecar.row(
                                location.insideContainer() ? name + "!/" + location.inner() : name)
                        .map(row -> row.over(inferred));
                if (overruled.isPresent()) {
                    return overruled.get();
                }
            }
            place = place.getParent();
        }
        return inferred;
    }

    /// The record as sidecars overrule it; the first location that one names decides.
    DocumentRecord over(DocumentRecord inferred, List<Location> locations) {
        return locations.stream()
                .map(location -> over(inferred, location))
                .filter(overruled -> !overruled.equals(inferred))
                .findFirst()
                .orElse(inferred);
    }

    /// Brings a saved record in line with the sidecars of its locations as they are now.
    void apply(Catalogue catalogue, DocumentId id) {
        applying.lock();
        try {
            applyAlone(catalogue, id);
        } finally {
            applying.unlock();
        }
    }

    /// Held while sidecars are applied to records: who writes records for another reason must not do so
    /// in between.
    ReentrantLock applying() {
        return applying;
    }

    private void applyAlone(Catalogue catalogue, DocumentId id) {
        Catalogue.Inference made = catalogue.inference(id).orElse(null);
        CataloguedDocument document = catalogue.find(id).orElse(null);
        if (made == null || document == null) {
            return;
        }
        DocumentRecord described = over(made.inferred(), document.locations());
        if (!described.equals(made.described())) {
            catalogue.redescribe(id, described);
        }
    }

    /// Reads a sidecar anew.
    ///
    /// @return sentences about what is wrong in it, empty if nothing is
    /// @throws IOException when it cannot be read; what it said before then still holds in the records
    List<String> reread(Path file) throws IOException {
        if (!Files.exists(file)) {
            cache.remove(file);
            return List.of();
        }
        Cached read = load(file, Files.readAttributes(file, BasicFileAttributes.class));
        return read.sidecar() == null ? List.of() : read.sidecar().problems();
    }

    private Cached load(Path file, BasicFileAttributes attributes) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Sidecar sidecar;
        try {
            sidecar = Sidecar.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            Sidecar guessed = Sidecar.parse(new String(bytes, Charset.forName("windows-1252")));
            List<String> problems = new ArrayList<>(guessed.problems());
            problems.addFirst("it is not UTF-8 and was read as Windows-1252");
            sidecar = new Sidecar(guessed.rows(), problems);
        }
        Cached read = new Cached(attributes.lastModifiedTime().toMillis(), attributes.size(), sidecar);
        cache.put(file, read);
        return read;
    }

    private @Nullable Sidecar read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                cache.remove(file);
                return null;
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            long modified = attributes.lastModifiedTime().toMillis();
            Cached known = cache.get(file);
            if (known != null && known.modified() == modified && known.size() == attributes.size()) {
                return known.sidecar();
            }
            return load(file, attributes).sidecar();
        } catch (IOException unreadable) {
            LOG.warn("The sidecar {} cannot be read: {}", file, unreadable.getMessage());
            return null;
        }
    }
}
