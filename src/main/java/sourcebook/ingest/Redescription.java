package sourcebook.ingest;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.Redescribed;

/// Describes documents again that other rules than the present ones described, or whose site has shown
/// more of its furniture since, from what was kept of their extraction. No original is opened; edits of
/// people stay above. A group of documents is one transaction.
final class Redescription implements Background.Task {
    private static final Logger LOG = LoggerFactory.getLogger(Redescription.class);

    private static final int GROUP = 32;

    /// Documents of an older archive looked at in one transaction; that reads their records alone.
    private static final int EXAMINED = 500;

    private final Catalogue catalogue;
    private final Cataloguing cataloguing;
    private final Rules rules;
    private final ReentrantLock sidecars;
    private final ExecutorService describers;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong left = new AtomicLong();

    /// @param sidecars held while a group is described and written, so that no sidecar changes in between
    /// @param threads documents described at a time
    Redescription(Catalogue catalogue, Cataloguing cataloguing, Rules rules, ReentrantLock sidecars, int threads) {
        this.catalogue = catalogue;
        this.cataloguing = cataloguing;
        this.rules = rules;
        this.sidecars = sidecars;
        this.describers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("describer").daemon().factory());
    }

    @Override
    public boolean step() throws InterruptedException {
        if (catalogue.examine(EXAMINED) > 0) {
            return true;
        }
        int number = rules.current().number();
        List<DocumentId> group = catalogue.describedByOtherRules(number, true, GROUP);
        if (group.isEmpty()) {
            done.set(0);
            left.set(0);
            return false;
        }
        if (left.get() <= 0) {
            left.set(catalogue.countDescribedByOtherRules(number, true));
        }
        sidecars.lockInterruptibly();
        try {
            write(describe(group));
        } finally {
            sidecars.unlock();
        }
        done.addAndGet(group.size());
        left.addAndGet(-group.size());
        return true;
    }

    /// One document that cannot be written costs that document, not the group, nor what waits behind it.
    private void write(List<Redescribed> group) {
        try {
            catalogue.describeAgain(group);
        } catch (NestedRuntimeException ofTheDatabase) { // no document's fault: all of them are tried again later
            throw ofTheDatabase;
        } catch (RuntimeException | StackOverflowError broken) {
            if (group.size() == 1) {
                leave(group.getFirst().id(), group.getFirst().rules(), broken);
            } else {
                group.forEach(one -> write(List.of(one)));
            }
        }
    }

    private void leave(DocumentId id, int number, Throwable broken) {
        LOG.warn("{} could not be described again; it stays as it is.", id, broken);
        catalogue.leaveAsDescribed(id, number);
    }

    private List<Redescribed> describe(List<DocumentId> group) throws InterruptedException {
        List<Callable<Optional<Redescribed>>> tasks = group.stream()
                .<Callable<Optional<Redescribed>>>map(id -> () -> describe(id))
                .toList();
        return describers.invokeAll(tasks).stream()
                .flatMap(Redescription::result)
                .toList();
    }

    private static Stream<Redescribed> result(Future<Optional<Redescribed>> described) {
        try {
            return described.get().stream();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException("A document could not be described again", broken);
        }
    }

    /// A document that cannot be described again, whatever is wrong with it, waits no longer: what comes
    /// behind it must not wait for it for ever.
    private Optional<Redescribed> describe(DocumentId id) {
        int number = rules.current().number();
        try {
            var extracted = catalogue.kept(id).flatMap(KeptExtraction::unpack);
            if (extracted.isEmpty()) {
                LOG.warn("What was kept of {} cannot be read; its original is read again at the next look.", id);
                catalogue.forgetExtraction(id);
                return Optional.empty();
            }
            List<Location> locations =
                    catalogue.find(id).map(CataloguedDocument::locations).orElse(List.of());
            return Optional.of(cataloguing.again(id, locations, extracted.get()));
        } catch (NestedRuntimeException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            leave(id, number, broken);
            return Optional.empty();
        }
    }

    /// How far it is.
    Upkeep progress() {
        long open = left.get();
        return open <= 0 ? Upkeep.IDLE : new Upkeep(true, done.get(), done.get() + open, null);
    }

    /// Groups are small: the one under way is finished.
    @Override
    public void interrupt() {}

    @Override
    public void close() {
        describers.shutdown();
    }
}
