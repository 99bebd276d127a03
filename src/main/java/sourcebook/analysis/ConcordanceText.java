package sourcebook.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.Words;

/// One layer of a document while its hits are made into lines. Not for several threads.
final class ConcordanceText {
    /// Raw characters read for each that is shown: runs of blanks become one.
    private static final int SLACK = 3;

    private final String text;
    private @Nullable List<Words.Word> words;

    ConcordanceText(String text) {
        this.text = text;
    }

    private List<Words.Word> words() {
        if (words == null) {
            words = Words.of(text);
        }
        return words;
    }

    String hit(Hit hit) {
        return clean(text.substring(hit.start(), hit.end())).strip();
    }

    String before(Hit hit, Context context) {
        if (context.unit() == Context.Unit.WORDS) {
            int first = firstWord(hit.start());
            int from = Math.max(0, first - context.length());
            return from == first ? "" : clean(text.substring(words().get(from).start(), hit.start()));
        }
        return lastCharacters(hit.start(), context.length());
    }

    String after(Hit hit, Context context) {
        if (context.unit() == Context.Unit.WORDS) {
            int next = firstWord(hit.end());
            int last = Math.min(words().size(), next + context.length()) - 1;
            return last < next
                    ? ""
                    : clean(text.substring(hit.end(), words().get(last).end()));
        }
        return firstCharacters(hit.end(), context.length());
    }

    /// The words before a hit, the nearest first, from the n-th on.
    List<String> wordsBefore(Hit hit, int nth, int most) {
        List<String> found = new ArrayList<>();
        int nearest = firstWord(hit.start()) - nth;
        for (int i = nearest; i >= 0 && i > nearest - most; i--) {
            found.add(word(i));
        }
        return found;
    }

    /// The words after a hit, from the n-th on.
    List<String> wordsAfter(Hit hit, int nth, int most) {
        List<String> found = new ArrayList<>();
        int nearest = firstWord(hit.end()) + nth - 1;
        for (int i = nearest; i < words().size() && i < nearest + most; i++) {
            found.add(word(i));
        }
        return found;
    }

    List<String> wordsOf(Hit hit) {
        List<String> found = new ArrayList<>();
        for (int i = firstWord(hit.start());
                i < words().size() && words().get(i).start() < hit.end();
                i++) {
            found.add(word(i));
        }
        return found;
    }

    private String word(int index) {
        Words.Word word = words().get(index);
        return clean(text.substring(word.start(), word.end()));
    }

    /// The first word that begins at `offset` or behind it.
    private int firstWord(int offset) {
        int found = Collections.binarySearch(
                words(), new Words.Word(offset, offset, ""), (a, b) -> Integer.compare(a.start(), b.start()));
        return found < 0 ? -found - 1 : found;
    }

    private String lastCharacters(int end, int length) {
        int from = whole(Math.max(0, end - SLACK * length - SLACK));
        String shown = clean(text.substring(from, end));
        if (shown.length() <= length) {
            return shown;
        }
        if (length == 0) {
            return "";
        }
        int cut = shown.length() - length;
        cut += Character.isLowSurrogate(shown.charAt(cut)) ? 1 : 0;
        int blank = shown.indexOf(' ', cut - 1);
        // a word that is cut off says nothing; without blanks there are no words to spare
        boolean spare = blank >= 0 && blank < cut + length / 2;
        return shown.substring(spare ? blank + 1 : cut);
    }

    private String firstCharacters(int start, int length) {
        int to = whole(Math.min(text.length(), start + SLACK * length + SLACK));
        String shown = clean(text.substring(start, to));
        if (shown.length() <= length) {
            return shown;
        }
        int cut = length;
        cut -= cut > 0 && Character.isHighSurrogate(shown.charAt(cut - 1)) ? 1 : 0;
        int blank = shown.lastIndexOf(' ', cut);
        return shown.substring(0, blank > length / 2 ? blank : cut);
    }

    /// Not between the halves of a character.
    private int whole(int offset) {
        boolean inside = offset > 0
                && offset < text.length()
                && Character.isLowSurrogate(text.charAt(offset))
                && Character.isHighSurrogate(text.charAt(offset - 1));
        return inside ? offset - 1 : offset;
    }

    /// One line: words that a line end broke are whole again, every run of blanks and control characters is one blank.
    static String clean(String stretch) {
        String unbroken = DocumentText.withoutBrokenWords(stretch);
        StringBuilder line = new StringBuilder(unbroken.length());
        boolean blank = false;
        for (int i = 0; i < unbroken.length(); i++) {
            char c = unbroken.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                blank = true;
            } else {
                if (blank) {
                    line.append(' ');
                    blank = false;
                }
                line.append(c);
            }
        }
        return blank ? line.append(' ').toString() : line.toString();
    }
}
