package sourcebook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import sourcebook.reading.PlacedWord.Characters;
import sourcebook.search.Hit;
import sourcebook.search.Layer;

/// The rectangles that mark hits on a page. Stateless.
public final class HitBoxes {
    private static final double SAME_LINE = 0.3; // of the lower one's height: raised numbers overlap as much

    private HitBoxes() {}

    /// Those hits of a document's text that are on the page, also those that begin before it or go on behind it.
    ///
    /// @param hits all of the document, ascending
    public static List<MarkedHit> of(PageLayout page, List<Hit> hits) {
        List<MarkedHit> marked = new ArrayList<>();
        for (int index = 0; index < hits.size(); index++) {
            Hit hit = hits.get(index);
            if (hit.layer() == Layer.TEXT && hit.start() < page.end() && hit.end() > page.start()) {
                marked.add(new MarkedHit(index, hit, boxes(page, hit)));
            }
        }
        return marked;
    }

    /// A character, in the hit or not.
    private record Piece(Box box, boolean hit) {}

    private static List<Box> boxes(PageLayout page, Hit hit) {
        TreeMap<Integer, List<PlacedWord>> lines = new TreeMap<>();
        for (PlacedWord word : page.words()) {
            if (word.inText() && word.start() < hit.end() && word.end() > hit.start()) {
                lines.put(word.line(), List.of());
            }
        }
        if (lines.isEmpty()) {
            return List.of();
        }
        lines.replaceAll((_, _) -> new ArrayList<>());
        for (PlacedWord word : page.words()) {
            List<PlacedWord> line = lines.get(word.line());
            if (line != null) {
                line.add(word);
            }
        }
        List<Box> boxes = new ArrayList<>();
        lines.values().forEach(line -> boxes.addAll(joined(line, hit)));
        return boxes;
    }

    /// The pieces of one line, put together where they stand level and nothing else stands between them.
    private static List<Box> joined(List<PlacedWord> line, Hit hit) {
        List<Piece> pieces = new ArrayList<>();
        line.forEach(word -> pieces(word, hit, pieces));
        boolean across = line.getFirst().angle() % 180 == 0;
        ToDoubleFunction<Piece> along =
                across ? piece -> piece.box().centreX() : piece -> piece.box().centreY();
        pieces.sort(Comparator.comparingDouble(along));
        List<Box> boxes = new ArrayList<>();
        boolean open = false;
        for (Piece piece : pieces) {
            if (!piece.hit()) {
                open = false;
            } else if (open && level(boxes.getLast(), piece.box(), across)) {
                boxes.add(boxes.removeLast().with(piece.box()));
            } else {
                boxes.add(piece.box());
                open = true;
            }
        }
        return boxes;
    }

    /// Whether both stand in one line indeed: print that overlaps other print is taken for one line at times.
    private static boolean level(Box one, Box other, boolean across) {
        double overlap = across
                ? Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y())
                : Math.min(one.right(), other.right()) - Math.max(one.x(), other.x());
        double lower = across ? Math.min(one.height(), other.height()) : Math.min(one.width(), other.width());
        return overlap >= SAME_LINE * lower;
    }

    /// Each character by itself, since those of one word may stand apart: a number in the margin that was drawn right
    /// behind the last letters of a line.
    private static void pieces(PlacedWord word, Hit hit, List<Piece> pieces) {
        for (Characters characters : word.characters()) {
            boolean in = characters.start() >= 0 && characters.start() < hit.end() && characters.end() > hit.start();
            pieces.add(new Piece(characters.box(), in));
        }
    }
}
