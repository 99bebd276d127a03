package sourcebook.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.Answer;

/// A page that is opened does not wait for a worker that is held up.
class AwaitedTest {
    private static final long PATIENCE_SECONDS = 30;
    private static final Answer<Appearance> GIVEN = new Answer.Given<>(Appearance.NONE);

    private static final DocumentText TEXT = DocumentText.of("The fee is twelve crowns.");

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer<Appearance>> late = new LinkedBlockingQueue<>();

    private static CataloguedDocument document() {
        return document("application/pdf");
    }

    private static CataloguedDocument document(String mediaType) {
        return new CataloguedDocument(
                new DocumentId("a".repeat(64)),
                1,
                mediaType,
                1,
                Instant.EPOCH,
                DocumentRecord.EMPTY,
                1,
                null,
                false,
                List.of(),
                List.of(),
                null,
                true);
    }

    private void runNext() throws InterruptedException {
        Runnable task = tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertTrue(task != null, "nothing was given to the page");
        task.run();
    }

    private static Awaited awaited(Function<CataloguedDocument, Answer<Appearance>> pages) {
        return new Awaited(pages, (_, _) -> {
            throw new AssertionError("a document with pages is not taken apart");
        });
    }

    private static Answer<Appearance> unpaged(CataloguedDocument document) {
        return new Answer.Refused<>(Answer.Why.NOT_PAGED, "Written by a test: " + document.mediaType());
    }

    @Test
    void whatIsHeldUpComesLater() throws InterruptedException {
        var opened = new CountDownLatch(1);
        var pages = awaited(_ -> {
            try {
                opened.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return GIVEN;
        });
        assertEquals(Optional.empty(), pages.ask(document(), TEXT, tasks::add, late::add));
        opened.countDown();
        runNext();
        assertEquals(GIVEN, late.poll());
    }

    @Test
    void whatNobodyWantsAnyMoreIsInterruptedAndNotShown() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        var pages = awaited(_ -> {
            try {
                held.await();
            } catch (InterruptedException stopped) {
                interrupted.countDown();
            }
            return GIVEN;
        });
        assertEquals(Optional.empty(), pages.ask(document(), TEXT, tasks::add, late::add));
        pages.stop();
        assertTrue(interrupted.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
        runNext();
        assertTrue(late.isEmpty());
    }

    @Test
    void nobodyWaitsForAnothersWaiting() throws InterruptedException {
        var never = new CountDownLatch(1);
        var waiting = new ArrayList<Awaited>();
        for (int i = 0; i < 6; i++) { // some held up by a worker, some told again and again that all are busy
            boolean busy = i % 2 == 0;
            var one = awaited(_ -> {
                if (busy) {
                    return new Answer.Refused<>(Answer.Why.BUSY, "written by a test");
                }
                try {
                    never.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return GIVEN;
            });
            waiting.add(one);
            assertEquals(Optional.empty(), one.ask(document(), TEXT, _ -> {}, late::add));
        }
        var pages = new LinkedBlockingQueue<CataloguedDocument>();
        awaited(asked -> {
                    pages.add(asked);
                    return GIVEN;
                })
                .ask(document(), TEXT, tasks::add, late::add);
        assertTrue(pages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) != null, "another's waiting holds it up");
        var texts = new LinkedBlockingQueue<DocumentText>();
        new Awaited(AwaitedTest::unpaged, (_, text) -> {
                    texts.add(text);
                    return Appearance.NONE;
                })
                .ask(document("text/html"), TEXT, tasks::add, late::add);
        assertEquals(TEXT, texts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        waiting.forEach(Awaited::stop);
    }

    @Test
    void partsThatNobodyWantsAnyMoreLeaveNoThreadBusy() throws InterruptedException {
        var never = new CountDownLatch(1);
        var held = new Awaited(AwaitedTest::unpaged, (_, _) -> {
            try {
                never.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return Appearance.NONE;
        });
        for (int i = 0; i < 6; i++) { // more than there are threads
            assertEquals(Optional.empty(), held.ask(document(), TEXT, _ -> {}, late::add));
        }
        held.stop();
        var seen = new LinkedBlockingQueue<DocumentText>();
        var next = new Awaited(AwaitedTest::unpaged, (_, text) -> {
            seen.add(text);
            return Appearance.NONE;
        });
        next.ask(document(), TEXT, tasks::add, late::add);
        assertEquals(TEXT, seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void onlyADocumentWithPagesIsSaidToHaveNoneToShow() {
        Answer<Appearance> failed = new Answer.Refused<>(Answer.Why.UNREADABLE, "Written by a test.");
        assertEquals("Written by a test.", Appearance.of(failed, document()).refusal());
        assertEquals(Appearance.NONE, Appearance.of(failed, document("text/markdown")));
    }

    @Test
    void aFailureIsARefusal() throws InterruptedException {
        var pages = awaited(_ -> {
            throw new IllegalStateException("written by a test");
        });
        Answer<Appearance> answer = pages.ask(document(), TEXT, tasks::add, late::add)
                .orElseGet(() -> {
                    try {
                        runNext();
                        return late.take();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                });
        assertTrue(answer instanceof Answer.Refused<Appearance>(var why, var _) && why == Answer.Why.UNREADABLE);
    }
}
