package sourcebook.reading;

import java.util.concurrent.CancellationException;

/// Long work of the processor's ends when nobody waits for it any more: whoever asked interrupts the
/// thread. Stateless.
final class Wanted {
    private Wanted() {}

    /// Leaves the thread interrupted.
    ///
    /// @throws CancellationException if nobody wants the answer any more
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Nobody waits for it any more.");
        }
    }
}
