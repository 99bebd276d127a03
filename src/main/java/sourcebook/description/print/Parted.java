package sourcebook.description.print;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The text of a page, parted by lines.
///
/// @param furniture lines without their ends, in the order they stood in
record Parted(String body, List<String> furniture) {
    static Parted whole(String text) {
        return new Parted(text, List.of());
    }

    /// Takes lines out of a text; the others keep their ends, so that nothing else changes.
    static Parted without(Lines lines, BitSet gone) {
        if (gone.isEmpty()) {
            return whole(lines.text());
        }
        StringBuilder body = new StringBuilder(lines.text().length());
        List<String> furniture = new ArrayList<>();
        for (int i = 0; i < lines.count(); i++) {
            if (gone.get(i)) {
                String line = lines.line(i);
                if (!line.isBlank()) {
                    furniture.add(line.strip());
                }
            } else {
                body.append(lines.text(), lines.start(i), lines.start(i + 1));
            }
        }
        return new Parted(ends(body.toString(), lines.text()), furniture);
    }

    /// No line end at either end where the text had none.
    private static String ends(String body, String text) {
        String cut = body;
        if (!text.endsWith("\n")) {
            cut = cut.stripTrailing();
        }
        return cut.isBlank() ? "" : cut;
    }
}
