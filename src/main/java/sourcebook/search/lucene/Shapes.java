package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import sourcebook.search.Query.Alternatives;
import sourcebook.search.Query.AnyWord;
import sourcebook.search.Query.Element;
import sourcebook.search.Query.Fuzzy;
import sourcebook.search.Query.OneWord;
import sourcebook.search.Query.Pattern;
import sourcebook.search.Query.Regex;
import sourcebook.search.Query.Sequence;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Words;
import sourcebook.search.WordCharacters;
import sourcebook.search.lucene.Terms.Asked;

/// The shapes of patterns and sequences.
final class Shapes {
    private Shapes() {}

    /// @throws RuntimeException of Lucene's if a pattern is too complex
    static Shape of(Sequence sequence) {
        List<Shape> parts = sequence.elements().stream().map(Shapes::of).toList();
        return sequence.near() == null
                ? row(parts)
                : new Shape.Near(
                        parts, sequence.near().between(), sequence.near().ordered());
    }

    private static Shape of(Element element) {
        return switch (element) {
            case Words(String text) -> words(Terms.asked(text));
            case OneWord(Pattern pattern) -> of(pattern);
            case AnyWord() -> new Shape.Gap();
            case Alternatives(List<List<Element>> rows) -> {
                List<Shape> either = rows.stream()
                        .map(row -> row(row.stream().map(Shapes::of).toList()))
                        .toList();
                yield either.size() == 1 ? either.getFirst() : new Shape.Either(either);
            }
        };
    }

    /// @throws RuntimeException of Lucene's if it is too complex
    static Shape of(Pattern pattern) {
        return switch (pattern) {
            case Wildcard(String text) ->
                row(words(text).stream()
                        .<Shape>map(word -> new Shape.Any(WordPattern.wildcard(word)))
                        .toList());
            case Fuzzy(String text, int edits) -> {
                List<Shape> parts = new ArrayList<>();
                for (Asked word : Terms.asked(text)) {
                    parts.add(
                            word.alone()
                                    ? new Shape.One(word.term())
                                    : new Shape.Any(WordPattern.fuzzy(word.term(), edits)));
                }
                yield row(parts);
            }
            case Regex(String expression) -> new Shape.Any(WordPattern.regex(expression));
        };
    }

    /// These very words.
    private static Shape words(List<Asked> words) {
        List<Shape> parts = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && words.get(i).position() > words.get(i - 1).position() + 1) {
                parts.add(new Shape.Mark());
            }
            parts.add(new Shape.One(words.get(i).term()));
        }
        return row(parts);
    }

    private static Shape row(List<Shape> parts) {
        return switch (parts.size()) {
            case 0 -> new Shape.Either(parts); // nothing
            case 1 -> parts.getFirst();
            default -> new Shape.Row(parts);
        };
    }

    /// Cuts a pattern where a text would be cut, stars and question marks counting as letters.
    private static List<String> words(String pattern) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean afterAlone = false;
        for (int i = 0; i < pattern.length(); i += Character.charCount(pattern.codePointAt(i))) {
            int c = pattern.codePointAt(i);
            boolean alone = WordCharacters.standsAlone(c);
            boolean inside = c == '*' || c == '?' || WordCharacters.begins(c) || WordCharacters.marks(c);
            boolean letter = WordCharacters.begins(c) && !WordCharacters.marks(c);
            if (alone || (afterAlone && letter) || !(inside || WordCharacters.ignorable(c))) {
                finish(words, word);
            }
            afterAlone = alone || (afterAlone && !letter);
            if (inside) {
                word.appendCodePoint(c);
            }
        }
        finish(words, word);
        return words;
    }

    private static void finish(List<String> words, StringBuilder word) {
        if (word.codePoints().anyMatch(WordCharacters::begins)) {
            words.add(word.toString());
        }
        word.setLength(0);
    }
}
