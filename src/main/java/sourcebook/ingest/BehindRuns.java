package sourcebook.ingest;

import java.util.List;
import java.util.function.BooleanSupplier;

/// What goes on behind the runs: describing again, then recognising scans. Begins at once with what an
/// earlier process left. Thread-safe.
final class BehindRuns implements AutoCloseable {
    private final Redescription redescription;
    private final Recognition recognition;
    private final Background background;

    /// @param busy whether a run is under way, which goes before
    /// @param changed called after each step
    BehindRuns(Redescription redescription, Recognition recognition, BooleanSupplier busy, Runnable changed) {
        this.redescription = redescription;
        this.recognition = recognition;
        this.background = new Background(List.of(redescription, recognition), busy, changed);
        background.poke();
    }

    /// There may be work.
    void poke() {
        background.poke();
    }

    /// Stops until [#resume], [#again] or the next start.
    void hold() {
        background.hold();
    }

    /// Whether it was stopped and waits to go on.
    boolean held() {
        return background.held();
    }

    void resume() {
        background.resume();
    }

    /// Goes on, also with what had failed or was stopped.
    ///
    /// @return documents that wait for recognition
    long again() {
        recognition.again();
        long waiting = recognition.waiting();
        background.resume();
        return waiting;
    }

    void await() throws InterruptedException {
        background.await();
    }

    Upkeep redescription() {
        return background.held() ? Upkeep.IDLE : redescription.progress();
    }

    Upkeep recognition() {
        return background.held() ? Upkeep.IDLE : recognition.progress();
    }

    /// Documents whose pages wait and can be recognised.
    long waitingForRecognition() {
        return recognition.waiting();
    }

    @Override
    public void close() throws InterruptedException {
        background.close();
    }
}
