package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.Serial;
import sourcebook.extraction.Extraction.Failed;
import sourcebook.extraction.Extraction.Kind;

/// An original that cannot be read, with the sentence that the person will see. An `IOException`, so that it passes
/// through parsers' callbacks.
final class Unreadable extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String sentence;

    Unreadable(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
        this.sentence = sentence;
    }

    Unreadable(Kind kind, String sentence, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.sentence = sentence;
    }

    Failed failed() {
        return new Failed(kind, sentence);
    }
}
