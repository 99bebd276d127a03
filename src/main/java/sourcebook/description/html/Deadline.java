package sourcebook.description.html;

import java.time.Duration;

/// When a page must have been looked at. Whoever walks many of its elements asks at each, so that a page made to take
/// hours is left without a thread that would have to be stopped. For one thread.
final class Deadline {
    /// The clock is read once for so many questions.
    private static final int STEPS = 64;

    private final long end;
    private int steps;

    Deadline(Duration longest) {
        this.end = System.nanoTime() + longest.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /// @throws LatePageException when the time is over
    void check() {
        if (++steps % STEPS == 0 && isOver()) {
            throw new LatePageException();
        }
    }
}
