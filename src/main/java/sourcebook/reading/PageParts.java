package sourcebook.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sourcebook.catalogue.DocumentText;
import sourcebook.reading.CleanPage.Kind;
import sourcebook.reading.CleanPage.Part;
import sourcebook.reading.CleanPage.Written;

/// Finds the parts of a text in the source it was taken from: aligns what the source's pieces say with
/// the text, and takes what none of them accounts for as paragraphs. Stateless.
final class PageParts {
    /// A part of which less is found in the text than this was not in it.
    private static final double FOUND = 0.5;

    /// More of them are more than a reader's page can hold: then plain lines are better.
    private static final int MOST_PIECES = 200_000;

    private PageParts() {}

    /// The parts of a text; empty when less than this share of it is in the pieces, or these are very
    /// many.
    static List<Part> of(DocumentText text, List<PagePiece> pieces, double least) {
        if (pieces.size() > MOST_PIECES) {
            return List.of();
        }
        StringBuilder printed = new StringBuilder();
        List<int[]> ranges = new ArrayList<>();
        for (PagePiece piece : pieces) {
            int from = printed.length();
            if (piece.kind() != Kind.IMAGE) {
                printed.append(piece.words());
            }
            ranges.add(new int[] {from, printed.length()});
            printed.append('\n');
        }
        Alignment alignment = Alignment.of(printed.toString(), text.text());
        List<Part> found = new ArrayList<>();
        int last = 0;
        boolean begun = false;
        for (int i = 0; i < pieces.size(); i++) {
            Wanted.check();
            PagePiece piece = pieces.get(i);
            if (piece.kind() == Kind.IMAGE) {
                found.add(part(piece, last, last, List.of()));
                continue;
            }
            int[] place = place(alignment, printed, ranges.get(i));
            if (place.length == 2 && place[0] >= last) {
                found.add(part(
                        piece, place[0], place[1], written(piece, alignment, ranges.get(i)[0], place, text.text())));
                last = place[1];
                begun = true;
            }
        }
        return begun && share(found, text.text()) >= least ? whole(found, text.text()) : List.of();
    }

    /// Without the images before the first words and behind the last: those of a web page are the page's
    /// own.
    static List<Part> withoutOuterImages(List<Part> parts) {
        int from = 0;
        int to = parts.size();
        while (from < to && parts.get(from).kind() == Kind.IMAGE) {
            from++;
        }
        while (to > from && parts.get(to - 1).kind() == Kind.IMAGE) {
            to--;
        }
        return List.copyOf(parts.subList(from, to));
    }

    private static Part part(PagePiece piece, int start, int end, List<Written> written) {
        boolean image = piece.kind() == Kind.IMAGE;
        return new Part(
                piece.kind(),
                start,
                end,
                piece.level(),
                piece.group(),
                piece.row(),
                piece.column(),
                piece.ordered(),
                image ? piece.words() : "",
                piece.source(),
                written);
    }

    /// From the first character found to the last; empty when too little was.
    private static int[] place(Alignment alignment, CharSequence printed, int[] range) {
        int first = -1;
        int last = -1;
        int count = 0;
        int all = 0;
        for (int at = range[0]; at < range[1]; at++) {
            if (!Character.isWhitespace(printed.charAt(at))) {
                all++;
                int place = alignment.place(at);
                if (place >= 0) {
                    first = first < 0 ? place : first;
                    last = place;
                    count++;
                }
            }
        }
        return count > 0 && count >= FOUND * all && last - first < 2 * (range[1] - range[0])
                ? new int[] {first, last + 1}
                : new int[0];
    }

    private static List<Written> written(PagePiece piece, Alignment alignment, int from, int[] place, String text) {
        List<Written> all = new ArrayList<>();
        if (piece.kind() != Kind.CODE) {
            lineEnds(piece.words(), alignment, from, place, text, all);
        }
        for (PagePiece.Run run : piece.runs()) {
            int first = -1;
            int last = -1;
            for (int at = from + run.start(); at < from + run.end(); at++) {
                int there = alignment.place(at);
                if (there >= place[0] && there < place[1]) {
                    first = first < 0 ? there : first;
                    last = there;
                }
            }
            if (first >= 0) {
                all.add(new Written(run.look(), first, last + 1));
            }
        }
        return all;
    }

    /// Line ends that the source has, too; those of the text alone only say where its lines were broken.
    private static void lineEnds(
            String words, Alignment alignment, int from, int[] place, String text, List<Written> all) {
        for (int at = words.indexOf('\n'); at > 0; at = words.indexOf('\n', at + 1)) {
            int before = alignment.place(from + at - 1);
            int end = before < place[0] ? -1 : text.indexOf('\n', before);
            if (end > 0 && end < place[1] && text.substring(before + 1, end).isBlank()) {
                all.add(new Written(CleanPage.Look.LINE_END, end, end + 1));
            }
        }
    }

    /// How much of the text is in parts, blanks left aside.
    private static double share(List<Part> found, String text) {
        long inside = 0;
        for (Part part : found) {
            inside += filled(text, part.start(), part.end());
        }
        return (double) inside / Math.max(1, filled(text, 0, text.length()));
    }

    private static long filled(String text, int from, int to) {
        long count = 0;
        for (int at = from; at < to; at++) {
            count += Character.isWhitespace(text.charAt(at)) ? 0 : 1;
        }
        return count;
    }

    /// With what lies between the parts, as paragraphs.
    private static List<Part> whole(List<Part> found, String text) {
        List<Part> all = new ArrayList<>(found);
        int from = 0;
        for (Part part : found) {
            gap(all, text, from, part.start());
            from = Math.max(from, part.end());
        }
        gap(all, text, from, text.length());
        all.sort(Comparator.comparingInt(Part::start).thenComparingInt(Part::end));
        return all;
    }

    private static void gap(List<Part> all, String text, int from, int to) {
        int at = from;
        while (at < to) {
            int end = text.indexOf('\n', at);
            end = end < 0 || end > to ? to : end;
            if (!text.substring(at, end).isBlank()) {
                all.add(Part.paragraph(at, end));
            }
            at = end + 1;
        }
    }
}
