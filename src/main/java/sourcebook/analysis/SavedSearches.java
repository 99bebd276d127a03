package sourcebook.analysis;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.sql.DataSource;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

/// The searches that people keep, and what is new among their results. Thread-safe.
///
/// With each search stands the set of documents that matched when it was last looked at. Only a document that has
/// changed since can newly match, so what is new is found among those that took a sequence number since: it costs
/// what has changed, not what the archive holds. A person's searches are that person's alone; unknown ids give an
/// empty answer.
public final class SavedSearches {
    /// The person of an archive without accounts.
    public static final String SHARED = "";

    private static final int LONGEST_NAME = 200;
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SearchEngine engine;
    private final DocumentNumbers numbers;
    private final MatchingDocuments matching;
    private final SavedSearchRows rows;
    private final InstantSource clock;
    private final Map<Long, Counted> counted = new HashMap<>(); // guarded by itself

    /// @param database the archive's, migrated
    public SavedSearches(DataSource database, SearchEngine engine, DocumentNumbers numbers) {
        this(database, engine, numbers, Clock.systemUTC());
    }

    SavedSearches(DataSource database, SearchEngine engine, DocumentNumbers numbers, InstantSource clock) {
        this.engine = engine;
        this.numbers = numbers;
        this.matching = new MatchingDocuments(engine, numbers);
        this.rows = new SavedSearchRows(database);
        this.clock = clock;
    }

    /// What was new when the index held this sequence.
    private record Counted(long looked, long sequence, NewSince found) {}

    /// Keeps a search. What it finds now counts as seen.
    ///
    /// @param name blank for the query itself
    /// @param address of the page that shows it, relative to the application's root
    /// @throws IllegalArgumentException with a sentence when the name is too long
    public SavedSearch save(String person, String name, String address, SearchRequest request) {
        String given = name.isBlank() ? request.query() : name;
        String checked = checked(given.isBlank() ? "All documents" : given);
        long sequence = engine.committedSequence();
        BitSet seen = matching.of(request, new Work());
        long id = rows.insert(person, checked, address, request, now(), sequence, seen, token());
        return find(person, id).orElseThrow(() -> new IllegalStateException("Removed while it was saved: " + id));
    }

    /// In the person's own order.
    public List<SavedSearch> list(String person) {
        return rows.list(person);
    }

    public Optional<SavedSearch> find(String person, long id) {
        return rows.find(person, id);
    }

    /// The search whose feed has this secret.
    public Optional<SavedSearch> byToken(String token) {
        return rows.byToken(token);
    }

    /// @throws IllegalArgumentException with a sentence when the name is blank or too long
    public Optional<SavedSearch> rename(String person, long id, String name) {
        rows.rename(person, id, checked(name));
        return find(person, id);
    }

    /// Gives the feed another address; the old one no longer works.
    public Optional<SavedSearch> renewToken(String person, long id) {
        rows.renewToken(person, id, token());
        return find(person, id);
    }

    /// Removes a search, until [#restore].
    ///
    /// @return whether there was one
    public boolean remove(String person, long id) {
        return rows.setDeleted(person, id, now());
    }

    public Optional<SavedSearch> restore(String person, long id) {
        rows.setDeleted(person, id, null);
        return find(person, id);
    }

    /// Puts a search at a place in the person's list, 0 the first.
    public void move(String person, long id, int place) {
        if (place < 0) {
            throw new IllegalArgumentException("Places are counted from 0.");
        }
        if (find(person, id).isPresent()) {
            rows.move(person, id, place);
        }
    }

    /// What the search finds that it did not find when it was last looked at. Remembered until the archive changes. Not
    /// counted where the query stands for so many words that it would take longer than a page can wait.
    public NewSince newSince(SavedSearch search) {
        long sequence = engine.committedSequence();
        synchronized (counted) {
            Counted before = counted.get(search.id());
            if (before != null && before.sequence == sequence && before.looked == search.lookedSequence()) {
                return before.found;
            }
        }
        NewSince found = counted(search);
        synchronized (counted) {
            counted.put(search.id(), new Counted(search.lookedSequence(), sequence, found));
        }
        return found;
    }

    private NewSince counted(SavedSearch search) {
        long end = System.nanoTime() + SearchRequest.PATIENCE.toNanos();
        Work work = new Work(() -> System.nanoTime() - end < 0);
        try {
            return rows.sets(search.id())
                    .map(sets -> count(fresh(search, sets, work), sets.seen()))
                    .orElse(NewSince.NOTHING);
        } catch (CancellationException late) {
            return NewSince.UNCOUNTED;
        }
    }

    /// The new documents themselves, in order of adding.
    public List<DocumentId> newDocuments(SavedSearch search, int limit) {
        return rows.sets(search.id())
                .map(sets -> numbers.ids(fresh(search, sets, new Work()), limit))
                .orElse(List.of());
    }

    /// The results of a search have been looked at: what it finds now is no longer new.
    public Optional<SavedSearch> look(String person, long id) {
        Optional<SavedSearch> found = find(person, id);
        if (found.isEmpty()) {
            return found;
        }
        SavedSearch search = found.get();
        long sequence = engine.committedSequence();
        BitSet changed = numbers.changedAfter(search.lookedSequence());
        BitSet seen = rows.sets(id).map(SavedSearchRows.Sets::seen).orElseGet(BitSet::new);
        if (!changed.isEmpty()) {
            BitSet now = matching.among(search.request(), changed, new Work());
            seen.andNot(changed);
            seen.or(now);
        }
        rows.looked(id, now(), sequence, seen);
        return find(person, id);
    }

    private BitSet fresh(SavedSearch search, SavedSearchRows.Sets sets, Work work) {
        BitSet changed = numbers.changedAfter(search.lookedSequence());
        changed.andNot(sets.seen());
        return changed.isEmpty() ? changed : matching.among(search.request(), changed, work);
    }

    private NewSince count(BitSet fresh, BitSet seen) {
        BitSet counting = (BitSet) fresh.clone();
        long stories = 0;
        for (int number = counting.nextSetBit(0); number >= 0; number = counting.nextSetBit(number + 1)) {
            BitSet copies = numbers.siblings(number);
            stories += copies.intersects(seen) ? 0 : 1;
            counting.andNot(copies); // its other copies are behind it
        }
        return new NewSince(fresh.cardinality(), stories);
    }

    /// The stories that the search has found since it was saved, by the copy that came first; the last added first.
    ///
    /// @param most of them
    List<DocumentId> storiesSinceSaved(SavedSearch search, int most) {
        SavedSearchRows.Sets sets = rows.sets(search.id()).orElse(null);
        if (sets == null) {
            return List.of();
        }
        BitSet now = matching.of(search.request(), new Work());
        BitSet firsts = new BitSet();
        for (int number = now.previousSetBit(now.length());
                number >= 0 && firsts.cardinality() < most;
                number = now.previousSetBit(number - 1)) {
            if (!sets.first().get(number)) {
                BitSet copies = numbers.siblings(number);
                copies.and(now);
                if (copies.nextSetBit(0) == number && !copies.intersects(sets.first())) {
                    firsts.set(number);
                }
            }
        }
        return numbers.ids(firsts, most).reversed();
    }

    private static String checked(String name) {
        String bare = name.strip().replaceAll("\\s+", " ");
        if (bare.isEmpty() || bare.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters.");
        }
        return bare;
    }

    private static String token() {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Instant now() {
        return clock.instant();
    }
}
