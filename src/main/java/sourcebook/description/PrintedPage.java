package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the layout of a PDF's first page tells. Pure.
final class PrintedPage {
    private static final int LONGEST_TITLE = 250;

    private PrintedPage() {}

    /// The largest text of the first page: consecutive lines of the greatest size, near enough.
    static @Nullable String title(Clues clues) {
        List<Material.Line> first = new ArrayList<>();
        float largest = 0;
        for (Material.Line line : clues.material().lines()) {
            if (line.page() == 1
                    && line.text().chars().filter(Character::isLetter).count() >= 4) {
                first.add(line);
                largest = Math.max(largest, line.fontSize());
            }
        }
        StringBuilder title = new StringBuilder();
        boolean inside = false;
        for (Material.Line line : first) {
            if (line.fontSize() >= largest * 0.95f) {
                title.append(title.isEmpty() ? "" : " ").append(line.text().strip());
                inside = true;
            } else if (inside) {
                break;
            }
        }
        return title.isEmpty() || title.length() > LONGEST_TITLE ? null : title.toString();
    }
}
