package sourcebook.search.lucene;

import java.time.Duration;
import org.apache.lucene.search.CollectionTerminatedException;

/// Until when the costly parts of one search may take: those whose cost does not depend on what is found
/// but on how many words the archive has, or how they stand. For one thread.
final class Deadline {
    /// Never.
    static final Deadline NONE = new Deadline(Long.MAX_VALUE);

    /// Calls between two looks at the clock, which takes longer than a posting.
    private static final int STRIDE = 256;

    private final long nanos;
    private final long start = System.nanoTime();
    private int calls;
    private boolean passed;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(time.toNanos());
    }

    /// Whether something was broken off.
    boolean passed() {
        return passed;
    }

    /// Breaks off what is under way. A search goes on with what it has until then, which is never too much:
    /// a part of the index is left where it would not have been read to its end.
    ///
    /// @throws CollectionTerminatedException when the time is over
    void check() {
        if (this == NONE) {
            return;
        }
        if (!passed && ++calls % STRIDE == 0 && System.nanoTime() - start > nanos) {
            passed = true;
        }
        if (passed) {
            throw new CollectionTerminatedException();
        }
    }
}
