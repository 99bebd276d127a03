package sourcebook.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// An unexpected end of a command as one sentence for a person.
final class Failure {
    private Failure() {}

    /// Refuses a command before it begins when one of its files is not there.
    static void ifMissing(List<Path> paths) throws NoSuchFileException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        }
    }

    static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return switch (thrown) {
            case NoSuchFileException missing -> "There is no file or folder " + missing.getFile() + ".";
            case AccessDeniedException denied -> denied.getFile() + " cannot be read or written: permission denied.";
            default -> message == null || message.isBlank() ? thrown.toString() : message;
        };
    }
}
