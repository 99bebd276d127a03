package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sourcebook.search.lucene.ScannedPhrase.Place;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.UnspacedWords;

/// The words of one text, found by reading it from beginning to end with Unicode's properties. Shares with the index
/// what [Folding] calls equal, and which Japanese words are inflected.
final class ScannedText {
    private static final String ALONE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー&&[\\p{L}\\p{N}]]";
    private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]]";
    private static final String MARK = "[\\p{M}\uFF9E\uFF9F]";
    private static final Pattern WORD = Pattern.compile(
            ALONE + MARK + "*|" + LETTER + "(?:[\u00AD\u200C\u200D\u2060\uFEFF]*(?:" + LETTER + "|" + MARK + "))*");
    private static final Pattern BEGINS_ALONE = Pattern.compile(ALONE);
    private static final Pattern LINE_END = Pattern.compile(
            "[-\u2010\u00AD][ \\t\u00A0]*[\\r\\n\\f\u0085\u2028\u2029][ \\t\u00A0\\r\\n\\f\u2028\u2029]*");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\u00AD\u200C\u200D\u2060\uFEFF\u00B7・]*");

    private final List<Token> tokens;
    private @Nullable List<Inflected> inflected;

    private ScannedText(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// A word of a text.
    ///
    /// @param term the word folded
    /// @param alone whether it is a character that is a word of its own
    /// @param position counted in words; a mark between characters that are words of their own takes one, too
    /// @param language of its place
    /// @param joined the word it makes with the next one if it is broken at a line end
    /// @param joinedTerm the same folded
    record Token(
            int start,
            int end,
            String raw,
            String term,
            boolean alone,
            int position,
            String language,
            @Nullable String joined,
            @Nullable String joinedTerm) {
        boolean thai() {
            return Character.UnicodeScript.of(raw.codePointAt(0)) == Character.UnicodeScript.THAI;
        }
    }

    /// An inflected Japanese word and what a dictionary calls it.
    record Inflected(Range range, String base) {}

    static ScannedText of(String text) {
        return of(text, _ -> "");
    }

    /// @param languageAt the language of the place at an offset
    static ScannedText of(String text, IntFunction<String> languageAt) {
        List<Range> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Range(word.start(), word.end()));
        }
        List<Token> tokens = new ArrayList<>();
        int position = -1;
        for (int i = 0; i < words.size(); i++) {
            Range one = words.get(i);
            String raw = text.substring(one.start(), one.end());
            boolean alone = BEGINS_ALONE.matcher(raw).lookingAt();
            String joined = i + 1 < words.size() ? joined(text, one, words.get(i + 1)) : null;
            boolean apart = alone
                    && i > 0
                    && tokens.getLast().alone
                    && !NOTHING.matcher(text.substring(words.get(i - 1).end(), one.start()))
                            .matches();
            position += apart ? 2 : 1;
            tokens.add(new Token(
                    one.start(),
                    one.end(),
                    raw,
                    Folding.folded(raw),
                    alone,
                    position,
                    languageAt.apply(one.start()),
                    joined,
                    joined == null ? null : Folding.folded(joined)));
        }
        return new ScannedText(List.copyOf(tokens));
    }

    private static @Nullable String joined(String text, Range one, Range next) {
        boolean broken =
                LINE_END.matcher(text.substring(one.end(), next.start())).matches()
                        && Character.isLowerCase(text.codePointAt(next.start()))
                        && !Character.isDigit(text.codePointBefore(one.end()));
        return broken ? text.substring(one.start(), one.end()) + text.substring(next.start(), next.end()) : null;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /// Where places stand in characters.
    Set<Range> ranges(Set<Place> places) {
        return places.stream()
                .map(place -> new Range(tokens.get(place.from()).start, tokens.get(place.to() - 1).end))
                .collect(Collectors.toSet());
    }

    /// The inflected Japanese words.
    List<Inflected> inflected() {
        List<Inflected> known = inflected;
        if (known == null) {
            known = readInflected();
            inflected = known;
        }
        return known;
    }

    private List<Inflected> readInflected() {
        List<Inflected> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int from = i;
            StringBuilder run = new StringBuilder();
            List<Integer> owners = new ArrayList<>();
            while (i < tokens.size() && inRun(i, from)) {
                String written = Folding.spelled(tokens.get(i).raw);
                run.append(written);
                for (int c = 0; c < written.length(); c++) {
                    owners.add(i);
                }
                i++;
            }
            if (i == from) {
                i++;
            } else if (run.codePoints().anyMatch(UnspacedWords::hiragana)) {
                inflectedIn(run.toString(), owners, found);
            }
        }
        return found;
    }

    private boolean inRun(int index, int from) {
        Token token = tokens.get(index);
        return token.alone && !token.thai() && (index == from || token.position == tokens.get(index - 1).position + 1);
    }

    private void inflectedIn(String run, List<Integer> owners, List<Inflected> found) {
        UnspacedWords.japanese(run).forEach(word -> {
            String base = word.base();
            if (base != null && word.meaning()) {
                int start = tokens.get(owners.get(word.start())).start;
                int end = tokens.get(owners.get(word.end() - 1)).end;
                found.add(new Inflected(new Range(start, end), Folding.folded(base)));
            }
        });
    }
}
