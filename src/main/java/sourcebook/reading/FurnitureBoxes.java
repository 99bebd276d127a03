package sourcebook.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sourcebook.search.Hit;

/// Where hits in the text around the document's text stand on a printed page: in its running heads and
/// feet, which were kept line by line. A line that recurs is kept once for each page it stands on, so of
/// equal lines with equal hits one is marked on each page. Immutable.
final class FurnitureBoxes {
    private final String furniture;
    private final List<PlacedWord> words; // of the page, those that are not in the document's text
    private final int page;
    private final int pages;

    /// @param pages of the document
    FurnitureBoxes(PageLayout layout, String furniture, int pages) {
        this.furniture = furniture;
        this.words = layout.words().stream()
                .filter(word ->
                        !word.inText() || word.characters().stream().anyMatch(one -> one.start() == Alignment.NOWHERE))
                .toList();
        this.page = layout.page();
        this.pages = pages;
    }

    /// Of the hits in the furniture those that stand on the page.
    ///
    /// @param hits all of the document
    /// @param index of the first of them in the furniture; they come last
    List<MarkedHit> of(List<Hit> hits, int index) {
        List<MarkedHit> marked = new ArrayList<>();
        List<Hit> around = hits.subList(index, hits.size());
        for (List<Integer> alike : alike(around)) {
            List<Box> boxes = boxes(around.get(alike.getFirst()));
            if (!boxes.isEmpty()) {
                int which = alike.get(
                        Math.clamp((long) (page - 1) * alike.size() / Math.max(1, pages), 0, alike.size() - 1));
                marked.add(new MarkedHit(index + which, around.get(which), boxes));
            }
        }
        return marked;
    }

    /// A hit's place in a line; of one that goes on in the next, in both.
    private record InLine(String line, int start, int end) {}

    /// Indexes of the hits, those together that have the same place in an equal line; in the order of
    /// the first of each.
    private Iterable<List<Integer>> alike(List<Hit> around) {
        Map<InLine, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < around.size(); i++) {
            Hit hit = around.get(i);
            int line = lineStart(hit.start());
            InLine place =
                    new InLine(furniture.substring(line, lineEnd(hit.end())), hit.start() - line, hit.end() - line);
            places.computeIfAbsent(place, _ -> new ArrayList<>()).add(i);
        }
        return places.values();
    }

    private int lineStart(int offset) {
        return furniture.lastIndexOf('\n', offset - 1) + 1;
    }

    private int lineEnd(int offset) {
        int end = furniture.indexOf('\n', offset);
        return end < 0 ? furniture.length() : end;
    }

    /// Of each line of the hit: its words one after another on the page.
    private List<Box> boxes(Hit hit) {
        List<Box> boxes = new ArrayList<>();
        for (int from = lineStart(hit.start()); from < hit.end(); from = lineEnd(from) + 1) {
            boxes.addAll(boxes(hit, from, lineEnd(from)));
        }
        return boxes;
    }

    private List<Box> boxes(Hit hit, int from, int end) {
        List<int[]> line = new ArrayList<>(); // where its words begin and end
        for (int at = from; at < end; ) {
            int stop = at;
            while (stop < end && !Character.isWhitespace(furniture.charAt(stop))) {
                stop++;
            }
            if (stop > at) {
                line.add(new int[] {at, stop});
            }
            at = stop + 1;
        }
        for (int at = 0; !line.isEmpty() && at + line.size() <= words.size(); at++) {
            if (stands(line, at)) {
                return boxes(hit, line, at);
            }
        }
        return List.of();
    }

    private boolean stands(List<int[]> line, int at) {
        for (int i = 0; i < line.size(); i++) {
            int[] word = line.get(i);
            if (!words.get(at + i).text().equals(furniture.substring(word[0], word[1]))) {
                return false;
            }
        }
        return true;
    }

    private List<Box> boxes(Hit hit, List<int[]> line, int at) {
        List<Box> boxes = new ArrayList<>();
        int last = -1; // printed line of the last box
        for (int i = 0; i < line.size(); i++) {
            int[] range = line.get(i);
            PlacedWord word = words.get(at + i);
            if (range[0] < hit.end() && range[1] > hit.start()) {
                Box box = part(word, Math.max(0, hit.start() - range[0]), Math.min(range[1], hit.end()) - range[0]);
                if (last == word.line()) {
                    boxes.add(boxes.removeLast().with(box));
                } else {
                    boxes.add(box);
                }
                last = word.line();
            }
        }
        return boxes;
    }

    /// Of a word whose letters have places of their own, the letters; else the word.
    private static Box part(PlacedWord word, int from, int to) {
        if (word.characters().size() != word.text().length()) {
            return word.box();
        }
        Box box = word.characters().get(from).box();
        for (int i = from + 1; i < to; i++) {
            box = box.with(word.characters().get(i).box());
        }
        return box;
    }
}
