package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sourcebook.search.Query;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Word;

/// Free text as a question: any of its words may match, the more the better.
final class AnyWord {
    /// From so many words on, capitals throughout are a way of writing, not operators.
    private static final int MANY_WORDS = 4;

    private AnyWord() {}

    /// The text in small letters if it has none: in a question all in capitals, AND, OR and NOT are words.
    static String quiet(String text) {
        boolean loud = text.codePoints().noneMatch(Character::isLowerCase)
                && text.strip().split("\\s+").length >= MANY_WORDS;
        return loud ? text.toLowerCase(Locale.ROOT) : text;
    }

    /// Of the parts that must all hold, the words and phrases become alternatives; what is excluded or confined to a
    /// field stays as it is. A word of several tokens becomes its tokens.
    static Query loosened(Query query) {
        List<Query> parts = query instanceof And(List<Query> all) ? all : List.of(query);
        List<Query> alternatives = new ArrayList<>();
        List<Query> required = new ArrayList<>();
        for (Query part : parts) {
            switch (part) {
                case Word(String text) -> Terms.of(text).forEach(token -> alternatives.add(new Word(token)));
                case Leaf leaf -> alternatives.add(leaf);
                case Or(List<Query> some) ->
                    some.forEach(one -> {
                        if (one instanceof Word(String text)) {
                            Terms.of(text).forEach(token -> alternatives.add(new Word(token)));
                        } else {
                            alternatives.add(one);
                        }
                    });
                default -> required.add(part);
            }
        }
        if (!alternatives.isEmpty()) {
            required.addFirst(alternatives.size() == 1 ? alternatives.getFirst() : new Or(alternatives));
        }
        return required.size() == 1 ? required.getFirst() : new And(required);
    }
}
