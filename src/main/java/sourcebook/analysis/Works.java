package sourcebook.analysis;

import sourcebook.search.Asker;

/// The long calls under way in one program, which all end when it does. Thread-safe.
public final class Works implements AutoCloseable {
    private volatile boolean ending;

    /// A call for somebody who stays.
    public Work begin() {
        return begin(Asker.PATIENT);
    }

    /// @param caller for whom it is done: when he goes away, it ends
    public Work begin(Asker caller) {
        return new Work(() -> !ending && caller.waits());
    }

    /// Ends all that is under way, soon.
    @Override
    public void close() {
        ending = true;
    }
}
