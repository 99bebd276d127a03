package sourcebook.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sourcebook.catalogue.StoryCopies.Copy;
import sourcebook.catalogue.StoryCopies.Place;

/// Which copies are one story: those that hang together by copied texts and by decisions of people. Runs inside a
/// transaction of the caller's.
///
/// A document that comes is joined to what it meets; only where something goes, or a person decides, is a story walked
/// through anew.
final class StoryGroups {
    private final StoryCopies copies;
    private final StoryDecisions decisions;
    private final StoryEdges edges;

    StoryGroups(StoryCopies copies, StoryDecisions decisions, StoryEdges edges) {
        this.copies = copies;
        this.decisions = decisions;
        this.edges = edges;
    }

    /// Puts a copy that has come into the story of those it meets, and makes one of all these stories.
    ///
    /// @return the documents whose story is another now
    Set<DocumentId> link(Copy copy) {
        List<Copy> met = new ArrayList<>(copies.sibling(copy).map(List::of).orElse(List.of()));
        if (met.isEmpty()) {
            for (Place neighbour : neighbours(copy.place())) {
                copies.sibling(neighbour, copy).ifPresent(met::add);
            }
        }
        met.addAll(joinedWith(copy));
        if (met.isEmpty()) {
            return Set.of();
        }
        Set<Copy> all = new HashSet<>(met);
        all.add(copy);
        Set<Long> stories = all.stream()
                .flatMap(one -> Optional.ofNullable(one.story()).stream())
                .collect(Collectors.toSet());
        if (stories.size() > 1) {
            stories.forEach(story -> all.addAll(copies.ofStory(story)));
        } // else those that are in the only one stay there, however many they are
        return settle(List.of(all));
    }

    /// Walks anew through the stories of these copies, after something that held them together may be gone.
    ///
    /// @return the documents whose story is another now
    Set<DocumentId> regroup(Collection<Copy> some) {
        Deque<Copy> starts = new ArrayDeque<>(some);
        Set<Long> stories = new HashSet<>();
        Map<DocumentId, Copy> seen = new HashMap<>();
        List<Collection<Copy>> groups = new ArrayList<>();
        while (!starts.isEmpty()) {
            Copy start = starts.poll();
            if (!start.present() || seen.containsKey(start.document())) {
                continue;
            }
            Map<DocumentId, Copy> group = new LinkedHashMap<>();
            walk(start, group);
            seen.putAll(group);
            groups.add(group.values());
            for (Copy member : group.values()) {
                if (member.story() != null && stories.add(member.story())) {
                    starts.addAll(copies.ofStory(member.story()));
                }
            }
        }
        return settle(groups);
    }

    private void walk(Copy start, Map<DocumentId, Copy> group) {
        Set<Place> visited = new HashSet<>();
        Deque<Place> ahead = new ArrayDeque<>();
        ahead.add(start.place());
        while (!ahead.isEmpty()) {
            Place place = ahead.poll();
            if (!visited.add(place)) {
                continue;
            }
            List<Copy> here = copies.at(place);
            if (here.isEmpty()) {
                continue; // nothing hangs together by a text that nobody has
            }
            here.forEach(copy -> group.put(copy.document(), copy));
            here.stream()
                    .filter(Copy::joined)
                    .flatMap(copy -> joinedWith(copy).stream())
                    .forEach(other -> ahead.add(other.place()));
            ahead.addAll(neighbours(place));
        }
    }

    private List<Copy> joinedWith(Copy copy) {
        return !copy.joined()
                ? List.of()
                : decisions.joinedWith(copy.document()).stream()
                        .flatMap(other -> copies.find(other).stream())
                        .filter(Copy::present)
                        .toList();
    }

    /// Places next to many others, of which one is likely next to all that hang together.
    private static final int HUBS = 3;

    /// Whether these places are one, or all of them next to one of them; what is not seen so may still hang together.
    boolean hangTogether(List<Place> places) {
        List<Place> present =
                places.stream().filter(place -> copies.anyPresent(place)).toList();
        if (present.size() < 2) {
            return true;
        }
        return present.stream().limit(HUBS).anyMatch(hub -> {
            Set<Place> around = new HashSet<>(neighbours(hub));
            around.add(hub);
            return around.containsAll(present);
        });
    }

    /// The places next to one by texts that are copies, with documents there or without.
    List<Place> neighbours(Place place) {
        return edges.neighbours(place.text()).stream()
                .map(text -> new Place(text, place.detached()))
                .toList();
    }

    /// Whether another copy holds together what this one did.
    boolean hasSibling(Copy copy) {
        return copies.sibling(copy).isPresent();
    }

    /// Gives each group its story: the oldest of those its copies have, unless a larger group has it; else one
    /// they had when they were last together, unless others are left in it.
    private Set<DocumentId> settle(List<? extends Collection<Copy>> groups) {
        Set<DocumentId> changed = new HashSet<>();
        Set<Long> taken = new HashSet<>();
        groups.stream()
                .sorted(Comparator.<Collection<Copy>>comparingInt(Collection::size)
                        .reversed()
                        .thenComparing(group -> group.stream()
                                .map(Copy::document)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .forEach(group -> {
                    Long story = group.size() == 1 ? null : story(group, taken);
                    for (Copy copy : group) {
                        if (!Objects.equals(story, copy.story())) {
                            copies.setStory(copy, story);
                            changed.add(copy.document());
                        }
                    }
                });
        return changed;
    }

    private Long story(Collection<Copy> group, Set<Long> taken) {
        Long oldest = group.stream()
                .flatMap(copy -> Optional.ofNullable(copy.story()).stream())
                .filter(story -> !taken.contains(story))
                .min(Comparator.naturalOrder())
                .or(() -> group.stream()
                        .flatMap(copy -> Optional.ofNullable(copy.storyBefore()).stream())
                        .filter(story ->
                                !taken.contains(story) && copies.ofStory(story).isEmpty())
                        .min(Comparator.naturalOrder()))
                .orElseGet(() -> copies.newStory());
        taken.add(oldest);
        return oldest;
    }
}
