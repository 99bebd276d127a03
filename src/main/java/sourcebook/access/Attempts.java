package sourcebook.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down who guesses: after a few failures in a row each further attempt of the same client has to wait, twice as
/// long each time. By client, so that a stranger who guesses does not lock out the owner. Thread-safe.
final class Attempts {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    /// Clients remembered; the one that was silent longest is forgotten first.
    private static final int MOST_CLIENTS = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> byClient = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    private record Failures(int count, Instant until) {}

    Attempts(InstantSource clock) {
        this.clock = clock;
    }

    /// Begins an attempt, counted as failed until [#succeeded], so that attempts side by side gain nothing.
    ///
    /// @return how long the client has to wait before it may try; zero if it may now
    synchronized Duration begin(String client) {
        Instant now = clock.instant();
        Failures before = byClient.get(client);
        if (before != null && before.until().isAfter(now)) {
            return Duration.between(now, before.until());
        }
        int count = before == null ? 1 : before.count() + 1;
        byClient.put(client, new Failures(count, now.plus(waitAfter(count))));
        return Duration.ZERO;
    }

    synchronized void succeeded(String client) {
        byClient.remove(client);
    }

    private static Duration waitAfter(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// A sentence for who has to wait.
    static String sentence(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return "Too many wrong attempts. Try again in " + seconds + (seconds == 1 ? " second." : " seconds.");
    }
}
