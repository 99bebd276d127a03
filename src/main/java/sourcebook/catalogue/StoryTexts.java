package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The texts of an archive, and those that can be copies of a new one: the tables `story_text` and `story_sketch`.
/// Writing methods run inside a transaction of the caller's.
///
/// What one text costs does not grow with the archive: a bounded number of look-ups gives a bounded number of
/// candidates, and each of these is compared once.
final class StoryTexts {
    /// Texts looked at for each hash; the oldest, so that a family of any size meets in its eldest members.
    private static final int TEXTS_PER_HASH = 32;

    /// Texts whose sketches are laid beside that of a new one, those with the most in common first.
    private static final int SKETCHES = 64;

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
    private final RecentSketches recent;
    private final StoryJudge judge;
    private final StoryEdges edges;

    StoryTexts(JdbcClient jdbc, StoryJudge judge, StoryEdges edges) {
        this.jdbc = jdbc;
        this.recent = new RecentSketches(jdbc);
        this.judge = judge;
        this.edges = edges;
    }

    /// A text of the archive.
    ///
    /// @param isNew whether it was not there before, and so has not been compared
    record Entered(long id, boolean isNew) {}

    /// The text with this sketch. Texts without a sketch are never the same one.
    Entered enter(List<Long> sketch) {
        if (!sketch.isEmpty()) {
            Optional<Long> known = find(sketch.getFirst());
            if (known.isPresent()) {
                return new Entered(known.get(), false);
            }
        }
        StorySketch hashes = StorySketch.of(sketch.isEmpty() ? List.of() : sketch.subList(1, sketch.size()));
        long id = jdbc.sql("insert into story_text (fingerprint, sketch) values (:fingerprint, :sketch) returning id")
                .param("fingerprint", sketch.isEmpty() ? null : sketch.getFirst())
                .param("sketch", hashes.packed())
                .query(Long.class)
                .single();
        recent.add(id, hashes.hashes());
        return new Entered(id, true);
    }

    Optional<Long> find(long fingerprint) {
        return jdbc.sql("select id from story_text where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .optional();
    }

    /// Compares a new text with those that can be its copies, and writes down which are.
    ///
    /// @return whether any is alike
    boolean compare(long text, List<Long> sketch, DocumentText content) {
        if (sketch.isEmpty()) {
            return false;
        }
        List<Long> hashes = sketch.subList(1, sketch.size());
        List<Candidate> candidates = candidates(text, hashes);
        if (candidates.isEmpty()) {
            return false;
        }
        StoryJudge.Subject subject = judge.subject(content);
        kept.put(new Candidate(text, sketch.getFirst()), subject); // its copies are mostly not far behind it
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

    private List<Candidate> candidates(long text, List<Long> hashes) {
        Map<Long, List<Long>> shared = sharing(text, hashes);
        Map<Long, Double> weights = new HashMap<>();
        shared.values().forEach(texts -> texts.forEach(other -> weights.merge(other, 1.0 / texts.size(), Double::sum)));
        List<Long> nearest = weights.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(SKETCHES)
                .toList();
        return promising(nearest, StorySketch.of(hashes));
    }

    /// For each hash the oldest of the other texts that have it.
    private Map<Long, List<Long>> sharing(long text, List<Long> hashes) {
        Map<Long, List<Long>> sharing = new LinkedHashMap<>();
        hashes.forEach(hash -> sharing.put(hash, new ArrayList<>()));
        jdbc.sql("""
                        select asked.value, (select group_concat(text_id) from (
                          select text_id from story_sketch where hash = asked.value order by text_id limit :limit))
                        from json_each(:hashes) asked
                        """)
                .param("hashes", hashes.toString())
                .param("limit", TEXTS_PER_HASH)
                .query(row -> {
                    String texts = row.getString(2);
                    if (texts != null) {
                        sharing.put(row.getLong(1), numbers(texts));
                    }
                });
        sharing.forEach((hash, texts) -> {
            recent.texts(hash, TEXTS_PER_HASH - texts.size()).stream()
                    .filter(other -> other != text)
                    .forEach(texts::add);
        });
        return sharing;
    }

    private static List<Long> numbers(String list) {
        List<Long> numbers = new ArrayList<>();
        for (int from = 0; from <= list.length(); ) {
            int comma = list.indexOf(',', from);
            int end = comma < 0 ? list.length() : comma;
            numbers.add(Long.parseLong(list, from, end, 10));
            from = end + 1;
        }
        return numbers;
    }

    /// Those worth reading; the order stays.
    private List<Candidate> promising(List<Long> nearest, StorySketch sketch) {
        Map<Long, Sketched> sketches = sketches(nearest);
        AtomicInteger byFewHashes = new AtomicInteger();
        return nearest.stream()
                .flatMap(text -> Optional.ofNullable(sketches.get(text)).stream())
                .filter(other -> sketch.canBeOfCopies(other.sketch())
                        && (sketch.common(other.sketch()) > FEW || byFewHashes.incrementAndGet() <= BY_FEW_HASHES))
                .map(Sketched::candidate)
                .limit(CANDIDATES)
                .toList();
    }

    private record Sketched(Candidate candidate, StorySketch sketch) {}

    private Map<Long, Sketched> sketches(List<Long> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        Map<Long, Sketched> found = new HashMap<>();
        jdbc.sql("""
                        select story_text.id, fingerprint, sketch from json_each(:texts) asked
                        cross join story_text on story_text.id = asked.value
                        """)
                .param("texts", texts.toString())
                .query((row, number) -> found.put(
                        row.getLong(1),
                        new Sketched(
                                new Candidate(row.getLong(1), row.getLong(2)), StorySketch.unpack(row.getBytes(3)))))
                .list();
        return found;
    }

    /// A text made ready; those that are often met, as the eldest of a family are, are kept so for a while.
    private StoryJudge.Subject ready(Candidate candidate) {
        return kept.get(candidate, () -> judge.subject(content(candidate.text())));
    }

    /// The text of any document that has it, without what stands around it.
    DocumentText content(long text) {
        return jdbc.sql("""
                        select body_start, body from document_text where document_id =
                          (select document_id from story_copy where text_id = :text limit 1)
                        """)
                .param("text", text)
                .query((row, number) -> DocumentText.of(
                        CompressedText.unpack(row.getBytes("body")).substring(row.getInt("body_start"))))
                .optional()
                .orElse(DocumentText.NONE);
    }

    /// Forgets a text that no document has any more.
    void removeIfUnused(long text) {
        Optional<byte[]> sketch = jdbc.sql("""
                        select sketch from story_text
                        where id = :text and not exists (select 1 from story_copy where text_id = :text)
                        """)
                .param("text", text)
                .query((row, number) -> row.getBytes(1))
                .optional();
        if (sketch.isEmpty()) {
            return;
        }
        for (long hash : StorySketch.unpack(sketch.get()).hashes()) { // those in memory are dropped when they are met
            jdbc.sql("delete from story_sketch where hash = :hash and text_id = :text")
                    .param("hash", hash)
                    .param("text", text)
                    .update();
        }
        edges.remove(text);
        jdbc.sql("delete from story_text where id = :text").param("text", text).update();
    }
}
