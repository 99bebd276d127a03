package sourcebook.extraction.worker;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import sourcebook.extraction.Extraction.Kind;

/// Unpacks containers, one level: archives, single compressed files, mailboxes.
///
/// What can be read of a damaged container is taken, and a warning tells of the rest; with nothing read it has failed.
final class ContainerReader {
    private static final int MOST_MEMORY_KIB = 256 * 1024; // for the dictionaries of xz, 7z and Z

    /// Media type → commons-compress's name of the compressor.
    private static final Map<String, String> COMPRESSED = Map.of(
            "application/gzip", CompressorStreamFactory.GZIP,
            "application/x-gzip", CompressorStreamFactory.GZIP,
            "application/x-bzip", CompressorStreamFactory.BZIP2,
            "application/x-bzip2", CompressorStreamFactory.BZIP2,
            "application/x-xz", CompressorStreamFactory.XZ,
            "application/x-compress", CompressorStreamFactory.Z,
            "application/zstd", CompressorStreamFactory.ZSTANDARD,
            "application/x-lzma", CompressorStreamFactory.LZMA);

    /// Media type → commons-compress's name of the archive.
    private static final Map<String, String> STREAMED = Map.of(
            "application/x-tar", ArchiveStreamFactory.TAR,
            "application/x-gtar", ArchiveStreamFactory.TAR,
            "application/x-cpio", ArchiveStreamFactory.CPIO,
            "application/x-archive", ArchiveStreamFactory.AR);

    /// Zip files that are no document of their own.
    private static final Set<String> ZIPS = Set.of(
            "application/zip",
            "application/java-archive",
            "application/vnd.google-earth.kmz",
            "application/vnd.android.package-archive",
            "application/x-xpinstall");

    private final Progress progress;

    ContainerReader(Progress progress) {
        this.progress = progress;
    }

    static boolean reads(String mediaType) {
        return COMPRESSED.containsKey(mediaType)
                || STREAMED.containsKey(mediaType)
                || isZip(mediaType)
                || switch (mediaType) {
                    case "application/x-7z-compressed",
                            "application/x-rar-compressed",
                            "application/mbox",
                            "application/vnd.ms-outlook-pst" -> true;
                    default -> false;
                };
    }

    private static boolean isZip(String mediaType) {
        return ZIPS.contains(mediaType);
    }

    void read(Draft draft) throws IOException {
        var spool = new Spool(draft.request, progress);
        try {
            read(draft, spool);
        } catch (PasswordRequiredException e) {
            throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.", e);
        } catch (Unreadable e) {
            throw e;
        } catch (IOException | RarException | RuntimeException e) {
            if (ExceptionUtils.indexOfType(e, MemoryLimitException.class) >= 0) {
                throw new Unreadable(Kind.TOO_LARGE, "Unpacking it would need more memory than is allowed.", e);
            }
            String sentence = "The container is damaged: " + Sentence.of(e);
            if (spool.parts().stream().noneMatch(part -> part.file() != null)) {
                throw new Unreadable(Kind.BROKEN, sentence, e);
            }
            draft.warnings.add("Not all of it could be unpacked. " + sentence);
        }
        draft.take(spool);
        draft.noTextReason = spool.isEmpty() ? "the container is empty" : "it only holds other documents";
    }

    private void read(Draft draft, Spool spool) throws IOException, RarException {
        String type = draft.mediaType;
        if (isZip(type)) {
            new ZipReader(spool).read(draft);
        } else if (COMPRESSED.containsKey(type)) {
            compressed(draft, spool, COMPRESSED.get(type));
        } else if (STREAMED.containsKey(type)) {
            streamed(draft, spool, STREAMED.get(type));
        } else if (type.equals("application/x-7z-compressed")) {
            sevenZip(draft, spool);
        } else if (type.equals("application/x-rar-compressed")) {
            rar(draft, spool);
        } else if (type.equals("application/mbox")) {
            new MailboxReader(spool).read(draft);
        } else {
            new PstReader(spool).read(draft);
        }
    }

    private static void compressed(Draft draft, Spool spool, String compressor) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(draft.request.original()));
                var unpacked = new CompressorStreamFactory(true, MOST_MEMORY_KIB)
                        .createCompressorInputStream(compressor, in)) {
            String stored = unpacked instanceof GzipCompressorInputStream gzip
                    ? gzip.getMetaData().getFileName()
                    : null;
            spool.add(stored != null && !stored.isBlank() ? stored : bare(draft.request.name()), () -> unpacked);
        }
        if (spool.parts().stream().allMatch(part -> part.file() == null)) {
            String problem = spool.parts().getFirst().problem();
            boolean large = problem != null && problem.contains("larger");
            throw new Unreadable(
                    large ? Kind.TOO_LARGE : Kind.BROKEN, problem == null ? "It could not be unpacked." : problem);
        }
    }

    /// The name without the compressor's ending.
    private static String bare(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.matches(".*\\.(tgz|taz|tbz|tbz2|txz|tzst)")) {
            return name.substring(0, name.lastIndexOf('.')) + ".tar";
        }
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name + ".unpacked";
    }

    private static void streamed(Draft draft, Spool spool, String archive) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(draft.request.original()));
                ArchiveInputStream<? extends ArchiveEntry> entries =
                        new ArchiveStreamFactory().createArchiveInputStream(archive, in)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && entries.canReadEntryData(entry)) {
                    spool.add(entry.getName(), () -> CloseShieldInputStream.wrap(entries));
                } else if (!entry.isDirectory()) {
                    spool.problem(entry.getName(), "It is stored in a way that cannot be read.");
                }
            }
        }
    }

    private static void sevenZip(Draft draft, Spool spool) throws IOException {
        try (var file = SevenZFile.builder()
                .setPath(draft.request.original())
                .setMaxMemoryLimitKiB(MOST_MEMORY_KIB)
                .get()) {
            for (var entry = file.getNextEntry(); entry != null; entry = file.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var current = entry;
                    spool.add(String.valueOf(current.getName()), () -> file.getInputStream(current));
                }
            }
        }
    }

    private static void rar(Draft draft, Spool spool) throws IOException, RarException {
        try (var archive = new Archive(draft.request.original().toFile())) {
            if (archive.isEncrypted()) {
                throw new Unreadable(Kind.ENCRYPTED, "It is encrypted and cannot be opened without its password.");
            }
            for (var header : archive.getFileHeaders()) {
                if (header.isDirectory()) {
                    continue;
                }
                if (header.isEncrypted()) {
                    spool.problem(header.getFileName(), ZipReader.ENCRYPTED);
                } else {
                    spool.add(header.getFileName(), () -> {
                        InputStream in = archive.getInputStream(header);
                        return in == null ? InputStream.nullInputStream() : in;
                    });
                }
            }
        } catch (UnsupportedRarV5Exception e) {
            throw new Unreadable(Kind.UNREADABLE, "It is a RAR 5 archive, for which there is no reader here.", e);
        }
    }
}
