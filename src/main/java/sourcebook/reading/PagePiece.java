package sourcebook.reading;

import java.util.ArrayList;
import java.util.List;
import sourcebook.reading.CleanPage.Kind;

/// A piece of a page's source that may be a part of its text.
///
/// @param words as the page has them, without needless blanks
/// @param column of a cell, from 0; columns that a wide cell takes are counted
/// @param source of an image
/// @param runs how some of the words are written
record PagePiece(
        Kind kind,
        String words,
        int level,
        int group,
        int row,
        int column,
        boolean ordered,
        String source,
        List<Run> runs) {

    /// Characters of `words` from `start` (inclusive) to `end` (exclusive) that are written in a way of
    /// their own.
    record Run(int start, int end, CleanPage.Look look) {}

    PagePiece {
        runs = List.copyOf(runs);
    }

    static PagePiece of(Kind kind, int level, Said said) {
        return new PagePiece(kind, said.words(), level, 0, 0, 0, false, "", said.runs());
    }

    static PagePiece item(int level, int list, boolean ordered, Said said) {
        return new PagePiece(Kind.ITEM, said.words(), level, list, 0, 0, ordered, "", said.runs());
    }

    static PagePiece image(String alt, String source) {
        return new PagePiece(Kind.IMAGE, alt, 0, 0, 0, 0, false, source, List.of());
    }

    /// The same with these words.
    PagePiece saying(Said said) {
        return new PagePiece(kind, said.words(), level, group, row, column, ordered, source, said.runs());
    }

    /// What was said between the beginnings and ends of blocks.
    record Said(String words, List<Run> runs) {
        /// @param raw with all its blanks
        /// @param runs ranges of it
        /// @param lines whether line ends count, as in text that was not laid out by a browser
        static Said of(CharSequence raw, List<Run> runs, boolean lines) {
            StringBuilder words = new StringBuilder();
            int[] places = new int[raw.length() + 1];
            for (int i = 0; i < raw.length(); i++) {
                places[i] = words.length();
                char one = raw.charAt(i);
                if (!Character.isWhitespace(one)) {
                    words.append(one);
                } else if (!words.isEmpty()) {
                    char last = words.charAt(words.length() - 1);
                    if (lines && one == '\n' && last == ' ') {
                        words.setCharAt(words.length() - 1, '\n');
                    } else if (last != ' ' && last != '\n') {
                        words.append(lines && one == '\n' ? '\n' : ' ');
                    }
                }
            }
            int end = words.length();
            while (end > 0 && Character.isWhitespace(words.charAt(end - 1))) {
                end--;
            }
            words.setLength(end);
            places[raw.length()] = end;
            List<Run> placed = new ArrayList<>();
            for (Run run : runs) {
                int from = Math.min(end, places[run.start()]);
                int to = Math.min(end, places[run.end()]);
                if (from < to) {
                    placed.add(new Run(from, to, run.look()));
                }
            }
            return new Said(words.toString(), placed);
        }
    }
}
