package sourcebook.search;

/// Walks over the words of a text, in order, without copying. Not for several threads.
public final class WordScanner {
    private final String text;
    private int start;
    private int end;

    public WordScanner(String text) {
        this.text = text;
    }

    /// Goes to the next word; false when there is none.
    public boolean next() {
        int at = end;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int after = at + Character.charCount(codePoint);
            if (WordCharacters.begins(codePoint)) {
                start = at;
                end = WordCharacters.standsAlone(codePoint) ? pastMarks(after) : pastWord(after);
                return true;
            }
            at = after;
        }
        start = at;
        end = at;
        return false;
    }

    /// Offset of the word's first character, in UTF-16 units.
    public int start() {
        return start;
    }

    /// Offset behind the word's last character.
    public int end() {
        return end;
    }

    private int pastWord(int from) {
        int last = from;
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int after = at + Character.charCount(codePoint);
            if (WordCharacters.marks(codePoint)
                    || (WordCharacters.begins(codePoint) && !WordCharacters.standsAlone(codePoint))) {
                last = after;
            } else if (!WordCharacters.ignorable(codePoint)) {
                break;
            }
            at = after;
        }
        return last;
    }

    private int pastMarks(int from) {
        int at = from;
        while (at < text.length() && WordCharacters.marks(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
