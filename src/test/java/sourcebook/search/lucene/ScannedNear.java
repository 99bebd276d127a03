package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sourcebook.search.lucene.ScannedPhrase.Place;

/// Places near one another: of each element one, none sharing a position with another, and beside them no more than so
/// many positions from the first one's beginning to the last one's end.
final class ScannedNear {
    private final ScannedText text;
    private final List<List<Place>> elements;
    private final int between;
    private final boolean ordered;
    private final Set<Place> windows = new HashSet<>();

    private ScannedNear(ScannedText text, List<List<Place>> elements, int between, boolean ordered) {
        this.text = text;
        this.elements = elements;
        this.between = between;
        this.ordered = ordered;
    }

    /// @param elements the places of each
    static Set<Place> windows(ScannedText text, List<Set<Place>> elements, int between, boolean ordered) {
        ScannedNear near =
                new ScannedNear(text, elements.stream().map(List::copyOf).toList(), between, ordered);
        near.choose(new ArrayList<>());
        return near.windows;
    }

    /// Chooses a place for the next element.
    private void choose(List<Place> chosen) {
        if (chosen.size() == elements.size()) {
            windows.add(window(chosen));
            return;
        }
        for (Place place : elements.get(chosen.size())) {
            boolean apart = chosen.stream().allMatch(other -> apart(other, place));
            boolean behind = !ordered || chosen.isEmpty() || chosen.getLast().to() <= place.from();
            if (apart && behind) {
                chosen.add(place);
                if (near(chosen)) {
                    choose(chosen);
                }
                chosen.removeLast();
            }
        }
    }

    private static boolean apart(Place one, Place other) {
        return one.to() <= other.from() || other.to() <= one.from();
    }

    private static Place window(List<Place> chosen) {
        return new Place(
                chosen.stream().mapToInt(Place::from).min().orElseThrow(),
                chosen.stream().mapToInt(Place::to).max().orElseThrow());
    }

    /// Whether no more lies between, whatever the elements still to come take of it.
    private boolean near(List<Place> chosen) {
        int taken = chosen.stream().mapToInt(this::positions).sum();
        for (List<Place> coming : elements.subList(chosen.size(), elements.size())) {
            taken += coming.stream().mapToInt(this::positions).max().orElse(0);
        }
        return positions(window(chosen)) - taken <= between;
    }

    private int positions(Place place) {
        return text.get(place.to() - 1).position() - text.get(place.from()).position() + 1;
    }

    /// Without those that hold a smaller one.
    static Set<Place> smallest(Set<Place> places) {
        Set<Place> smallest = new HashSet<>(places);
        smallest.removeIf(place -> places.stream()
                .anyMatch(other -> !other.equals(place) && other.from() >= place.from() && other.to() <= place.to()));
        return smallest;
    }
}
