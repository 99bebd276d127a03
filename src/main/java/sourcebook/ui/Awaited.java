package sourcebook.ui;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.Answer;

/// How the document that is shown can be shown: its pages, its parts. That is known only when a worker
/// has opened the original, which a broken one can hold up for minutes: so it is asked in another thread,
/// and the page waits a moment only. One document at a time; the next ends the asking for the one before.
/// Used by one page, in its thread.
final class Awaited {
    private static final Logger LOG = LoggerFactory.getLogger(Awaited.class);
    private static final Duration AT_ONCE = Duration.ofMillis(400);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    /// How often it is asked while other documents keep the workers busy.
    private static final int MOST_TRIES = 30;

    /// Those who wait, for a worker or to ask again: as many as there are, since waiting costs nothing and
    /// nobody is to wait for another's waiting.
    private static final ThreadFactory WAITING =
            Thread.ofVirtual().name("appearance-of-a-document-", 1).factory();

    /// Shared by all pages. To find a text's parts keeps a processor busy, for which virtual threads are
    /// not made: they would hold up whatever else runs on these. Few, as each may hold a large document.
    private static final ExecutorService WORKING = Executors.newFixedThreadPool(
            4, Thread.ofPlatform().daemon().name("parts-of-a-document-", 1).factory());

    private final Function<CataloguedDocument, Answer<Appearance>> pages;
    private final BiFunction<CataloguedDocument, DocumentText, Appearance> parts;
    private @Nullable Future<?> asking;

    /// Both are interrupted when nobody wants their answer any more.
    ///
    /// @param pages waits for a worker; refused where there are no printed pages
    /// @param parts asked for where there are none; keeps a processor busy
    Awaited(
            Function<CataloguedDocument, Answer<Appearance>> pages,
            BiFunction<CataloguedDocument, DocumentText, Appearance> parts) {
        this.pages = pages;
        this.parts = parts;
    }

    /// @param page runs what it is given in the page's own thread
    /// @param late given the answer there, when it came later
    /// @return the answer, if it was there at once
    Optional<Answer<Appearance>> ask(
            CataloguedDocument document, DocumentText text, Executor page, Consumer<Answer<Appearance>> late) {
        stop();
        CompletableFuture<Answer<Appearance>> answer = new CompletableFuture<>();
        FutureTask<Boolean> mine = new FutureTask<>(() -> answer.complete(answer(document, text)));
        asking = mine;
        WAITING.newThread(mine).start();
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
            asking.cancel(true);
            asking = null;
        }
    }

    private Answer<Appearance> answer(CataloguedDocument document, DocumentText text) {
        try {
            Answer<Appearance> answer = pages.apply(document);
            for (int tries = 1; refused(answer, Answer.Why.BUSY) && tries < MOST_TRIES; tries++) {
                Thread.sleep(AGAIN);
                answer = pages.apply(document);
            }
            return refused(answer, Answer.Why.NOT_PAGED) ? new Answer.Given<>(inParts(document, text)) : answer;
        } catch (InterruptedException | CancellationException unwanted) {
            return new Answer.Refused<>(Answer.Why.BUSY, "Asking how to show it was stopped.");
        } catch (ExecutionException failed) {
            return failed(document, failed.getCause());
        } catch (RuntimeException | Error failed) {
            return failed(document, failed);
        }
    }

    private static Answer<Appearance> failed(CataloguedDocument document, @Nullable Throwable failed) {
        LOG.error("How to show {} was asked in vain", document.id(), failed);
        return new Answer.Refused<>(Answer.Why.UNREADABLE, "The server’s log says why.");
    }

    private Appearance inParts(CataloguedDocument document, DocumentText text)
            throws InterruptedException, ExecutionException {
        Future<Appearance> found = WORKING.submit(() -> parts.apply(document, text));
        try {
            return found.get();
        } catch (InterruptedException unwanted) {
            found.cancel(true);
            throw unwanted;
        }
    }

    private static boolean refused(Answer<Appearance> answer, Answer.Why reason) {
        return answer instanceof Answer.Refused<Appearance>(var why, var _) && why == reason;
    }
}
