package sourcebook.description.print;

import java.util.Arrays;

/// The lines of a text by their places. Immutable; offsets in UTF-16 units.
final class Lines {
    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        int[] found = new int[64];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (count + 1 >= found.length) {
                found = Arrays.copyOf(found, found.length * 2);
            }
            found[count++] = at;
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end + 1;
        }
        found[count] = text.length();
        this.starts = Arrays.copyOf(found, count + 1);
    }

    String text() {
        return text;
    }

    int count() {
        return starts.length - 1;
    }

    /// Where a line begins; of the line behind the last one, the end of the text.
    int start(int line) {
        return starts[line];
    }

    /// A line with its end.
    String line(int line) {
        return text.substring(starts[line], starts[line + 1]);
    }

    boolean blank(int line) {
        for (int i = starts[line]; i < starts[line + 1]; i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00A0') {
                return false;
            }
        }
        return true;
    }
}
