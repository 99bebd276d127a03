package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Work is done once, the newest first, and not for nobody.
class PageQueueTest {
    private final PageQueue<String> queue = new PageQueue<>("test", 1, 3);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    private record Asked(Thread thread, CompletableFuture<Optional<String>> answer) {}

    /// Asks on a thread of its own and returns when that waits.
    private Asked ask(String key) {
        return ask(key, false);
    }

    private Asked ask(String key, boolean early) {
        var answer = new CompletableFuture<Optional<String>>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                answer.complete(queue.await(key, () -> work(key), early));
            } catch (InterruptedException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return new Asked(thread, answer);
    }

    /// Keeps the one thread busy until the gate opens.
    private Asked askForGate() throws InterruptedException {
        Asked asked = ask("gate");
        begun.await();
        return asked;
    }

    private String work(String key) {
        if (key.equals("gate")) {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (key.equals("fault")) {
            throw new IllegalStateException("a fault");
        }
        done.add(key);
        return key;
    }

    private static Optional<String> get(Asked asked) throws Exception {
        return asked.answer().get(60, TimeUnit.SECONDS);
    }

    @Test
    void theNewestComesFirstAndTheOldestOfTooManyIsDropped() throws Exception {
        Asked under = askForGate();
        Asked one = ask("1");
        Asked two = ask("2");
        Asked three = ask("3");
        Asked again = ask("2"); // moves it to the front
        Asked four = ask("4");
        assertThat(get(one)).isEmpty();
        gate.countDown();
        assertThat(get(under)).contains("gate");
        assertThat(get(two)).contains("2");
        assertThat(get(again)).contains("2");
        assertThat(get(three)).contains("3");
        assertThat(get(four)).contains("4");
        assertThat(done).containsExactly("gate", "4", "2", "3");
    }

    @Test
    void whatNobodyWaitsForIsNotDone() throws Exception {
        Asked under = askForGate();
        Asked left = ask("1");
        Asked stays = ask("2");
        left.thread().interrupt();
        assertThatThrownBy(() -> get(left))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        gate.countDown();
        assertThat(get(stays)).contains("2");
        assertThat(get(under)).contains("gate");
        assertThat(done).containsExactly("gate", "2");
    }

    @Test
    void whatIsAskedForAheadComesLastAndGivesWay() throws Exception {
        Asked under = askForGate();
        Asked left = ask("early 1", true);
        Asked early = ask("early 2", true);
        Asked wanted = ask("1");
        Asked later = ask("early 3", true);
        assertThat(get(left)).as("others were asked for ahead since").isEmpty();
        Asked needed = ask("early 3");
        gate.countDown();
        for (Asked one : List.of(under, early, wanted, later, needed)) {
            assertThat(get(one)).isPresent();
        }
        assertThat(done).containsExactly("gate", "early 3", "1", "early 2");
    }

    @Test
    void oneWorkForManyWhoWait() throws Exception {
        var count = new AtomicInteger();
        askForGate();
        List<Asked> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(ask("same"));
            count.incrementAndGet();
        }
        gate.countDown();
        for (Asked one : many) {
            assertThat(get(one)).contains("same");
        }
        assertThat(done).containsExactly("gate", "same");
        assertThat(count).hasValue(20);
    }

    @Test
    void aFaultIsToldAndTheNextIsDone() throws Exception {
        Asked fault = ask("fault");
        assertThatThrownBy(() -> get(fault)).hasRootCauseMessage("a fault");
        assertThat(get(ask("1"))).contains("1");
    }

    @Test
    void closingAnswersWhoWaits() throws Exception {
        askForGate();
        Asked waits = ask("1");
        queue.close();
        assertThat(get(waits)).isEmpty();
        assertThat(queue.await("2", () -> work("2"))).isEmpty();
    }
}
