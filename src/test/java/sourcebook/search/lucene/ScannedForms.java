package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sourcebook.search.lucene.ScannedText.Token;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.Segment;
import sourcebook.search.lucene.language.UnspacedWords;
import sourcebook.search.lucene.language.WordForms;

/// Where a bare word stands in a text, in all its forms. Shares with the index which forms the languages' rules give,
/// and how they divide what is written without blanks.
final class ScannedForms {
    private static final Map<String, List<KoreanWords.Part>> KOREAN = new HashMap<>();
    private static final Map<List<String>, Set<String>> STEMS = new HashMap<>();

    private final ScannedText text;
    private final boolean japanese;

    /// @param japanese whether any text of the archive has Japanese
    ScannedForms(ScannedText text, boolean japanese) {
        this.text = text;
        this.japanese = japanese;
    }

    /// Places of what stands between two blanks of a query.
    Set<Range> of(String word) {
        List<Token> asked = ScannedText.of(word).tokens();
        return asked.stream().anyMatch(Token::alone) ? all(divided(asked)) : spaced(asked);
    }

    private static Set<Range> all(List<Set<Range>> parts) {
        Set<Range> all = new HashSet<>();
        parts.forEach(all::addAll);
        return parts.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
    }

    private Set<Range> spaced(List<Token> asked) {
        if (asked.size() != 1) {
            return ScannedPhrase.of(asked).in(text);
        }
        Token word = asked.getFirst();
        return KoreanWords.korean(word.raw()) ? korean(word) : forms(word);
    }

    private Set<Range> forms(Token asked) {
        Set<Range> places = new HashSet<>();
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (KoreanWords.korean(token.raw())) {
                koreanParts(token, asked.term(), places);
                if (token.term().equals(asked.term())) {
                    places.add(new Range(token.start(), token.end()));
                }
            } else if (!token.alone() && related(asked, token.raw(), token.term(), token.language())) {
                places.add(new Range(token.start(), token.end()));
            }
            if (token.joined() != null
                    && token.joinedTerm() != null
                    && related(asked, token.joined(), token.joinedTerm(), token.language())) {
                places.add(new Range(token.start(), text.get(i + 1).end()));
            }
        }
        return places;
    }

    private static boolean related(Token asked, String raw, String term, String language) {
        if (asked.term().equals(term)) {
            return true;
        }
        if (!WordForms.possible(asked.term()) || !WordForms.possible(term)) {
            return false;
        }
        String of = WordForms.languageOf(term, language);
        Set<String> common = new HashSet<>(stems(of, raw, term));
        common.retainAll(WordForms.admits(of, asked.term()) ? stems(of, asked.raw(), asked.term()) : Set.of());
        return !common.isEmpty();
    }

    private static Set<String> stems(String language, String raw, String term) {
        return STEMS.computeIfAbsent(
                List.of(language, raw, term), _ -> new HashSet<>(WordForms.stems(language, raw, term)));
    }

    private Set<Range> korean(Token asked) {
        Set<Range> itself = new HashSet<>();
        text.tokens().forEach(token -> koreanParts(token, asked.term(), itself));
        List<Set<Range>> parts = new ArrayList<>();
        for (KoreanWords.Part part : KoreanWords.asked(Folding.spelled(asked.raw()))) {
            Set<Range> places = new HashSet<>();
            text.tokens().forEach(token -> koreanParts(token, part.form(), places));
            parts.add(places);
        }
        itself.addAll(all(parts));
        return itself;
    }

    private static void koreanParts(Token token, String form, Set<Range> places) {
        if (KoreanWords.korean(token.raw())) {
            for (KoreanWords.Part part : KOREAN.computeIfAbsent(Folding.spelled(token.raw()), KoreanWords::parts)) {
                if (part.form().equals(form)) {
                    places.add(new Range(token.start() + part.start(), token.start() + part.end()));
                }
            }
        }
    }

    /// The places of each part of a word with characters that are words of their own; those that carry grammar alone
    /// count only if there are no others.
    private List<Set<Range>> divided(List<Token> asked) {
        List<Set<Range>> meaning = new ArrayList<>();
        List<Set<Range>> grammar = new ArrayList<>();
        List<Token> number = List.of();
        int i = 0;
        while (i < asked.size()) {
            int from = i;
            boolean alone = asked.get(i).alone();
            do {
                i++;
            } while (i < asked.size()
                    && asked.get(i).alone() == alone
                    && (!alone
                            || (asked.get(i).position() == asked.get(i - 1).position() + 1
                                    && asked.get(i).thai() == asked.get(from).thai())));
            List<Token> group = asked.subList(from, i);
            if (alone) {
                run(group, number, meaning, grammar);
                number = List.of();
            } else if (group.size() == 1
                    && group.getFirst().term().matches("\\d+")
                    && i < asked.size()
                    && asked.get(i).start() == group.getFirst().end()) {
                number = group; // a figure belongs to what it counts
            } else {
                meaning.add(spaced(group));
            }
        }
        return meaning.isEmpty() ? grammar : meaning;
    }

    private void run(List<Token> group, List<Token> number, List<Set<Range>> meaning, List<Set<Range>> grammar) {
        StringBuilder run = new StringBuilder();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Token token = group.get(i);
            String written = token.thai() ? token.raw() : Folding.spelled(token.raw());
            run.append(written);
            for (int c = 0; c < written.length(); c++) {
                owners.add(i);
            }
        }
        int first = 0;
        for (Segment word : UnspacedWords.of(run.toString(), japanese)) {
            int last = owners.get(word.end() - 1);
            if (last < first) {
                continue;
            }
            List<Token> characters = new ArrayList<>(first == 0 ? number : List.of());
            boolean counted = !characters.isEmpty();
            characters.addAll(group.subList(first, last + 1));
            Set<Range> places = new HashSet<>(ScannedPhrase.of(characters).in(text));
            if (japanese) {
                places.addAll(inflected(characters, word));
            }
            (word.meaning() || counted ? meaning : grammar).add(places);
            first = last + 1;
        }
    }

    private Set<Range> inflected(List<Token> characters, Segment word) {
        StringBuilder written = new StringBuilder();
        characters.forEach(token -> written.append(token.raw()));
        String base = word.base() == null ? written.toString() : word.base();
        Set<Range> places = new HashSet<>();
        if (word.base() != null) {
            places.addAll(ScannedPhrase.of(ScannedText.of(base).tokens()).in(text));
        }
        text.inflected().stream()
                .filter(one -> one.base().equals(Folding.folded(base)))
                .forEach(one -> places.add(one.range()));
        return places;
    }
}
