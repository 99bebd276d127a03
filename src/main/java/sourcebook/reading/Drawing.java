package sourcebook.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;
import sourcebook.extraction.PageWorkers;

/// Asks workers for what is in no cache: the same thing once for all who want it, in their queue, and for
/// a while not again when it failed, so that a page that brings down its process does not do so with
/// every look at it. Thread-safe.
final class Drawing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    /// More than a screen of the smallest page images; who scrolls on leaves them behind.
    private static final int MOST_WAITING = 48;

    private static final Duration FAILURES_KEPT = Duration.ofMinutes(2);
    private static final int MOST_REMEMBERED = 1_000;

    private final PageWorkers workers;
    private final OriginalFile originals;
    private final PageQueue<PageAnswer> queue;
    private final Map<DocumentId, Known> files = Recent.most(MOST_REMEMBERED);
    private final Map<Wanted, Failure> failures = Recent.most(MOST_REMEMBERED);

    private record Wanted(DocumentId document, PageRequest.Want want) {}

    private record Failure(PageAnswer.Failed failed, long since) {}

    /// A file whose bytes were compared with the document's id, and by what a later change would show.
    private record Known(
            Path file,
            long size,
            FileTime changed,
            @Nullable Object key) {}

    Drawing(PageWorkers workers, OriginalFile originals) {
        this.workers = workers;
        this.originals = originals;
        this.queue = new PageQueue<>("pages", workers.workers(), MOST_WAITING);
    }

    /// @param keep takes what came of it, before anybody gets it and also when nobody waits any more
    Answer<PageAnswer> ask(CataloguedDocument document, PageRequest.Want want, Consumer<PageAnswer> keep) {
        return ask(document, want, keep, false);
    }

    /// @param early whether nobody needs it yet: it waits until nothing else does
    Answer<PageAnswer> ask(
            CataloguedDocument document, PageRequest.Want want, Consumer<PageAnswer> keep, boolean early) {
        var wanted = new Wanted(document.id(), want);
        PageAnswer.Failed before = failed(wanted);
        if (before != null) {
            return refused(before);
        }
        try {
            Path original = original(document).orElse(null);
            if (original == null) {
                return new Answer.Refused<>(
                        Answer.Why.NO_ORIGINAL,
                        "The original of " + document.id().shortForm() + " is gone, or was changed since it was read.");
            }
            var request = new PageRequest(original, document.id().value(), document.mediaType(), want);
            return queue.await(wanted, () -> work(wanted, request, keep), early)
                    .<Answer<PageAnswer>>map(answer ->
                            answer instanceof PageAnswer.Failed failed ? refused(failed) : new Answer.Given<>(answer))
                    .orElseGet(() -> new Answer.Refused<>(
                            Answer.Why.BUSY, "Too many pages were asked for at a time; this one was left out."));
        } catch (IOException unreadable) {
            LOG.warn("The original of {} cannot be read", document.id(), unreadable);
            return new Answer.Refused<>(Answer.Why.NO_ORIGINAL, "The original cannot be opened.");
        } catch (InterruptedException gone) {
            Thread.currentThread().interrupt();
            return new Answer.Refused<>(Answer.Why.BUSY, "Drawing the page was stopped.");
        }
    }

    @Override
    public void close() {
        queue.close();
        workers.close();
    }

    private PageAnswer work(Wanted wanted, PageRequest request, Consumer<PageAnswer> keep) {
        try {
            PageAnswer answer = workers.ask(request);
            if (answer instanceof PageAnswer.Failed failed) {
                LOG.info("{} of {}: {}", request.want(), request.key(), failed.reason());
                failures.put(wanted, new Failure(failed, System.nanoTime()));
            } else {
                keep.accept(answer);
            }
            return answer;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new PageAnswer.Failed(Kind.CRASHED, "Drawing pages was stopped.");
        }
    }

    /// The bytes are compared with the id once, and again when the file has another size or time of change.
    private Optional<Path> original(CataloguedDocument document) throws IOException {
        Known before = files.get(document.id());
        if (before != null && Files.isReadable(before.file()) && before.equals(known(before.file()))) {
            return Optional.of(before.file());
        }
        Optional<Path> found = originals.of(document);
        if (found.isPresent()) {
            files.put(document.id(), known(found.get()));
        }
        return found;
    }

    private static Known known(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Known(file, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
    }

    private PageAnswer.@Nullable Failed failed(Wanted wanted) {
        Failure failure = failures.get(wanted);
        return failure != null && System.nanoTime() - failure.since() < FAILURES_KEPT.toNanos()
                ? failure.failed()
                : null;
    }

    private static Answer<PageAnswer> refused(PageAnswer.Failed failed) {
        return new Answer.Refused<>(Answer.Why.UNREADABLE, failed.reason());
    }
}
