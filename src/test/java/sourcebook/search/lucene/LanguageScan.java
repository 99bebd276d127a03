package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentId;
import sourcebook.search.IndexedDocument;
import sourcebook.search.Query;
import sourcebook.search.lucene.language.Folding;
import sourcebook.search.lucene.language.KoreanWords;
import sourcebook.search.lucene.language.Segment;
import sourcebook.search.lucene.language.UnspacedWords;
import sourcebook.search.lucene.language.WordForms;

/// Finds words and phrases of any language by reading every text from beginning to end. Shares with the index the
/// rules of the languages, and nothing else.
final class LanguageScan {
    private static final String ALONE = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー&&[\\p{L}\\p{N}]]";
    private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}ー]]";
    private static final String MARK = "[\\p{M}\uFF9E\uFF9F]";
    private static final Pattern WORD = Pattern.compile(
            ALONE + MARK + "*|" + LETTER + "(?:[\u00AD\u200C\u200D\u2060\uFEFF]*(?:" + LETTER + "|" + MARK + "))*");
    private static final Pattern BREAK = Pattern.compile("[-\u2010\u00AD][ \\t]*[\\r\\n\\f][ \\t\\r\\n\\f]*");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{Z}\\p{Cc}\u00AD\u200C\u200D\u2060\uFEFF\u00B7・]*");

    private static final Map<String, List<KoreanWords.Part>> KOREAN = new HashMap<>();

    private final Map<List<Token>, List<Inflected>> inflected = new IdentityHashMap<>();
    private final List<IndexedDocument> documents;
    private final Map<DocumentId, List<Token>> read = new HashMap<>();
    private final boolean japanese;

    LanguageScan(List<IndexedDocument> documents) {
        this.documents = documents;
        for (IndexedDocument document : documents) {
            read.put(document.id(), tokens(document.text().text(), document));
        }
        japanese = documents.stream()
                .anyMatch(document -> !inflected(read.get(document.id())).isEmpty());
    }

    /// A word; `joined` is the word it makes with the next one when it is broken at a line end, `step` is 2 across a
    /// mark between characters that are words of their own.
    private record Token(
            int start,
            int end,
            String raw,
            String term,
            boolean alone,
            int step,
            String language,
            @Nullable String joined) {}

    private record Inflected(Range range, String base) {}

    List<DocumentId> matching(Query query) {
        return documents.stream()
                .map(IndexedDocument::id)
                .filter(id -> matches(query, read.get(id)))
                .sorted()
                .toList();
    }

    List<Range> hits(DocumentId document, Query query) {
        Set<Range> found = new HashSet<>();
        collect(query, read.get(document), found);
        List<Range> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Range::start).thenComparing(range -> -range.end()));
        List<Range> apart = new ArrayList<>();
        for (Range range : sorted) {
            if (apart.isEmpty() || range.start() >= apart.getLast().end()) {
                apart.add(range);
            }
        }
        return apart;
    }

    private boolean matches(Query query, List<Token> text) {
        return switch (query) {
            case Query.Leaf leaf -> !places(leaf, text).isEmpty();
            case Query.And(List<Query> parts) -> parts.stream().allMatch(part -> matches(part, text));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> matches(part, text));
            case Query.Not(Query part) -> !matches(part, text);
            case Query.AllDocuments() -> true;
            case Query.Fielded _, Query.Years _ -> throw new AssertionError(query);
        };
    }

    private void collect(Query query, List<Token> text, Set<Range> found) {
        switch (query) {
            case Query.Leaf leaf -> found.addAll(places(leaf, text));
            case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, text, found));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, text, found));
            default -> {}
        }
    }

    private Set<Range> places(Query.Leaf leaf, List<Token> text) {
        return switch (leaf) {
            case Query.Phrase(String phrase) -> phrase(tokens(phrase, null), text);
            case Query.Word(String word) -> {
                List<Token> asked = tokens(word, null);
                if (asked.stream().anyMatch(Token::alone)) {
                    yield all(divided(asked, text));
                }
                yield spaced(asked, text);
            }
            case Query.Wildcard _ -> throw new AssertionError(leaf);
        };
    }

    private static Set<Range> all(List<Set<Range>> parts) {
        Set<Range> all = new HashSet<>();
        parts.forEach(all::addAll);
        return parts.stream().anyMatch(Set::isEmpty) ? Set.of() : all;
    }

    private Set<Range> spaced(List<Token> asked, List<Token> text) {
        if (asked.size() > 1) {
            return phrase(asked, text);
        }
        Token word = asked.getFirst();
        return KoreanWords.korean(word.raw) ? korean(word, text) : forms(word, text);
    }

    private static Set<Range> forms(Token asked, List<Token> text) {
        Set<Range> places = new HashSet<>();
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (KoreanWords.korean(token.raw)) {
                koreanParts(token, asked.term, places);
                if (token.term.equals(asked.term)) {
                    places.add(new Range(token.start, token.end));
                }
            } else if (!token.alone && related(asked, token.raw, token.term, token.language)) {
                places.add(new Range(token.start, token.end));
            }
            if (token.joined != null && related(asked, token.joined, Folding.folded(token.joined), token.language)) {
                places.add(new Range(token.start, text.get(i + 1).end));
            }
        }
        return places;
    }

    private static boolean related(Token asked, String raw, String term, String language) {
        if (asked.term.equals(term)) {
            return true;
        }
        if (!WordForms.possible(asked.term) || !WordForms.possible(term)) {
            return false;
        }
        String of = WordForms.languageOf(term, language);
        Set<String> common = new HashSet<>(WordForms.stems(of, raw, term));
        common.retainAll(WordForms.admits(of, asked.term) ? WordForms.stems(of, asked.raw, asked.term) : List.of());
        return !common.isEmpty();
    }

    private static Set<Range> korean(Token asked, List<Token> text) {
        Set<Range> itself = new HashSet<>();
        text.forEach(token -> koreanParts(token, asked.term, itself));
        List<Set<Range>> parts = new ArrayList<>();
        for (KoreanWords.Part part : KoreanWords.asked(Folding.spelled(asked.raw))) {
            Set<Range> places = new HashSet<>();
            text.forEach(token -> koreanParts(token, part.form(), places));
            parts.add(places);
        }
        itself.addAll(all(parts));
        return itself;
    }

    private static void koreanParts(Token token, String form, Set<Range> places) {
        if (KoreanWords.korean(token.raw)) {
            for (KoreanWords.Part part : KOREAN.computeIfAbsent(Folding.spelled(token.raw), KoreanWords::parts)) {
                if (part.form().equals(form)) {
                    places.add(new Range(token.start + part.start(), token.start + part.end()));
                }
            }
        }
    }

    private List<Set<Range>> divided(List<Token> asked, List<Token> text) {
        List<Set<Range>> meaning = new ArrayList<>();
        List<Set<Range>> grammar = new ArrayList<>();
        List<Token> number = List.of();
        int i = 0;
        while (i < asked.size()) {
            int from = i;
            boolean alone = asked.get(i).alone;
            do {
                i++;
            } while (i < asked.size()
                    && asked.get(i).alone == alone
                    && (!alone || (asked.get(i).step == 1 && thai(asked.get(i)) == thai(asked.get(from)))));
            List<Token> group = asked.subList(from, i);
            if (alone) {
                run(group, number, text, meaning, grammar);
                number = List.of();
            } else if (group.size() == 1
                    && group.getFirst().term.matches("\\d+")
                    && i < asked.size()
                    && asked.get(i).start == group.getFirst().end) {
                number = group;
            } else {
                meaning.add(spaced(group, text));
            }
        }
        return meaning.isEmpty() ? grammar : meaning;
    }

    private void run(
            List<Token> group,
            List<Token> number,
            List<Token> text,
            List<Set<Range>> meaning,
            List<Set<Range>> grammar) {
        StringBuilder run = new StringBuilder();
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            String written = thai(group.get(i)) ? group.get(i).raw : Folding.spelled(group.get(i).raw);
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
            Set<Range> places = new HashSet<>(phrase(characters, text));
            if (japanese) {
                StringBuilder written = new StringBuilder();
                characters.forEach(token -> written.append(token.raw));
                String base = word.base() == null ? written.toString() : word.base();
                if (word.base() != null) {
                    places.addAll(phrase(tokens(base, null), text));
                }
                inflected(text).stream()
                        .filter(one -> one.base.equals(Folding.folded(base)))
                        .forEach(one -> places.add(one.range));
            }
            (word.meaning() || counted ? meaning : grammar).add(places);
            first = last + 1;
        }
    }

    private static boolean thai(Token token) {
        return token.raw.matches("(?s)\\p{IsThai}.*");
    }

    /// The inflected Japanese words of a text.
    private List<Inflected> inflected(List<Token> text) {
        return inflected.computeIfAbsent(text, LanguageScan::readInflected);
    }

    private static List<Inflected> readInflected(List<Token> text) {
        List<Inflected> found = new ArrayList<>();
        int i = 0;
        while (i < text.size()) {
            int from = i;
            StringBuilder run = new StringBuilder();
            List<Integer> owners = new ArrayList<>();
            while (i < text.size() && text.get(i).alone && !thai(text.get(i)) && (i == from || text.get(i).step == 1)) {
                String written = Folding.spelled(text.get(i).raw);
                run.append(written);
                for (int c = 0; c < written.length(); c++) {
                    owners.add(i);
                }
                i++;
            }
            if (i == from) {
                i++;
            } else if (Pattern.compile("\\p{IsHiragana}").matcher(run).find()) {
                for (Segment word : UnspacedWords.japanese(run.toString())) {
                    if (word.base() != null && word.meaning()) {
                        Range range = new Range(
                                text.get(owners.get(word.start())).start, text.get(owners.get(word.end() - 1)).end);
                        found.add(new Inflected(range, Folding.folded(word.base())));
                    }
                }
            }
        }
        return found;
    }

    private static Set<Range> phrase(List<Token> asked, List<Token> text) {
        Set<Range> places = new HashSet<>();
        for (int i = 0; i < text.size() && !asked.isEmpty(); i++) {
            int end = phraseEnd(asked, 0, text, i);
            if (end >= 0) {
                places.add(new Range(text.get(i).start, text.get(end - 1).end));
            }
        }
        return places;
    }

    private static int phraseEnd(List<Token> asked, int at, List<Token> text, int from) {
        if (at == asked.size()) {
            return from;
        }
        if (from == text.size() || (at > 0 && asked.get(at).step != text.get(from).step)) {
            return -1;
        }
        String term = asked.get(at).term;
        int end = text.get(from).term.equals(term) ? phraseEnd(asked, at + 1, text, from + 1) : -1;
        String joined = text.get(from).joined;
        return end < 0 && joined != null && term.equals(Folding.folded(joined))
                ? phraseEnd(asked, at + 1, text, from + 2)
                : end;
    }

    private static List<Token> tokens(String text, @Nullable IndexedDocument document) {
        List<Range> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Range(word.start(), word.end()));
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Range one = words.get(i);
            String raw = text.substring(one.start(), one.end());
            boolean alone = raw.matches("(?s)" + ALONE + ".*");
            String joined = null;
            if (i + 1 < words.size()) {
                Range next = words.get(i + 1);
                boolean broken =
                        BREAK.matcher(text.substring(one.end(), next.start())).matches()
                                && Character.isLowerCase(text.charAt(next.start()))
                                && !Character.isDigit(text.charAt(one.end() - 1));
                joined = broken ? raw + text.substring(next.start(), next.end()) : null;
            }
            boolean apart = alone
                    && i > 0
                    && tokens.getLast().alone
                    && !NOTHING.matcher(text.substring(words.get(i - 1).end(), one.start()))
                            .matches();
            String language = document == null ? "" : language(document, one.start());
            tokens.add(new Token(
                    one.start(), one.end(), raw, Folding.folded(raw), alone, apart ? 2 : 1, language, joined));
        }
        return tokens;
    }

    private static String language(IndexedDocument document, int offset) {
        String language = document.record().language() == null
                ? ""
                : document.record().language().value();
        for (int page = 0; page < document.text().pageLanguages().size(); page++) {
            if (document.text().pageStarts().get(page) <= offset) {
                String of = document.text().pageLanguages().get(page);
                language = of.isEmpty() && document.record().language() != null
                        ? document.record().language().value()
                        : of;
            }
        }
        return language;
    }

    /// Languages of all documents, for a message.
    Set<String> languages() {
        Set<String> languages = new TreeSet<>();
        read.values().forEach(tokens -> tokens.forEach(token -> languages.add(token.language)));
        return languages;
    }
}
