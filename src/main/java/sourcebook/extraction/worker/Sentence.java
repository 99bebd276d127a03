package sourcebook.extraction.worker;

/// A library's exception in words that fit into a sentence for a person.
final class Sentence {
    private static final int LONGEST = 200;

    private Sentence() {}

    /// The message of the innermost cause that has one, on one line, with a full stop.
    static String of(Throwable thrown) {
        String message = "";
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth++ < 20; cause = cause.getCause()) {
            String own = cause.getMessage();
            if (own != null && !own.isBlank() && !(cause.getCause() != null && own.contains("Unexpected"))) {
                message = own;
            }
        }
        if (message.isEmpty()) {
            message = thrown.getClass().getSimpleName();
        }
        String line = message.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.length() > LONGEST) {
            line = line.substring(0, LONGEST) + "…";
        }
        return line.endsWith(".") || line.endsWith("…") ? line : line + ".";
    }
}
