package sourcebook.extraction.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.parser.txt.CharsetDetector;

/// Zip: by its directory, and when that is damaged, entry after entry as far as it goes.
final class ZipReader {
    static final String ENCRYPTED = "It is encrypted and cannot be opened without its password.";

    private final Spool spool;

    ZipReader(Spool spool) {
        this.spool = spool;
    }

    void read(Draft draft) throws IOException {
        ZipFile opened;
        try {
            opened = ZipFile.builder().setPath(draft.request.original()).get();
        } catch (IOException | RuntimeException e) {
            draft.warnings.add("The container's directory is damaged; its parts were read one after the other.");
            streamed(draft, e);
            return;
        }
        try (ZipFile zip = opened) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.isEmpty() && beginsWithEntry(draft)) {
                throw new IOException("its directory lists nothing");
            }
            Charset charset = charset(entries);
            for (var entry : entries) {
                String name = name(entry, charset);
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    spool.problem(name, ENCRYPTED);
                } else if (!zip.canReadEntryData(entry)) {
                    spool.problem(
                            name,
                            "It is packed by a method that cannot be read (%s)."
                                    .formatted(String.valueOf(ZipMethod.getMethodByCode(entry.getMethod()))));
                } else {
                    spool.add(name, () -> zip.getInputStream(entry));
                }
            }
        }
    }

    private void streamed(Draft draft, Exception why) throws IOException {
        try (var in = new ZipArchiveInputStream(
                new BufferedInputStream(Files.newInputStream(draft.request.original())), "UTF-8", true, true)) {
            boolean any = false;
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                any = true;
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    spool.problem(entry.getName(), ENCRYPTED);
                } else {
                    spool.add(entry.getName(), () -> CloseShieldInputStream.wrap(in));
                }
            }
            if (!any) {
                throw new IOException(Sentence.of(why), why);
            }
        }
    }

    /// An empty zip is its end record alone.
    private static boolean beginsWithEntry(Draft draft) throws IOException {
        try (var in = Files.newInputStream(draft.request.original())) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
        }
    }

    /// Of the names that do not say UTF-8: strict UTF-8, or else what all of them together look like.
    private static Charset charset(List<ZipArchiveEntry> entries) {
        var names = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (!entry.getGeneralPurposeBit().usesUTF8ForNames() && entry.getRawName() != null) {
                names.writeBytes(entry.getRawName());
                names.write('\n');
            }
        }
        byte[] bytes = names.toByteArray();
        if (Decoded.strict(bytes, StandardCharsets.UTF_8) != null) {
            return StandardCharsets.UTF_8;
        }
        var detector = new CharsetDetector();
        detector.setText(bytes);
        var match = detector.detect();
        Charset guessed = match == null || match.getConfidence() < 30 ? null : Decoded.named(match.getName());
        return guessed == null ? Charset.forName("IBM437") : guessed;
    }

    private static String name(ZipArchiveEntry entry, Charset charset) {
        byte[] raw = entry.getRawName();
        boolean says = entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME;
        return raw == null || says ? entry.getName() : new String(raw, charset);
    }
}
