package sourcebook.description.story;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentText;

/// The words of a text in order, by hash: runs of letters and digits, small letters, without what differs between two
/// prints of the same text (compatibility forms, invisible marks, Arabic vowel signs, a word broken at a line end).
/// In scripts that put no blanks between words each character stands for itself. Immutable.
final class Words {
    /// What a word weighs in a shingle; a character of a script without blanks weighs one.
    static final int WORD_WEIGHT = 2;

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /// Below this character are those of ASCII, of which most texts consist.
    private static final int PLAIN = 0x80;

    /// For each of them the small letter or digit that stands for it in a word; 0: it is in none.
    private static final char[] SMALL = new char[PLAIN];

    static {
        for (char letter = 0; letter < PLAIN; letter++) {
            SMALL[letter] = Character.isLetterOrDigit(letter) ? Character.toLowerCase(letter) : 0;
        }
    }

    /// UTF-16 units of a word and what parts it from the next, in most languages; room is made for so many words.
    private static final int LETTERS = 5;

    private static final int FEWEST = 64;

    private static final String SENTENCE_ENDS = ".!?:;\n\r\"“”„«»•";

    private final String text;
    private int[] starts;
    private int[] ends;
    private long[] hashes;
    private boolean[] characters;
    private int count;

    /// Made when they are first asked for: most texts are never laid beside another, some beside many.
    private volatile long @Nullable [] vocabulary;

    private volatile @Nullable Names names;

    /// @param expected words; there may be more
    private Words(String text, int expected) {
        this.text = text;
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.hashes = new long[expected];
        this.characters = new boolean[expected];
    }

    static Words of(String original) {
        String text = isPlain(original) || Normalizer.isNormalized(original, Normalizer.Form.NFKC)
                ? original
                : Normalizer.normalize(original, Normalizer.Form.NFKC);
        Words words = new Words(text, FEWEST + text.length() / LETTERS);
        words.split(text.toCharArray());
        return words;
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= PLAIN) {
                return false;
            }
        }
        return true;
    }

    /// @param letters those of the text: reading them from it takes half as long again
    private void split(char[] letters) {
        int at = 0;
        while (at < letters.length) {
            char letter = letters[at];
            if (letter < PLAIN) {
                at = SMALL[letter] == 0 ? at + 1 : take(letters, at);
                continue;
            }
            int point = Character.codePointAt(letters, at);
            int width = Character.charCount(point);
            if (standsAlone(point)) {
                add(at, at + width, hash(at, at + width), true);
                at += width;
            } else if (isWordPart(point)) {
                at = take(letters, at);
            } else {
                at += width;
            }
        }
        starts = Arrays.copyOf(starts, count);
        ends = Arrays.copyOf(ends, count);
        hashes = Arrays.copyOf(hashes, count);
        characters = Arrays.copyOf(characters, count);
    }

    /// Takes the word at `from`, with its other half when a line end breaks it.
    ///
    /// @return where it ends
    private int take(char[] letters, int from) {
        long hash = FNV_OFFSET;
        int at = from;
        while (at < letters.length) {
            char letter = letters[at];
            if (letter < PLAIN && SMALL[letter] != 0) {
                hash = (hash ^ SMALL[letter]) * FNV_PRIME;
                at++;
                continue;
            }
            int point = Character.codePointAt(letters, at);
            if (point >= PLAIN && isInvisible(point)) {
                at += Character.charCount(point);
            } else if (point >= PLAIN && isWordPart(point) && !standsAlone(point)) {
                hash = (hash ^ Character.toLowerCase(point)) * FNV_PRIME;
                at += Character.charCount(point);
            } else {
                int behind = behindBreak(letters, at);
                if (behind < 0) {
                    break;
                }
                at = behind;
            }
        }
        add(from, at, mix(hash), false);
        return at;
    }

    /// Where a word broken at `hyphen` goes on in the next line; -1 if it does not.
    private int behindBreak(char[] letters, int hyphen) {
        char sign = letters[hyphen];
        if (sign != '-' && sign != '\u2010') {
            return -1; // as most words end
        }
        int behind = hyphen + 1;
        while (behind < letters.length && Character.isWhitespace(letters[behind])) {
            behind++;
        }
        return behind > hyphen + 1 && DocumentText.insideWord(text, hyphen + 1, behind) ? behind : -1;
    }

    private long hash(int from, int to) {
        long hash = FNV_OFFSET;
        for (int at = from; at < to; at++) {
            hash = (hash ^ text.charAt(at)) * FNV_PRIME;
        }
        return mix(hash);
    }

    private void add(int start, int end, long hash, boolean character) {
        if (count == starts.length) {
            int larger = count * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            hashes = Arrays.copyOf(hashes, larger);
            characters = Arrays.copyOf(characters, larger);
        }
        starts[count] = start;
        ends[count] = end;
        hashes[count] = hash;
        characters[count++] = character;
    }

    /// These words with some taken from another text.
    ///
    /// @param partner for each word the one that replaces it, -1 for none
    /// @param span how many words from there on do
    /// @param joined the words that go without replacement, since the one before them was replaced for both
    Words replaced(Words other, int[] partner, int[] span, boolean[] joined) {
        Words words = new Words(text, count + FEWEST);
        for (int i = 0; i < count; i++) {
            if (joined[i]) {
                continue;
            }
            if (partner[i] < 0) {
                words.add(starts[i], ends[i], hashes[i], characters[i]);
                continue;
            }
            for (int j = partner[i]; j < partner[i] + span[i]; j++) {
                words.add(starts[i], ends[i], other.hashes[j], other.characters[j]);
            }
        }
        return words;
    }

    int count() {
        return count;
    }

    /// Whether the word with this hash is anywhere among these.
    boolean has(long hash) {
        long[] sorted = vocabulary;
        if (sorted == null) {
            sorted = hashes.clone();
            Arrays.sort(sorted, 0, count);
            sorted = withoutRepeats(Arrays.copyOf(sorted, count));
            vocabulary = sorted;
        }
        return Arrays.binarySearch(sorted, hash) >= 0;
    }

    /// Which of these words are names.
    Names names() {
        Names found = names;
        if (found == null) {
            found = Names.of(this);
            names = found;
        }
        return found;
    }

    /// @param sorted ascending; changed
    static long[] withoutRepeats(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    long hash(int word) {
        return hashes[word];
    }

    int weight(int word) {
        return characters[word] ? 1 : WORD_WEIGHT;
    }

    /// The word as it is printed.
    String word(int word) {
        return text.substring(starts[word], ends[word]);
    }

    /// As code point.
    int firstLetter(int word) {
        return text.codePointAt(starts[word]);
    }

    /// Whether what is printed between a word and the one before it ends a sentence.
    boolean endsSentenceBefore(int word) {
        for (int at = word == 0 ? 0 : ends[word - 1]; at < starts[word]; at++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point) || isInvisible(point) || isMark(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Soft hyphens, joiners, the Arabic stretching sign and Arabic and Hebrew vowel signs: present in one print,
    /// absent
    /// in another.
    private static boolean isInvisible(int point) {
        return point == 0x640
                || (point >= 0x64B && point <= 0x65F)
                || (point >= 0x591 && point <= 0x5C7)
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean standsAlone(int point) {
        if (point < 0xE00) {
            return false;
        }
        return Character.isIdeographic(point)
                || switch (Character.UnicodeScript.of(point)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> Character.isLetterOrDigit(point);
                    default -> false;
                };
    }

    /// Spreads every bit of the input over all bits of the output (the finaliser of SplitMix64, Steele et al. 2014).
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
