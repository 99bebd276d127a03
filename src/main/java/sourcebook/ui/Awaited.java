package sourcebook.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.reading.Answer;

/// How the document that is shown can be shown: its pages, its parts. That is known only when a worker
/// has opened the original, which a broken one can hold up for minutes: so it is asked in a thread of its
/// own, and the page waits a moment only. One document at a time; the next ends the asking for the one
/// before. Used by one page, in its thread.
final class Awaited {
    private static final Logger LOG = LoggerFactory.getLogger(Awaited.class);
    private static final Duration AT_ONCE = Duration.ofMillis(400);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    /// How often it is asked while other documents keep the workers busy.
    private static final int MOST_TRIES = 30;

    private final Function<CataloguedDocument, Answer<Appearance>> appearance;
    private @Nullable Thread asking;

    /// @param appearance may wait; interrupted when nobody wants its answer any more
    Awaited(Function<CataloguedDocument, Answer<Appearance>> appearance) {
        this.appearance = appearance;
    }

    /// @param page runs what it is given in the page's own thread
    /// @param late given the answer there, when it came later
    /// @return the answer, if it was there at once
    Optional<Answer<Appearance>> ask(CataloguedDocument document, Executor page, Consumer<Answer<Appearance>> late) {
        stop();
        CompletableFuture<Answer<Appearance>> answer = new CompletableFuture<>();
        Thread mine =
                Thread.ofVirtual().name("appearance-of-a-document").start(() -> answer.complete(answer(document)));
        asking = mine;
        try {
            return Optional.of(answer.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            answer.thenAccept(given -> page.execute(() -> {
                if (mine.equals(asking)) {
                    asking = null;
                    late.accept(given);
                }
            }));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            stop();
        }
        return Optional.empty();
    }

    /// Nobody wants the answer any more.
    void stop() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    private Answer<Appearance> answer(CataloguedDocument document) {
        try {
            Answer<Appearance> answer = appearance.apply(document);
            for (int tries = 1; busy(answer) && tries < MOST_TRIES; tries++) {
                Thread.sleep(AGAIN);
                answer = appearance.apply(document);
            }
            return answer;
        } catch (InterruptedException unwanted) {
            return new Answer.Refused<>(Answer.Why.BUSY, "Asking how to show it was stopped.");
        } catch (RuntimeException | Error failed) {
            LOG.error("How to show {} was asked in vain", document.id(), failed);
            return new Answer.Refused<>(Answer.Why.UNREADABLE, "The server’s log says why.");
        }
    }

    private static boolean busy(Answer<Appearance> answer) {
        return answer instanceof Answer.Refused<Appearance>(var why, var _)
                && why == Answer.Why.BUSY
                && !Thread.currentThread().isInterrupted();
    }
}
