package sourcebook.api;

/// What a request names does not exist; the message is a sentence.
final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThere(String sentence) {
        super(sentence);
    }
}
