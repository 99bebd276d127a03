package sourcebook.api;

import java.util.function.Supplier;

/// A request that cannot be answered as it is; the message is a sentence for who sent it and names what is wrong.
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String sentence) {
        super(sentence);
    }

    /// Runs what a room may refuse with a sentence.
    static <T> T ifRefused(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            BadRequest bad = new BadRequest(String.valueOf(refused.getMessage()));
            bad.initCause(refused);
            throw bad;
        }
    }
}
