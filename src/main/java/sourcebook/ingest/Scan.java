package sourcebook.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.Ledger;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.Settlement;

/// One look at folders, held against the ledger: what is new or changed is received and submitted, what
/// is gone is closed. A file whose size and time are unchanged is not opened. Used once, by one thread.
final class Scan implements Finder.Receiver {
    /// Rows received in one transaction.
    private static final int GROUP = 256;

    private final ArchiveFolder folder;
    private final Ledger ledger;
    private final Catalogue catalogue;
    private final Pipeline pipeline;
    private final SettlementWriter writer;
    private final Pace pace;
    private final BooleanSupplier stopping;
    private final Set<String> forced = new HashSet<>();
    /// All files of the ledger, once folders are walked; before, each is asked for.
    private @Nullable KnownFiles known;

    /// What was sighted and is none of those known.
    private final Set<String> sighted = new HashSet<>();

    private final String inside;
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> walked = new ArrayList<>();
    private final Map<Path, OptionalLong> changedSidecars = new LinkedHashMap<>();
    private final List<Finder.Sighting> group = new ArrayList<>();
    private boolean interrupted;

    Scan(
            ArchiveFolder folder,
            Ledger ledger,
            Catalogue catalogue,
            Pipeline pipeline,
            SettlementWriter writer,
            Pace pace,
            BooleanSupplier stopping) {
        this.stopping = stopping;
        this.folder = folder;
        String root = folder.root().toString();
        this.inside = root.endsWith("/") ? root : root + "/";
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.pipeline = pipeline;
        this.writer = writer;
        this.pace = pace;
    }

    /// Receives these files again, changed or not.
    void again(List<String> paths) throws InterruptedException {
        for (String path : paths) {
            Path file = folder.resolve(Location.of(path));
            forced.add(path);
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isDirectory()) {
                    catalogue.remove(ledger.rowsOf(path)); // a folder that could not be looked into and now can
                } else {
                    found(Finder.sighting(file, attributes));
                }
            } catch (NoSuchFileException gone) {
                catalogue.remove(ledger.rowsOf(path));
            } catch (IOException unreadable) {
                unreadable(file, unreadable);
            }
        }
        submitGroup();
        stopIfInterrupted();
    }

    /// Looks at these files alone, which changed, came or went; none of them is a folder or hidden.
    void look(List<Path> files) throws InterruptedException {
        for (Path file : files) {
            try {
                found(Finder.sighting(
                        file, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
            } catch (NoSuchFileException gone) {
                catalogue.remove(ledger.rowsOf(folder.locate(file).path()));
            } catch (IOException unreadable) {
                unreadable(file, unreadable);
            }
        }
        submitGroup();
        stopIfInterrupted();
    }

    void walk(List<Path> starts) throws IOException, InterruptedException {
        known = starts.isEmpty() ? null : new KnownFiles(ledger);
        for (Path start : starts) {
            Path named = start.toAbsolutePath().normalize();
            Path whole = Files.isSymbolicLink(named) ? named.toRealPath() : named;
            if (Files.isDirectory(whole)) {
                String path = folder.locate(whole).path();
                walked.add(slash(path));
            }
            Finder.walk(whole, this);
            submitGroup();
            stopIfInterrupted();
        }
    }

    /// Closes the rows of files below the walked folders that were not sighted.
    void close() {
        if (known == null) {
            return;
        }
        List<Long> gone = new ArrayList<>();
        known.forEachUnsighted(path -> {
            boolean below = walked.stream().anyMatch(start -> below(path, start));
            boolean hidden = unreadable.stream().anyMatch(start -> path.equals(start) || below(path, slash(start)));
            if (below && !hidden && !sighted.contains(path)) {
                gone.addAll(ledger.rowsOf(path));
                if (path.endsWith(Sidecars.NAME) || Rules.areNamesOf(Location.of(path))) {
                    changedSidecars.put(folder.resolve(Location.of(path)), OptionalLong.empty());
                }
            }
        });
        catalogue.remove(gone);
    }

    /// The archive's own folder, `""`, holds every relative path but none that lies outside.
    private static boolean below(String path, String start) {
        return start.isEmpty() ? !Path.of(path).isAbsolute() : path.startsWith(start);
    }

    private static String slash(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    /// Sidecars, and the archive's names of sources, that are new or changed, by their rows, which the
    /// caller settles; those that are gone have none.
    Map<Path, OptionalLong> changedSidecars() {
        return changedSidecars;
    }

    @Override
    public void found(Finder.Sighting sighting) {
        if (interrupted || stopping.getAsBoolean()) {
            return;
        }
        if (isNew(
                path(sighting.file()),
                sighting.attributes().size(),
                sighting.attributes().lastModifiedTime().toInstant().toEpochMilli())) {
            group.add(sighting);
            if (group.size() == GROUP) {
                submitGroup();
            }
        }
    }

    /// Whether a file was not sighted before and is not, or not so, in the ledger.
    private boolean isNew(String path, long size, long modified) {
        if (!sighted.isEmpty() && sighted.contains(path)) {
            return false;
        }
        int place = known == null ? -1 : known.place(path);
        if (known != null && place >= 0) {
            return known.sight(place) && (!known.isUnchanged(place, size, modified) || forced.contains(path));
        }
        sighted.add(path);
        if (known != null || forced.contains(path)) {
            return true;
        }
        Ledger.Seen seen = ledger.file(path).orElse(null);
        return seen == null
                || !seen.finished()
                || seen.size() != size
                || seen.modified().toEpochMilli() != modified;
    }

    /// The path of a file as the ledger has it. Those that a walk comes by are whole already and need not be made so.
    private String path(Path file) {
        if (File.separatorChar != '/' || known == null) {
            return folder.locate(file).path();
        }
        String whole = file.toString();
        return whole.startsWith(inside) ? whole.substring(inside.length()) : whole;
    }

    @Override
    public void unreadable(Path path, IOException reason) {
        String name = folder.locate(path).path();
        unreadable.add(name);
        sighted.add(name);
        if (interrupted || name.isEmpty() || isKnown(name)) {
            return;
        }
        try {
            long row = ledger.receive(List.of(new Ledger.Found(Location.of(name), 0, Instant.EPOCH)))
                    .getFirst();
            pace.received(1);
            writer.write(new Settlement.Failed(row, null, "it cannot be read: " + Pipeline.sentence(reason)));
            pace.finished();
        } catch (InterruptedException stop) {
            interrupted = true;
        }
    }

    private boolean isKnown(String path) {
        return !forced.contains(path) && (known == null ? ledger.file(path).isPresent() : known.place(path) >= 0);
    }

    private void submitGroup() {
        if (group.isEmpty()) {
            return;
        }
        List<Ledger.Found> found = group.stream()
                .map(sighting -> new Ledger.Found(
                        folder.locate(sighting.file()),
                        sighting.attributes().size(),
                        sighting.attributes().lastModifiedTime().toInstant()))
                .toList();
        List<Long> rows = ledger.receive(found);
        pace.received(rows.size());
        try {
            for (int i : largestFirst()) {
                String refusal = refusal(group.get(i), found.get(i));
                if (refusal == null) {
                    pipeline.submit(rows.get(i), found.get(i), group.get(i).file());
                } else if (refusal.equals(Sidecars.REASON) || refusal.equals(Rules.REASON)) {
                    changedSidecars.put(group.get(i).file(), OptionalLong.of(rows.get(i)));
                    pace.finished();
                } else {
                    writer.write(new Settlement.Skipped(rows.get(i), refusal));
                    pace.finished();
                }
            }
        } catch (InterruptedException stop) {
            interrupted = true;
        }
        group.clear();
    }

    /// The order in which the group is read: the last to be read are small, so that one that takes long does not keep
    /// all
    /// others waiting for what comes after the whole group.
    private int[] largestFirst() {
        return IntStream.range(0, group.size())
                .boxed()
                .sorted(Comparator.comparingLong(
                        (Integer i) -> -group.get(i).attributes().size()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static @Nullable String refusal(Finder.Sighting sighting, Ledger.Found found) {
        boolean names = sighting.refusal() == null && Rules.areNamesOf(found.location());
        return names ? Rules.REASON : sighting.refusal();
    }

    private void stopIfInterrupted() throws InterruptedException {
        if (interrupted) {
            throw new InterruptedException();
        }
    }
}
