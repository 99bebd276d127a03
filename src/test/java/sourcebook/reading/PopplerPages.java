package sourcebook.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The words of a PDF with their boxes as poppler's `pdftotext -bbox` gives them: a judge that shares no code with us.
/// Its words are taken apart into segments of letters and digits, as a search sees them.
final class PopplerPages {
    private static final double[] HELVETICA = helvetica();

    private final List<List<Segment>> pages;

    private PopplerPages(List<List<Segment>> pages) {
        this.pages = pages;
    }

    /// Letters and digits without a break, in fractions of the displayed page, or a word without any (a dash, a
    /// bullet). Characters of scripts without blanks between words stand alone.
    ///
    /// Where poppler's word has further signs, it does not say where each stands: its width is parted as the
    /// same signs of Helvetica would have it, and once more evenly.
    ///
    /// @param text normalised; that of a word without letters and digits as it is
    /// @param left edge of the segment
    /// @param wordLeft edge of the whole word
    /// @param evenLeft edge of the segment if all signs of the word were equally wide
    /// @param sign without letters and digits
    record Segment(
            String text,
            double left,
            double right,
            double top,
            double bottom,
            double wordLeft,
            double wordRight,
            double evenLeft,
            double evenRight,
            boolean sign) {
        /// Only a part of poppler's word.
        boolean part() {
            return wordLeft < left || right < wordRight;
        }

        double height() {
            return bottom - top;
        }
    }

    static PopplerPages of(Path pdf) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("pdftotext", "-bbox", "-cropbox", pdf.toString(), "-")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String xml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pdftotext cannot read " + pdf);
        }
        List<List<Segment>> pages = new ArrayList<>();
        for (Element page : Jsoup.parse(xml, Parser.xmlParser()).select("page")) {
            double width = Double.parseDouble(page.attr("width"));
            double height = Double.parseDouble(page.attr("height"));
            List<Segment> segments = new ArrayList<>();
            for (Element word : page.select("word")) {
                segments(segments, word, width, height);
            }
            pages.add(segments);
        }
        return new PopplerPages(pages);
    }

    /// @param page 1-based
    List<Segment> page(int page) {
        return page <= pages.size() ? pages.get(page - 1) : List.of();
    }

    int count() {
        return pages.size();
    }

    private static void segments(List<Segment> segments, Element word, double width, double height) {
        String text = word.wholeText();
        double left = Double.parseDouble(word.attr("xMin")) / width;
        double right = Double.parseDouble(word.attr("xMax")) / width;
        double top = Double.parseDouble(word.attr("yMin")) / height;
        double bottom = Double.parseDouble(word.attr("yMax")) / height;
        List<int[]> runs = runs(text);
        if (runs.isEmpty() && !text.isBlank()) {
            segments.add(new Segment(text.strip(), left, right, top, bottom, left, right, left, right, true));
        }
        double unit = (right - left) / Math.max(1, width(text));
        for (int[] run : runs) {
            String letters = text.substring(run[0], run[1]);
            double from = left + unit * width(text.substring(0, run[0]));
            double even = (right - left) / text.length();
            segments.add(new Segment(
                    normal(letters),
                    from,
                    from + unit * width(letters),
                    top,
                    bottom,
                    left,
                    right,
                    left + even * run[0],
                    left + even * run[1],
                    false));
        }
    }

    /// Set in Helvetica, in thousandths of its size.
    private static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            width += character < ' ' || character > '~' ? 556 : HELVETICA[character - ' '];
        }
        return width;
    }

    private static double[] helvetica() {
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        double[] widths = new double['~' - ' ' + 1];
        try {
            for (char character = ' '; character <= '~'; character++) {
                widths[character - ' '] = font.getStringWidth(String.valueOf(character));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return widths;
    }

    /// The segments of a text.
    static List<String> tokens(String text) {
        return runs(text).stream()
                .map(run -> normal(text.substring(run[0], run[1])))
                .toList();
    }

    /// Starts and ends.
    static List<int[]> runs(String text) {
        List<int[]> runs = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean alone = Character.isIdeographic(character);
            boolean inWord = Character.isLetterOrDigit(character)
                    || (start >= 0 && Character.getType(character) == Character.NON_SPACING_MARK);
            if (start >= 0 && (!inWord || alone)) {
                runs.add(new int[] {start, at});
                start = -1;
            }
            if (alone) {
                runs.add(new int[] {at, next});
            } else if (inWord && start < 0) {
                start = at;
            }
            at = next;
        }
        if (start >= 0) {
            runs.add(new int[] {start, text.length()});
        }
        return runs;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
