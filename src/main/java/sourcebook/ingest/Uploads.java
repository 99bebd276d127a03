package sourcebook.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import sourcebook.catalogue.ArchiveFolder;

/// Stores files that came through the browser: whole or not at all, never over another, never outside the folder.
final class Uploads {
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}<>:\"/\\\\|?*]");
    private static final int MOST_BYTES_OF_NAME = 200;
    private static final int MOST_OF_ONE_NAME = 10_000;

    private final ArchiveFolder folder;
    private final long maxBytes;

    Uploads(ArchiveFolder folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    Path store(String fileName, InputStream bytes) throws IOException {
        String name = safe(fileName);
        Files.createDirectories(folder.spool());
        Files.createDirectories(folder.uploads());
        Path arriving = Files.createTempFile(folder.spool(), "upload", null);
        try {
            try (OutputStream out = Files.newOutputStream(arriving)) {
                copy(bytes, out);
            }
            if (Files.size(arriving) == 0) {
                throw new IllegalArgumentException("“" + name + "” is empty.");
            }
            return place(arriving, name);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private void copy(InputStream bytes, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long sum = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            sum += read;
            if (sum > maxBytes) {
                throw new IllegalArgumentException("The file is larger than " + (maxBytes >> 20)
                        + " MB. Copy it into the archive's folder instead.");
            }
            out.write(buffer, 0, read);
        }
    }

    /// A hard link fails when the name is taken, so two uploads of one name never write over each other; where the file
    /// system has none, a move does.
    private Path place(Path arriving, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        for (int number = 1; number < MOST_OF_ONE_NAME; number++) {
            Path target = folder.uploads().resolve(number == 1 ? name : stem + " (" + number + ")" + extension);
            if (!Files.exists(target) && placed(arriving, target)) {
                return target;
            }
        }
        throw new IllegalArgumentException("There are too many files named “" + name + "”.");
    }

    /// False when the name was taken in between.
    private static boolean placed(Path arriving, Path target) throws IOException {
        try {
            Files.createLink(target, arriving);
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.move(arriving, target);
        }
        return true;
    }

    private static String safe(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String name = UNSAFE.matcher(last).replaceAll("_").strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        while (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_NAME) {
            int dot = name.lastIndexOf('.');
            int cut = dot > 1 ? dot - 1 : name.length() - 1;
            if (Character.isLowSurrogate(name.charAt(cut))) {
                cut--;
            }
            name = name.substring(0, cut) + (dot > 1 ? name.substring(dot) : "");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("The file has no name that can be used: “" + fileName + "”.");
        }
        return name;
    }
}
