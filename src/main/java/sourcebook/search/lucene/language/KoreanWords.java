package sourcebook.search.lucene.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.KoMorphData.Morpheme;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;

/// What a Korean word is made of, by Lucene's Nori: nouns and stems without particles and endings. Each word is
/// analysed by itself, so that the same word is the same in a text and in a query. Thread-safe; the dictionary is
/// loaded with the first word.
public final class KoreanWords {
    /// What stands behind a noun, the longer ones first: particles, and the plural with them.
    private static final List<String> PARTICLES = List.of(
            "에서는", "에서도", "에게는", "으로서", "으로써", "으로는", "이라고", "들에게", "에서", "에게", "에는", "에도", "께서", "으로", "로서", "로써",
            "로는", "부터", "까지", "보다", "처럼", "마다", "조차", "밖에", "하고", "이며", "이나", "이란", "라고", "들이", "들은", "들을", "들의", "들에",
            "들과", "들도", "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "나", "란", "며", "들");

    private static final int SHORTEST_NOUN = 2;

    private static final ThreadLocal<Tokenizer> TOKENIZER = ThreadLocal.withInitial(
            () -> new KoreanTokenizer(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false));

    private KoreanWords() {}

    /// Whether a word is written with the Korean alphabet, at least in part.
    public static boolean korean(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c >= '\uAC00' && c <= '\uD7A3')
                    || (c >= '\u1100' && c <= '\u11FF')
                    || (c >= '\u3131' && c <= '\u318E')) {
                return true;
            }
        }
        return false;
    }

    /// A part of a word.
    ///
    /// @param form folded
    /// @param start offset in the word, in UTF-16 units
    /// @param end offset behind it
    public record Part(String form, int start, int end) {}

    /// The parts of a word as a text holds them, ascending and each once: of a compound the compound and its parts,
    /// and what is left of the word before each particle it may end with, since the dictionary does not know every
    /// noun. A word of particles alone is its own part.
    ///
    /// @param spelled the word without case, as [Folding#spelled(String)] gives it
    public static List<Part> parts(String spelled) {
        Set<Part> parts = new LinkedHashSet<>(parts(spelled, true));
        for (String particle : PARTICLES) {
            int end = spelled.length() - particle.length();
            if (end >= SHORTEST_NOUN && spelled.endsWith(particle)) {
                parts.add(new Part(Folding.withoutDiacritics(spelled.substring(0, end)), 0, end));
            }
        }
        return parts.stream().sorted(Comparator.comparingInt(Part::start)).toList();
    }

    /// The parts of a word as a query asks them: a compound whole.
    public static List<Part> asked(String spelled) {
        return parts(spelled, false);
    }

    private static List<Part> parts(String spelled, boolean within) {
        List<Part> parts = new ArrayList<>();
        try (Tokenizer tokens = TOKENIZER.get()) {
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            PartOfSpeechAttribute kind = tokens.getAttribute(PartOfSpeechAttribute.class);
            tokens.setReader(new StringReader(spelled));
            tokens.reset();
            while (tokens.incrementToken()) {
                token(spelled, offset, kind, within, parts);
            }
            tokens.end();
        } catch (IOException impossible) { // a string is read
            throw new UncheckedIOException(impossible);
        }
        if (parts.isEmpty()) {
            return List.of(new Part(Folding.withoutDiacritics(spelled), 0, spelled.length()));
        }
        return parts;
    }

    private static void token(
            String word, OffsetAttribute offset, PartOfSpeechAttribute kind, boolean within, List<Part> parts) {
        int start = offset.startOffset();
        int end = offset.endOffset();
        POS.Type type = kind.getPOSType();
        boolean compound = type == POS.Type.COMPOUND;
        if ((compound || type == POS.Type.MORPHEME) && meaning(kind.getLeftPOS())) {
            parts.add(new Part(Folding.withoutDiacritics(word.substring(start, end)), start, end));
        }
        Morpheme[] morphemes = kind.getMorphemes();
        if (morphemes == null || type == POS.Type.MORPHEME || (compound && !within)) {
            return;
        }
        int from = start;
        for (Morpheme morpheme : morphemes) {
            String form = morpheme.surfaceForm();
            boolean there = compound && word.startsWith(form, from);
            if (meaning(morpheme.posTag())) {
                int partStart = there ? from : start;
                int partEnd = there ? from + form.length() : end;
                parts.add(new Part(Folding.withoutDiacritics(form), partStart, partEnd));
            }
            from += there ? form.length() : 0;
        }
    }

    private static boolean meaning(POS.Tag tag) {
        return !KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS.contains(tag);
    }
}
