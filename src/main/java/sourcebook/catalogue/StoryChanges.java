package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What becomes of stories when a document comes, goes, or has another text. Each method gives the documents whose
/// story
/// is another now. Runs inside a transaction of the caller's.
final class StoryChanges {
    private static final long NOT_NEW = 0;

    private final StoryTexts texts;
    private final StoryEdges edges;
    private final StoryCopies copies;
    private final StoryGroups groups;
    private final NewStoryRows rows;

    StoryChanges(StoryTexts texts, StoryEdges edges, StoryCopies copies, StoryGroups groups, NewStoryRows rows) {
        this.texts = texts;
        this.edges = edges;
        this.copies = copies;
        this.groups = groups;
        this.rows = rows;
    }

    /// A document has this text now, whether it had another before or none.
    Set<DocumentId> enter(DocumentId document, DocumentText text, StorySketch sketch, boolean present) {
        rows.write();
        Set<DocumentId> changed = new HashSet<>();
        Optional<StoryCopies.Copy> before = copies.find(document);
        Long storyBefore = null;
        if (before.isPresent()) {
            if (texts.find(sketch).equals(before.map(StoryCopies.Copy::text))) {
                return present(document, present);
            }
            changed.addAll(present(document, false));
            storyBefore =
                    copies.find(document).map(StoryCopies.Copy::storyBefore).orElse(null);
            copies.delete(before.get());
            texts.removeIfUnused(before.get().text());
        }
        changed.addAll(join(document, NOT_NEW, text, sketch, present, storyBefore));
        return changed;
    }

    /// @param number of a document that the catalogue did not have, so that nobody can have decided about it; else
    ///     [#NOT_NEW]
    Set<DocumentId> join(
            DocumentId document,
            long number,
            DocumentText text,
            StorySketch sketch,
            boolean present,
            @Nullable Long storyBefore) {
        StoryTexts.Entered entered = texts.enter(sketch);
        boolean alone = entered.isNew() && !texts.compare(entered.id(), sketch, text);
        if (number != NOT_NEW && alone) {
            rows.copy(number, entered.id(), present);
            return Set.of();
        }
        rows.write();
        boolean textCame = present && (entered.isNew() || !copies.anyPresent(entered.id()));
        StoryCopies.Copy copy = copies.insert(document, entered.id(), present, storyBefore);
        return present && !(alone && !copy.joined()) ? came(copy, textCame) : Set.of();
    }

    /// A copy has come, or come back.
    ///
    /// @param textCame whether it is the only present one of its text
    private Set<DocumentId> came(StoryCopies.Copy copy, boolean textCame) {
        Set<Long> weighed = textCame ? edges.weigh(copy.text(), true) : Set.of();
        Set<DocumentId> changed = new HashSet<>(groups.link(copy));
        if (!weighed.isEmpty()) {
            changed.addAll(groups.regroup(withStories(copies.ofTexts(weighed))));
        }
        return changed;
    }

    /// A document is there, or no longer.
    Set<DocumentId> present(DocumentId document, boolean present) {
        StoryCopies.Copy before = copies.find(document).orElse(null);
        if (before == null || before.present() == present) {
            return Set.of();
        }
        if (present) {
            boolean textCame = !copies.anyPresent(before.text());
            copies.setPresent(before, true);
            return came(copies.find(document).orElseThrow(), textCame);
        }
        List<StoryCopies.Place> met = before.story() == null ? List.of() : groups.neighbours(before.place());
        copies.setPresent(before, false);
        Set<Long> weighed = copies.anyPresent(before.text()) ? Set.of() : edges.weigh(before.text(), false);
        Set<DocumentId> changed = new HashSet<>(gone(before, met));
        if (!weighed.isEmpty()) {
            changed.addAll(groups.regroup(withStories(copies.ofTexts(weighed))));
        }
        return changed;
    }

    /// What is left of a story when one of its copies has gone. It is only walked through where the copy may have
    /// held it together: families are large, and mostly hang by their eldest.
    ///
    /// @param met the places next to the copy, as they were before it went
    private Set<DocumentId> gone(StoryCopies.Copy copy, List<StoryCopies.Place> met) {
        Long story = copy.story();
        Set<DocumentId> changed = new HashSet<>();
        if (story != null) {
            changed.add(copy.document());
            List<StoryCopies.Copy> left = copies.ofStory(story);
            boolean holds = copy.joined() || !(groups.hasSibling(copy) || groups.hangTogether(met));
            if (left.size() == 1 || holds) {
                changed.addAll(groups.regroup(left));
            }
        }
        return changed;
    }

    private List<StoryCopies.Copy> withStories(List<StoryCopies.Copy> some) {
        List<StoryCopies.Copy> all = new ArrayList<>(some);
        some.stream().map(StoryCopies.Copy::story).distinct().forEach(story -> {
            if (story != null) {
                all.addAll(copies.ofStory(story));
            }
        });
        return all;
    }
}
