package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.ExtractedDocument.Part;

/// The parts of one container on their way to the caller's folder, within the request's limits. Sizes are counted while
/// reading: what a header claims counts for nothing. File names are generated, so that no stored name reaches the disk.
final class Spool {
    private static final System.Logger LOG = System.getLogger(Spool.class.getName());

    private final Request request;
    private final Progress progress;
    private final PartName names = new PartName();
    private final List<Part> parts = new ArrayList<>();
    private boolean folderMade;
    private long written;
    private int left;

    Spool(Request request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// Opens the bytes of a part when they are wanted.
    interface Source {
        InputStream open() throws IOException;
    }

    /// Unpacks a part, or notes why it was not.
    void add(String storedName, Source source) {
        progress.moved();
        if (full()) {
            left++;
            return;
        }
        String name = names.unique(storedName);
        Path file = request.spool().resolve("part-" + (parts.size() + 1));
        try (InputStream in = source.open();
                OutputStream out = create(file)) {
            String problem = copy(in, out);
            if (problem == null) {
                parts.add(new Part(name, file, null));
                return;
            }
            refuse(name, file, problem);
        } catch (Unreadable e) {
            refuse(name, file, e.failed().reason());
        } catch (IOException | RuntimeException e) {
            refuse(name, file, "It could not be unpacked: " + Sentence.of(e));
        }
    }

    /// Notes a part that cannot be unpacked.
    void problem(String storedName, String sentence) {
        if (full()) {
            left++;
        } else {
            parts.add(new Part(names.unique(storedName), null, sentence));
        }
    }

    /// No further part is taken.
    boolean full() {
        return parts.size() >= request.maxParts();
    }

    List<Part> parts() {
        return parts;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// What a person must know about the parts that are not in the list.
    List<String> warnings() {
        return left == 0
                ? List.of()
                : List.of("Only the first %,d of its %,d parts were taken out."
                        .formatted(parts.size(), parts.size() + left));
    }

    /// Most documents have no parts, so the folder is made with the first one.
    private OutputStream create(Path file) throws IOException {
        if (!folderMade) {
            Files.createDirectories(request.spool());
            folderMade = true;
        }
        return Files.newOutputStream(file);
    }

    private @org.jspecify.annotations.Nullable String copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            size += n;
            if (size > request.maxPartBytes()) {
                return "It is larger than " + bytes(request.maxPartBytes()) + " when unpacked.";
            }
            if (written + size > request.maxContainerBytes()) {
                return "The parts of its container are larger than " + bytes(request.maxContainerBytes())
                        + " together when unpacked.";
            }
            out.write(buffer, 0, n);
            progress.moved();
        }
        written += size;
        return null;
    }

    private void refuse(String name, Path file, String problem) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "left in the spool, whose folder the caller removes", e);
        }
        parts.add(new Part(name, null, problem));
    }

    private static String bytes(long bytes) {
        return bytes >= 1 << 20 ? "%,d MB".formatted(bytes >> 20) : "%,d bytes".formatted(bytes);
    }
}
