package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of the user's as a corpus. Hidden files and repetitions of equal bytes are left out, as the
/// archive takes them for one document.
final class FolderCorpus {
    private FolderCorpus() {}

    static Corpus of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long bytes = 0;
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            Path relative = folder.relativize(file);
            byte[] content = Files.readAllBytes(file);
            if (!hidden(relative) && content.length > 0 && seen.add(hash(content))) {
                files.add(relative);
                bytes += content.length;
            }
        }
        return new Corpus(folder.getFileName().toString(), folder, files, bytes);
    }

    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
