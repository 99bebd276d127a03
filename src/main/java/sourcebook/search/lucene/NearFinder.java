package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;

/// Several shapes near each other in one segment's texts, the smallest stretches that hold all of them at
/// places of their own.
///
/// Where each place takes one position, and where shapes come in order, the cost grows with the places alone and a
/// power of the number of shapes. Else from each place on, the places behind it are gone through in the order of the
/// text. Beside each set of shapes that have found a place so far stands where the last one ends and how many positions
/// they take: of two ways to the same set the one that ends earlier and takes more is as good in every respect. Sets of
/// the few shapes that a person may ask for, [sourcebook.search.Quotation] says how many, are some hundred; the
/// deadline
/// ends it.
final class NearFinder extends ShapeFinder {
    private final List<ShapeFinder> finders;
    private final Shape.Near near;
    private final Deadline deadline;

    NearFinder(List<ShapeFinder> finders, Shape.Near near, Deadline deadline) {
        this.finders = finders;
        this.near = near;
        this.deadline = deadline;
    }

    /// A place of the shape numbered `of`.
    private record Place(int of, int start, int end, int from, int to) {
        int length() {
            return end - start;
        }
    }

    /// A way to place some of the shapes: where the last ends, and what all take.
    private record Way(int end, int taken, int to) {
        boolean asGoodAs(Way other) {
            return end <= other.end && taken >= other.taken;
        }
    }

    @Override
    DocIdSetIterator documents() throws IOException {
        List<DocIdSetIterator> all = new ArrayList<>();
        for (ShapeFinder finder : finders) {
            all.add(finder.documents());
        }
        return together(all);
    }

    @Override
    void collect(int document, Stretches into) throws IOException {
        List<Place> places = new ArrayList<>();
        long longest = 0;
        for (int i = 0; i < finders.size(); i++) {
            Stretches some = finders.get(i).in(document);
            if (some.size() == 0) {
                return;
            }
            int longestOfThis = 0;
            for (int j = 0; j < some.size(); j++) {
                deadline.check();
                Place place = new Place(i, some.start(j), some.end(j), some.from(j), some.to(j));
                places.add(place);
                longestOfThis = Math.max(longestOfThis, place.length());
            }
            longest += longestOfThis;
        }
        places.sort((one, other) -> one.start != other.start
                ? Integer.compare(one.start, other.start)
                : Integer.compare(one.end, other.end));
        if (!near.ordered() && longest == finders.size()) {
            slide(places, into);
            return;
        }
        int smallestEnd = Integer.MAX_VALUE;
        int last = places.size() - 1;
        while (last >= 0) { // from the last position back: what holds a stretch found before is left out
            int first = last;
            while (first > 0 && places.get(first - 1).start == places.get(last).start) {
                first--;
            }
            Way way = smallest(places, first, last, longest, smallestEnd);
            if (way != null) {
                into.add(places.get(first).start, way.end, from(places, first), way.to);
                smallestEnd = way.end;
            }
            last = first - 1;
        }
    }

    /// The smallest stretches that hold a place of each shape where each place takes one position, as single words do:
    /// a window that is moved over the text once, however many shapes want the same places.
    private void slide(List<Place> places, Stretches into) {
        OwnPlaces window = new OwnPlaces(finders.size());
        int[] heads = new int[places.size()]; // by position that has any: the first place there
        int positions = 0;
        int shown = -1;
        for (int i = 0; i < places.size(); ) {
            deadline.check();
            Place last = places.get(i);
            heads[positions++] = i;
            long wanted = 0;
            while (i < places.size() && places.get(i).start == last.start) {
                wanted |= 1L << places.get(i++).of;
            }
            window.enter(wanted);
            while (window.complete() && window.leave()) {
                deadline.check();
            }
            Place start = places.get(heads[window.first()]);
            boolean near = last.end - (long) start.start - finders.size() <= this.near.between();
            if (window.complete() && near && window.first() > shown) {
                into.add(start.start, last.end, start.from, last.to);
                shown = window.first();
            }
        }
    }

    private static int from(List<Place> places, int first) {
        return places.get(first).from;
    }

    /// The shortest stretch that begins with one of the places from `first` to `last`, which share their
    /// start; null if there is none that ends before `bound`.
    private @org.jspecify.annotations.Nullable Way smallest(
            List<Place> places, int first, int last, long longest, int bound) {
        int start = places.get(first).start;
        Map<Long, List<Way>> ways = new HashMap<>();
        long all = (1L << finders.size()) - 1;
        Way best = null;
        int limit = bound;
        for (int i = first; i < places.size(); i++) {
            deadline.check();
            Place place = places.get(i);
            if (place.start >= limit || place.start - (long) start > near.between() + longest) {
                break;
            }
            if (place.end >= limit) {
                continue;
            }
            if (i <= last) {
                if (!near.ordered() || place.of == 0) {
                    put(ways, 1L << place.of, new Way(place.end, place.length(), place.to));
                }
                continue;
            }
            long own = 1L << place.of;
            List<Map.Entry<Long, Way>> reached = new ArrayList<>();
            ways.forEach((set, some) -> {
                deadline.check();
                boolean next = near.ordered() ? set == own - 1 : (set & own) == 0;
                if (next) {
                    for (Way way : some) {
                        if (way.end <= place.start) {
                            reached.add(Map.entry(set | own, new Way(place.end, way.taken + place.length(), place.to)));
                        }
                    }
                }
            });
            for (Map.Entry<Long, Way> entry : reached) {
                Way way = entry.getValue();
                if (entry.getKey() != all) {
                    put(ways, entry.getKey(), way);
                } else if (way.end - (long) start - way.taken <= near.between() && way.end < limit) {
                    best = way;
                    limit = way.end;
                }
            }
        }
        return best;
    }

    private static void put(Map<Long, List<Way>> ways, long set, Way way) {
        List<Way> some = ways.computeIfAbsent(set, _ -> new ArrayList<>(1));
        if (some.stream().noneMatch(other -> other.asGoodAs(way))) {
            some.removeIf(way::asGoodAs);
            some.add(way);
        }
    }
}
