package sourcebook.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Counts what a run has received and finished, and how fast. Thread-safe.
final class Pace {
    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long STEP_NANOS = Duration.ofMillis(250).toNanos();

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Set<String> current = ConcurrentHashMap.newKeySet();
    private boolean running;
    private long done;
    private long total;

    synchronized void start() {
        running = true;
        done = 0;
        total = 0;
        marks.clear();
        marks.add(new Mark(System.nanoTime(), 0));
    }

    synchronized void stop() {
        running = false;
        current.clear();
    }

    synchronized void received(long number) {
        total += number;
    }

    synchronized void finished() {
        done++;
        long now = System.nanoTime();
        if (now - marks.getLast().nanos() >= STEP_NANOS) {
            marks.addLast(new Mark(now, done));
            while (marks.size() > 2 && now - marks.getFirst().nanos() > WINDOW_NANOS) {
                marks.removeFirst();
            }
        }
    }

    void reading(String location) {
        current.add(location);
    }

    void read(String location) {
        current.remove(location);
    }

    synchronized Progress progress() {
        if (!running || total == 0) { // a rescan that finds nothing new is no work to show
            return Progress.IDLE;
        }
        Mark first = marks.getFirst();
        double seconds = (System.nanoTime() - first.nanos()) / 1e9;
        double perSecond = seconds <= 0 ? 0 : (done - first.done()) / seconds;
        @Nullable
        Duration left = perSecond <= 0 ? null : Duration.ofMillis(Math.round(1000 * (total - done) / perSecond));
        return new Progress(
                true,
                done,
                total,
                perSecond,
                left,
                List.copyOf(current).stream().sorted().toList());
    }
}
