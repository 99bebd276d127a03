package sourcebook.search.lucene;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.apache.lucene.search.CollectionTerminatedException;
import sourcebook.search.Asker;
import sourcebook.search.SearchEngine;

/// Until when the costly parts of one search may take: those whose cost does not depend on what is found
/// but on how many words the archive has, or how they stand. It ends, too, when nobody waits any more. For one thread.
final class Deadline {
    /// Never.
    static final Deadline NONE = new Deadline(Long.MAX_VALUE, Asker.PATIENT);

    /// Calls between two looks at the clock, which takes longer than a posting.
    private static final int STRIDE = 256;

    /// Between two questions whether the answer is still wanted.
    private static final long ASK_NANOS = 50_000_000;

    private final long nanos;
    private final Asker asker;
    private final long start = System.nanoTime();
    private long asked = start;
    private int calls;
    private boolean passed;
    private boolean gone;

    private Deadline(long nanos, Asker asker) {
        this.nanos = nanos;
        this.asker = asker;
    }

    static Deadline in(Duration time, Asker asker) {
        return new Deadline(time.toNanos(), asker);
    }

    /// Never, as long as somebody waits.
    static Deadline of(Asker asker) {
        return in(SearchEngine.ENDLESS, asker);
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
        if (!passed && ++calls % STRIDE == 0) {
            look();
        }
        if (passed) {
            throw new CollectionTerminatedException();
        }
    }

    private void look() {
        long now = System.nanoTime();
        passed = now - start > nanos;
        if (!passed && now - asked > ASK_NANOS) {
            asked = now;
            gone = !asker.waits();
            passed = gone;
        }
    }

    /// Between the parts of a search, which may each have been broken off.
    ///
    /// @throws CancellationException if nobody waits for the answer
    void wanted() {
        if (this != NONE && (gone || !asker.waits())) {
            gone = true;
            passed = true;
            throw new CancellationException("Nobody waits for the answer any more.");
        }
    }
}
