package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The texts of an archive, and those that can be copies of a new one: the tables `story_text` and `story_sketch`.
/// Writing methods run inside a transaction of the caller's.
///
/// What one text costs does not grow with the archive: a bounded number of look-ups gives a bounded number of
/// candidates, and each of these is compared once.
final class StoryTexts {
    /// Texts whose sketches are laid beside that of a new one, those with the most in common first.
    private static final int SKETCHES = 64;

    /// Texts that share a hash with one that is to come, up to which it is not told beforehand which are nearest.
    private static final int FEW_MET = 256;

    /// Texts compared with a new one word by word, of those whose sketches let hope for a copy.
    private static final int CANDIDATES = 24;

    /// Most among them with no more than [#FEW] hashes in common: in a large archive many meet so by chance.
    private static final int BY_FEW_HASHES = 5;

    private static final int FEW = 2;

    /// Readings of texts that are no copies, after which no more are read: the letters of one form, which may be
    /// thousands.
    private static final int IN_VAIN = 6;

    private final ReadyTexts kept = new ReadyTexts();
    private final JdbcClient jdbc;
    private final SketchTable table;
    private final RecentSketches recent;
    private final KnownSketches sketches;
    private final NewStoryRows rows;
    private final StoryJudge judge;
    private final StoryEdges edges;
    private final KeptTexts texts;
    private long last;

    StoryTexts(Database database, StoryJudge judge, StoryEdges edges, NewStoryRows rows, KeptTexts texts) {
        this.jdbc = database.jdbc();
        this.table = new SketchTable(database);
        this.recent = new RecentSketches(jdbc, table);
        this.sketches = new KnownSketches(jdbc);
        this.rows = rows;
        this.judge = judge;
        this.edges = edges;
        this.texts = texts;
    }

    /// Texts with these sketches are to come in this transaction: what is asked of the database for each of them is
    /// asked for all at once.
    void expect(List<StorySketch> coming) {
        long there = recent.expect(coming.size());
        if (there != last) {
            sketches.clear();
            last = there;
        }
        table.ask(coming.stream()
                .flatMapToLong(sketch -> Arrays.stream(sketch.keys()))
                .toArray());
        sketches.expect(
                coming.stream().flatMapToLong(this::met).sorted().distinct().toArray());
    }

    /// The texts that share a hash with one that is to come; of very many those that will be asked for.
    private LongStream met(StorySketch sketch) {
        long[][] sharing = new long[sketch.hashes().length][];
        int count = 0;
        for (int i = 0; i < sharing.length; i++) {
            sharing[i] = sharing(sketch.hashes()[i]);
            count += sharing[i].length;
        }
        return count <= FEW_MET
                ? Arrays.stream(sharing).flatMapToLong(Arrays::stream)
                : nearest(last + 1, sketch).stream().mapToLong(Long::longValue);
    }

    /// The oldest texts that have a hash.
    private long[] sharing(long hash) {
        return recent.texts(table.texts(hash), hash, SketchTable.MOST);
    }

    /// Nothing is known any more: a transaction was taken back.
    void forget() {
        recent.forget();
        sketches.clear();
    }

    /// A text of the archive.
    ///
    /// @param isNew whether it was not there before, and so has not been compared
    record Entered(long id, boolean isNew) {}

    /// The text with this sketch. Texts without a sketch are never the same one.
    Entered enter(StorySketch sketch) {
        Optional<Long> known = find(sketch);
        if (known.isPresent()) {
            return new Entered(known.get(), false);
        }
        last++;
        rows.text(last, sketch);
        recent.add(last, sketch.keys());
        sketches.put(last, sketch.alone());
        return new Entered(last, true);
    }

    /// A new text that was driven out of memory before its row was written is not gone; null if one is.
    private @Nullable StorySketch sketchOf(long text) {
        StorySketch known = sketches.find(text);
        if (known == null) {
            rows.write();
            known = sketches.find(text);
        }
        return known;
    }

    Optional<Long> find(StorySketch sketch) {
        if (sketch.isEmpty()) {
            return Optional.empty();
        }
        long key = sketch.keyOfFingerprint();
        return Arrays.stream(recent.texts(table.texts(key), key, Integer.MAX_VALUE))
                .filter(text -> {
                    StorySketch other = sketchOf(text);
                    return other != null && other.fingerprint() == sketch.fingerprint();
                })
                .boxed()
                .findFirst();
    }

    /// Compares a new text with those that can be its copies, and writes down which are.
    ///
    /// @return whether any is alike
    boolean compare(long text, StorySketch sketch, DocumentText content) {
        if (sketch.isEmpty()) {
            return false;
        }
        List<Candidate> candidates = promising(nearest(text, sketch), sketch);
        if (candidates.isEmpty()) {
            return false;
        }
        StoryJudge.Subject made = sketch.subject();
        StoryJudge.Subject subject = made == null ? judge.subject(content) : made;
        kept.put(new Candidate(text, sketch.fingerprint()), subject); // its copies are mostly not far behind it
        return read(text, subject, candidates);
    }

    /// Reads the candidates, the nearest first, until so many were no copies that there is none among the rest.
    ///
    /// @return whether any was alike
    private boolean read(long text, StoryJudge.Subject subject, List<Candidate> candidates) {
        List<Candidate> copies = new ArrayList<>();
        int inVain = 0;
        boolean alike = false;
        for (Candidate candidate : candidates) {
            if (inVain == IN_VAIN) {
                break;
            }
            Likeness likeness = kept.mayBeLike(subject, candidate) ? subject.to(ready(candidate)) : Likeness.NONE;
            if (likeness.kind() != Likeness.Kind.UNLIKE) {
                alike = true;
                rows.write();
                edges.insert(text, candidate.text(), likeness);
            }
            if (likeness.sameStory()) {
                copies.add(candidate);
            } else {
                inVain++;
            }
        }
        copies.stream().skip(1).forEach(copy -> relate(copies.getFirst(), copy));
        return alike;
    }

    /// Two texts that are copies of a third may never have been read together, where their family is large. Whether
    /// they are letters of one form decides to which of them the third belongs.
    private void relate(Candidate one, Candidate other) {
        if (edges.likeness(one.text(), other.text()).isEmpty()) {
            Likeness likeness = ready(one).to(ready(other));
            if (likeness.kind() == Likeness.Kind.SAME_FORM) {
                edges.insert(one.text(), other.text(), likeness);
            }
        }
    }

    /// A text that can be a copy. Numbers of texts are given again when a transaction is rolled back; with the
    /// fingerprint it is the same text wherever it is met.
    record Candidate(long text, long fingerprint) {}

    /// A text that shares hashes, the more and the rarer the heavier.
    private record Met(long text, double weight) {
        static final Comparator<Met> NEAREST_FIRST =
                Comparator.comparingDouble(Met::weight).reversed().thenComparingLong(Met::text);
    }

    /// Those that share most with a text, rare hashes first.
    private List<Long> nearest(long text, StorySketch sketch) {
        Map<Long, Met> met = new HashMap<>();
        for (long hash : sketch.hashes()) {
            long[] sharing = sharing(hash);
            boolean itself = sharing.length > 0 && sharing[sharing.length - 1] == text;
            double weight = 1.0 / (sharing.length - (itself ? 1 : 0));
            for (long other : sharing) {
                if (other != text) {
                    met.merge(other, new Met(other, weight), (one, more) -> new Met(other, one.weight() + weight));
                }
            }
        }
        List<Met> nearest = new ArrayList<>(met.values());
        nearest.sort(Met.NEAREST_FIRST);
        return nearest.stream().limit(SKETCHES).map(Met::text).toList();
    }

    /// Those worth reading; the order stays.
    private List<Candidate> promising(List<Long> nearest, StorySketch sketch) {
        List<Candidate> promising = new ArrayList<>();
        int byFewHashes = 0;
        for (long text : nearest) {
            StorySketch other = sketchOf(text);
            if (other != null
                    && sketch.canBeOfCopies(other)
                    && (sketch.common(other) > FEW || ++byFewHashes <= BY_FEW_HASHES)) {
                promising.add(new Candidate(text, other.fingerprint()));
                if (promising.size() == CANDIDATES) {
                    break;
                }
            }
        }
        return promising;
    }

    /// A text made ready; those that are often met, as the eldest of a family are, are kept so for a while.
    private StoryJudge.Subject ready(Candidate candidate) {
        return kept.get(candidate, () -> {
            rows.write();
            return judge.subject(content(candidate.text()));
        });
    }

    /// The text of any document that has it, without what stands around it.
    DocumentText content(long text) {
        return texts.body(text).map(DocumentText::of).orElse(DocumentText.NONE);
    }

    /// Forgets a text that no document has any more.
    void removeIfUnused(long text) {
        Optional<StorySketch> sketch = jdbc.sql("""
                        select word_hash, sketch from story_text
                        where id = :text and not exists (select 1 from story_copy where text_id = :text)
                        """)
                .param("text", text)
                .query((row, number) -> StorySketch.unpack(row.getLong(1), row.getBytes(2)))
                .optional();
        if (sketch.isEmpty()) {
            return;
        }
        table.remove(text, sketch.get().keys()); // those in memory are dropped when they are met
        sketches.remove(text);
        edges.remove(text);
        jdbc.sql("delete from story_text where id = :text").param("text", text).update();
    }
}
