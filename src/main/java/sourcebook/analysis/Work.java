package sourcebook.analysis;

import java.util.concurrent.CancellationException;
import sourcebook.search.Asker;

/// How far a long call is, and the way to end it. One for each call; thread-safe.
///
/// A cancelled call throws [CancellationException] soon after, wherever it is, and leaves nothing behind. So does one
/// for which nobody waits any more.
public final class Work implements Asker {
    private final Asker caller;
    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;

    /// Ended by [#cancel] alone.
    public Work() {
        this(Asker.PATIENT);
    }

    /// @param caller for whom it is done
    public Work(Asker caller) {
        this.caller = caller;
    }

    @Override
    public boolean waits() {
        if (!cancelled && !caller.waits()) {
            cancelled = true;
        }
        return !cancelled;
    }

    /// Documents or queries that are done.
    public long done() {
        return done;
    }

    /// How many there are; 0 as long as that is not known.
    public long total() {
        return total;
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    void outOf(long number) {
        total = number;
    }

    /// So many are done. Called by the one thread that works.
    void reached(long number) {
        done = number;
        check();
    }

    /// Ends the call if it is no longer wanted.
    void check() {
        if (!waits()) {
            throw new CancellationException("This was cancelled.");
        }
    }
}
