package sourcebook.extraction.worker;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import sourcebook.extraction.PageWords;
import sourcebook.extraction.PageWords.Word;

/// What Tesseract read on one page image: its table of words (TSV) as text, lines as lines, an empty line between
/// paragraphs, and each word with its place.
///
/// @param width of the image that was read, in pixels
/// @param height of the same
/// @param words with boxes in pixels of that image, offsets in the text
/// @param confidence 0 to 100, the mean by characters; 0 without any
record RecognisedText(int width, int height, String text, List<Word> words, float confidence) {
    static final RecognisedText NONE = new RecognisedText(0, 0, "", List.of(), 0);

    private static final int COLUMNS = 12;
    private static final int PAGE_LEVEL = 1;
    private static final int WORD_LEVEL = 5;
    private static final float WORD_GAP =
            0.6f; // of the height of a line: a space, where scripts have none between words

    /// Pages in the order of a table, which has several if the image file had.
    static List<RecognisedText> pages(List<String> table) {
        List<RecognisedText> pages = new ArrayList<>();
        Gathered page = null;
        for (String row : table) {
            String[] fields = row.split("\t", COLUMNS);
            if (fields.length < COLUMNS - 1 || !Character.isDigit(fields[0].charAt(0))) {
                continue; // the heading
            }
            int level = Integer.parseInt(fields[0]);
            if (level == PAGE_LEVEL) {
                if (page != null) {
                    pages.add(page.finished());
                }
                page = new Gathered(number(fields[8]), number(fields[9]));
            } else if (level == WORD_LEVEL && page != null && fields.length == COLUMNS) {
                page.add(fields);
            }
        }
        if (page != null) {
            pages.add(page.finished());
        }
        return pages;
    }

    /// The words with their boxes on the page image, in which the image that was read is turned and moved.
    PageWords on(int page, PageImage read, int rotationDegrees, float skewDegrees) {
        List<Word> placed = words.stream()
                .map(word -> placed(word, read.back(), read.width(), read.height()))
                .toList();
        return new PageWords(page, read.width(), read.height(), rotationDegrees, skewDegrees, placed);
    }

    /// The words as they stand, of an image that was read as it is.
    PageWords on(int page) {
        return new PageWords(page, width, height, 0, 0, words);
    }

    private static Word placed(Word word, AffineTransform back, int width, int height) {
        Rectangle2D box = back.createTransformedShape(
                        new Rectangle2D.Double(word.x(), word.y(), word.width(), word.height()))
                .getBounds2D();
        int left = Math.clamp(Math.round(box.getMinX()), 0, width);
        int top = Math.clamp(Math.round(box.getMinY()), 0, height);
        int right = Math.clamp(Math.round(box.getMaxX()), left, width);
        int bottom = Math.clamp(Math.round(box.getMaxY()), top, height);
        return new Word(word.start(), word.end(), left, top, right - left, bottom - top, word.confidence());
    }

    private static int number(String field) {
        return Math.max(0, Math.round(Float.parseFloat(field)));
    }

    private static final class Gathered {
        private final int width;
        private final int height;
        private final StringBuilder text = new StringBuilder();
        private final List<Word> words = new ArrayList<>();
        private String paragraph = "";
        private String line = "";
        private double confidence; // times characters
        private int characters;

        Gathered(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void add(String[] fields) {
            String word = CleanText.of(fields[11]).strip();
            if (word.isEmpty()) {
                return;
            }
            int left = number(fields[6]);
            int sure = Math.clamp(number(fields[10]), 0, 100);
            String itsParagraph = fields[2] + "." + fields[3];
            String itsLine = itsParagraph + "." + fields[4];
            if (!text.isEmpty()) {
                text.append(
                        !itsParagraph.equals(paragraph)
                                ? "\n\n"
                                : !itsLine.equals(line) ? "\n" : between(word, left, number(fields[9])));
            }
            paragraph = itsParagraph;
            line = itsLine;
            int start = text.length();
            text.append(word);
            words.add(new Word(
                    start, text.length(), left, number(fields[7]), number(fields[8]), number(fields[9]), sure));
            confidence += (double) sure * word.length();
            characters += word.length();
        }

        /// Nothing between words of Chinese, Japanese or Thai that stand close to each other, their punctuation
        /// included.
        private String between(String word, int left, int lineHeight) {
            Word before = words.getLast();
            if (!spaceless(text.codePointBefore(text.length())) || !spaceless(word.codePointAt(0))) {
                return " ";
            }
            int gap = left - (before.x() + before.width());
            return gap > WORD_GAP * Math.max(before.height(), lineHeight) ? " " : "";
        }

        private static boolean spaceless(int character) {
            return switch (Character.UnicodeScript.of(character)) {
                case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
                default -> (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF00 && character <= 0xFF65);
            };
        }

        RecognisedText finished() {
            float mean = characters == 0 ? 0 : (float) (confidence / characters);
            return new RecognisedText(width, height, text.toString(), List.copyOf(words), mean);
        }
    }
}
