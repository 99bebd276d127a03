package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import sourcebook.search.Query;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Required;
import sourcebook.search.Query.Word;
import sourcebook.search.QueryField;
import sourcebook.search.lucene.Terms.Asked;

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

    /// Of the parts that must all hold, the words and phrases of the text or its furniture become
    /// alternatives; what is excluded or confined to another field stays as it is. What is marked by a
    /// plus must occur, and beside it the alternatives only may. A word of several tokens becomes its
    /// tokens. The commonest words are left out, unless there are no others: they are in every text and
    /// say nothing about any.
    static Query loosened(Query query) {
        List<Query> parts = query instanceof And(List<Query> all) ? all : List.of(query);
        List<Query> alternatives = new ArrayList<>();
        List<Query> required = new ArrayList<>();
        boolean must = false;
        for (Query part : parts) {
            switch (part) {
                case Leaf leaf -> alternatives.addAll(words(leaf));
                case Fielded(QueryField field, Leaf _)
                when field == QueryField.FURNITURE || field == QueryField.BODY -> alternatives.add(part);
                case Or(List<Query> some) ->
                    some.forEach(one -> alternatives.addAll(one instanceof Leaf leaf ? words(leaf) : List.of(one)));
                case Required(Query wanted) -> {
                    required.add(wanted);
                    must = true;
                }
                default -> required.add(part);
            }
        }
        if (!alternatives.stream().allMatch(AnyWord::common)) {
            alternatives.removeIf(AnyWord::common);
        }
        if (must && !alternatives.isEmpty() && !alternatives.contains(new AllDocuments())) {
            alternatives.add(new AllDocuments());
        }
        if (!alternatives.isEmpty()) {
            required.addFirst(alternatives.size() == 1 ? alternatives.getFirst() : new Or(alternatives));
        }
        return required.size() == 1 ? required.getFirst() : new And(flat(required));
    }

    private static List<Query> flat(List<Query> parts) {
        return parts.stream()
                .flatMap(part -> part instanceof And(List<Query> inner) ? inner.stream() : Stream.of(part))
                .toList();
    }

    /// The words of a bare word; anything else stays whole.
    private static List<Query> words(Leaf leaf) {
        if (!(leaf instanceof Word(String text)) || text.indexOf('.') > 0) {
            return List.of(leaf); // `U.S` means nothing in pieces
        }
        List<Asked> words = Terms.asked(text);
        if (!BareWord.unspaced(words)) {
            return words.stream().<Query>map(word -> new Word(word.typed())).toList();
        }
        return BareWord.parts(words, false).stream()
                .<Query>map(part -> new Word(text.substring(
                        part.words().getFirst().start(), part.words().getLast().end())))
                .toList();
    }

    private static boolean common(Query query) {
        return query instanceof Word(String text) && Terms.common(Terms.folded(text));
    }
}
