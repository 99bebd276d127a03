package sourcebook.reading;

import java.util.List;
import sourcebook.search.Hit;

/// A hit with the rectangles that mark it on one page, in reading order: one for each line, more where its words do not
/// stand side by side. Immutable.
///
/// @param index of the hit among all of the document, 0-based
/// @param boxes none when its place on the page is not known
public record MarkedHit(int index, Hit hit, List<Box> boxes) {
    public MarkedHit {
        boxes = List.copyOf(boxes);
    }
}
