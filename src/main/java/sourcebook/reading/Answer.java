package sourcebook.reading;

import java.util.function.Function;

/// What is asked for, or why it cannot be had. Immutable if its value is.
public sealed interface Answer<T> {
    /// What was asked for.
    record Given<T>(T value) implements Answer<T> {}

    /// A refusal; `sentence` is for a person.
    record Refused<T>(Why why, String sentence) implements Answer<T> {}

    /// Kinds of refusal, for who must tell them apart.
    enum Why {
        /// The format has no printed pages.
        NOT_PAGED,
        /// There is no page of that number.
        NO_SUCH_PAGE,
        /// The original is gone, or was changed since it was read.
        NO_ORIGINAL,
        /// The page, or the whole document, cannot be drawn.
        UNREADABLE,
        /// More pages were asked for than can be drawn; ask again.
        BUSY
    }

    /// The same refusal, or what becomes of the value.
    default <R> Answer<R> map(Function<? super T, ? extends R> step) {
        return then(value -> new Given<>(step.apply(value)));
    }

    /// The same refusal, or the answer to a further question.
    default <R> Answer<R> then(Function<? super T, Answer<R>> step) {
        return switch (this) {
            case Given<T>(var value) -> step.apply(value);
            case Refused<T>(var why, var sentence) -> new Refused<>(why, sentence);
        };
    }
}
