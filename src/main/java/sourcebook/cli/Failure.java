package sourcebook.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// An unexpected end of a command as one sentence for a person.
final class Failure {
    private Failure() {}

    static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return switch (thrown) {
            case NoSuchFileException missing -> "There is no file or folder " + missing.getFile() + ".";
            case AccessDeniedException denied -> denied.getFile() + " cannot be read or written: permission denied.";
            default -> message == null || message.isBlank() ? thrown.toString() : message;
        };
    }
}
