package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What is shown of a story: its copies by date, and what each is to the eldest. Most copies of a large story were
/// never
/// compared with that one, and are when the story is first read; it is kept until something about it changes.
/// Thread-safe.
final class StoryReader {
    /// Smaller stories are read in a moment.
    private static final int LARGE = 50;

    /// Copies of all stories that are kept, at some three hundred bytes each.
    private static final int MOST_COPIES = 40_000;

    private final Documents documents;
    private final StoryCopies copies;
    private final StoryEdges edges;
    private final StoryTexts texts;
    private final StoryJudge judge;
    private final SequencedMap<Long, Kept> kept = new LinkedHashMap<>(16, .75f, true);
    private int copiesKept;

    StoryReader(Documents documents, StoryCopies copies, StoryEdges edges, StoryTexts texts, StoryJudge judge) {
        this.documents = documents;
        this.copies = copies;
        this.edges = edges;
        this.texts = texts;
        this.judge = judge;
    }

    /// A story as it was read.
    ///
    /// @param state of the story before it was read
    /// @param first the text of the copy that stands for it
    /// @param known how others stand to that text, which no change of the story changes
    private record Kept(StoryCopies.State state, Story story, long first, Map<Long, Likeness> known) {}

    /// @return empty when there are not two copies
    Optional<Story> read(long number, String id) {
        StoryCopies.State state = copies.state(number);
        Kept before = kept(number);
        if (before != null && before.state().equals(state)) {
            return Optional.of(before.story());
        }
        Map<DocumentId, StoryCopies.Copy> found = new HashMap<>();
        copies.ofStory(number).forEach(copy -> found.put(copy.document(), copy));
        List<DocumentId> byDate = byDate(List.copyOf(found.values()));
        if (byDate.size() < 2) {
            return Optional.empty();
        }
        long first = copy(found, byDate.getFirst()).text();
        Map<Long, Likeness> known = before != null && before.first() == first
                ? new HashMap<>(before.known())
                : new HashMap<>(edges.likenesses(first));
        known.put(first, Likeness.EQUAL);
        AtomicReference<StoryJudge.@Nullable Subject> ready = new AtomicReference<>();
        List<StoryCopy> described = new ArrayList<>();
        for (DocumentId document : byDate) {
            StoryCopies.Copy copy = copy(found, document);
            Likeness likeness = known.computeIfAbsent(copy.text(), text -> likeness(text, first, ready));
            described.add(new StoryCopy(
                    document,
                    likeness.contained(),
                    StoryCopy.Role.of(likeness, likeness.subjectIsShorter()),
                    copy.joined()));
        }
        Story story = new Story(id, byDate.getFirst(), described);
        keep(number, new Kept(state, story, first, known));
        return Optional.of(story);
    }

    private static StoryCopies.Copy copy(Map<DocumentId, StoryCopies.Copy> found, DocumentId document) {
        StoryCopies.Copy copy = found.get(document);
        if (copy == null) {
            throw new IllegalStateException("Not a copy of the story: " + document);
        }
        return copy;
    }

    private List<DocumentId> byDate(List<StoryCopies.Copy> some) {
        return some.stream()
                .flatMap(copy -> documents.find(copy.document()).stream())
                .sorted(Comparator.comparing(
                                (CataloguedDocument document) -> date(document),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(CataloguedDocument::id))
                .map(CataloguedDocument::id)
                .toList();
    }

    private static @Nullable PartialDate date(CataloguedDocument document) {
        Evidenced<PartialDate> date = document.record().date();
        return date == null ? null : date.value();
    }

    /// @param ready the representative's text, made ready when it is first needed and for all
    private Likeness likeness(long text, long representative, AtomicReference<StoryJudge.@Nullable Subject> ready) {
        StoryJudge.Subject made = ready.get();
        StoryJudge.Subject other = made == null ? judge.subject(texts.content(representative)) : made;
        ready.set(other);
        return judge.subject(texts.content(text)).to(other);
    }

    private @Nullable Kept kept(long number) {
        synchronized (kept) {
            return kept.get(number);
        }
    }

    private void keep(long number, Kept read) {
        int size = read.story().copies().size();
        synchronized (kept) {
            Kept before = kept.remove(number);
            copiesKept -= before == null ? 0 : before.story().copies().size();
            if (size < LARGE || size > MOST_COPIES) {
                return;
            }
            kept.put(number, read);
            copiesKept += size;
            while (copiesKept > MOST_COPIES) {
                copiesKept -= kept.pollFirstEntry().getValue().story().copies().size();
            }
        }
    }
}
