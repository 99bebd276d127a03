package sourcebook.search.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.CountryNames;
import sourcebook.search.Facet;
import sourcebook.search.Hit;
import sourcebook.search.IndexedDocument;
import sourcebook.search.LanguageNames;
import sourcebook.search.Layer;
import sourcebook.search.Query;
import sourcebook.search.QueryField;
import sourcebook.search.SearchRequest;
import sourcebook.search.lucene.language.WordForms;

/// Answers queries by reading every document from beginning to end, without an index: what the engine must equal.
/// Shares with it only the stem of a word.
final class LinearScan {
    private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";
    private static final String INNER = "[\\p{L}\\p{N}\\p{M}&&[^\\p{IsHan}]]";
    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}\\p{M}*|" + LETTER + "(?:[\\u00AD\\u200D]*" + INNER + ")*");
    private static final Pattern BREAK = Pattern.compile("[-\\u2010\\u00AD][ \\t]*[\\r\\n\\f][ \\t\\r\\n\\f]*");

    private static final Comparator<IndexedDocument> EARLIEST =
            Comparator.<IndexedDocument>comparingLong(LinearScan::day).thenComparing(IndexedDocument::id);

    /// Two characters with more than blanks between them.
    private static final Pattern MARKS =
            Pattern.compile("\\p{IsHan}\\p{M}*\\s*[^\\s\\p{L}\\p{N}\\p{M}\\u00AD][^\\p{L}\\p{N}]*\\p{IsHan}\\p{M}*");

    private final List<IndexedDocument> documents;
    private final Map<String, List<Token>> cut = new HashMap<>();

    LinearScan(List<IndexedDocument> documents) {
        this.documents = documents;
    }

    /// A word of a text; `joined` is the word it makes with the next one when it is broken at a line end.
    private record Token(
            int start,
            int end,
            int step,
            String term,
            @Nullable String joined) {}

    /// Days since 1970-01-01; those of an undated document never end.
    static long day(IndexedDocument document) {
        return document.record().date() == null
                ? Long.MAX_VALUE
                : document.record().date().value().earliest().toEpochDay();
    }

    List<IndexedDocument> matching(Query query, SearchRequest request) {
        return documents.stream()
                .filter(document -> matches(document, query) && chosen(document, request, null))
                .toList();
    }

    /// Of each story among the documents the copy that stands for it.
    static List<IndexedDocument> shown(List<IndexedDocument> documents) {
        Map<String, IndexedDocument> shown = new TreeMap<>();
        for (IndexedDocument document : documents) {
            shown.merge(storyOf(document), document, (one, other) -> EARLIEST.compare(one, other) <= 0 ? one : other);
        }
        return List.copyOf(shown.values());
    }

    /// A document in no story is one of its own.
    static String storyOf(IndexedDocument document) {
        return document.story() == null ? "alone " + document.id() : document.story();
    }

    Map<String, Long> facet(Facet facet, Query query, SearchRequest request) {
        Map<String, Set<String>> counted = new TreeMap<>();
        request.refinements().getOrDefault(facet, Set.of()).forEach(value -> counted.put(value, new HashSet<>()));
        for (IndexedDocument document : documents) {
            if (matches(document, query) && chosen(document, request, facet)) {
                String unit =
                        request.stories() ? storyOf(document) : document.id().value();
                values(facet, document.record())
                        .forEach(value -> counted.computeIfAbsent(value, _ -> new HashSet<>())
                                .add(unit));
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        counted.forEach((value, units) -> counts.put(value, (long) units.size()));
        return counts;
    }

    /// The outlets or, of the other facet, the countries that some documents stand in.
    static List<String> known(Facet facet, List<IndexedDocument> documents) {
        return documents.stream()
                .flatMap(document -> values(facet, document.record()).stream())
                .filter(value -> !value.equals(Facet.UNKNOWN))
                .distinct()
                .sorted()
                .toList();
    }

    List<Hit> hits(IndexedDocument document, Query query) {
        List<Hit> hits = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            DocumentText text = document.text();
            Set<Range> found = new HashSet<>();
            collect(query, tokens(layer == Layer.TEXT ? text.text() : text.furniture()), layer, found);
            List<Range> sorted = new ArrayList<>(found);
            sorted.sort(Comparator.comparingInt(Range::start).thenComparing(range -> -range.end()));
            int free = 0;
            for (Range range : sorted) {
                if (range.start() >= free) {
                    long page = layer == Layer.FURNITURE
                            ? 1
                            : text.pageStarts().stream()
                                    .filter(start -> start <= range.start())
                                    .count();
                    hits.add(new Hit(range.start(), range.end(), (int) page, layer));
                    free = range.end();
                }
            }
        }
        return hits;
    }

    private void collect(Query query, List<Token> text, Layer layer, Set<Range> found) {
        switch (query) {
            case Query.Leaf leaf -> {
                if (layer == Layer.TEXT) {
                    found.addAll(places(leaf, text));
                }
            }
            case Query.Fielded(QueryField field, Query.Leaf leaf) -> {
                if (field == (layer == Layer.TEXT ? QueryField.BODY : QueryField.FURNITURE)) {
                    found.addAll(places(leaf, text));
                }
            }
            case Query.And(List<Query> parts) -> parts.forEach(part -> collect(part, text, layer, found));
            case Query.Or(List<Query> parts) -> parts.forEach(part -> collect(part, text, layer, found));
            case Query.Not _, Query.Years _, Query.AllDocuments _ -> {}
        }
    }

    private boolean matches(IndexedDocument document, Query query) {
        DocumentRecord record = document.record();
        return switch (query) {
            case Query.AllDocuments() -> true;
            case Query.Leaf leaf -> {
                String text = document.text().text();
                yield in(leaf, text.isEmpty() ? shownTitle(document) : text);
            }
            case Query.Fielded(QueryField field, Query.Leaf leaf) ->
                switch (field) {
                    case BODY -> in(leaf, document.text().text());
                    case FURNITURE -> in(leaf, document.text().furniture());
                    case STORY -> text(leaf).equals(document.story());
                    case ID -> document.id().value().startsWith(text(leaf));
                    case PUBLISHED_IN ->
                        values(Facet.PUBLISHED_IN, record)
                                .contains(CountryNames.code(text(leaf)).orElse(text(leaf)));
                    case TITLE -> in(leaf, record.titleText());
                    case SOURCE -> in(leaf, record.sourceText());
                    case CREATOR -> record.creators().stream().anyMatch(name -> in(leaf, name.value()));
                    case TYPE -> record.type() != null && in(leaf, record.type().value());
                    case COUNTRY ->
                        CountryNames.code(text(leaf))
                                .filter(code -> values(Facet.COUNTRY, record).contains(code))
                                .isPresent();
                    case LANGUAGE ->
                        LanguageNames.code(text(leaf))
                                .filter(code -> values(Facet.LANGUAGE, record).contains(code))
                                .isPresent();
                    case YEAR -> throw new AssertionError("years are ranges");
                };
            case Query.Years(var range) -> {
                @Nullable Integer year = record.year();
                yield year != null && year >= range.from() && year <= range.to();
            }
            case Query.And(List<Query> parts) -> parts.stream().allMatch(part -> matches(document, part));
            case Query.Or(List<Query> parts) -> parts.stream().anyMatch(part -> matches(document, part));
            case Query.Not(Query part) -> !matches(document, part);
        };
    }

    /// Whether the request's choices hold, those of `except` aside.
    private static boolean chosen(IndexedDocument document, SearchRequest request, @Nullable Facet except) {
        for (Facet facet : Facet.BUILT_IN) {
            Set<String> wanted = request.refinements().getOrDefault(facet, Set.of());
            List<String> values = values(facet, document.record());
            boolean holds;
            if (facet.equals(Facet.YEAR) && request.years() != null) {
                @Nullable Integer year = document.record().year();
                boolean single = wanted.stream().allMatch(Facet.UNKNOWN::equals);
                holds = year == null
                        ? wanted.contains(Facet.UNKNOWN)
                        : year >= request.years().from()
                                && year <= request.years().to()
                                && (single || wanted.contains(year.toString()));
            } else {
                holds = wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
            }
            if (!facet.equals(except) && !holds) {
                return false;
            }
        }
        return true;
    }

    private static List<String> values(Facet facet, DocumentRecord record) {
        List<String> values = switch (facet.kind()) {
            case COUNTRY ->
                record.about().stream().map(Evidenced::value).distinct().toList();
            case PUBLISHED_IN ->
                record.publishedIn().stream().map(Evidenced::value).distinct().toList();
            case YEAR -> listed(record.year());
            case SOURCE -> listed(record.sourceText());
            case LANGUAGE ->
                listed(record.language() == null ? null : record.language().value());
            case TYPE -> listed(record.type() == null ? null : record.type().value());
            case CUSTOM -> throw new AssertionError("not made here");
        };
        return values.isEmpty() ? List.of(Facet.UNKNOWN) : values;
    }

    private static List<String> listed(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    private static String shownTitle(IndexedDocument document) {
        String title = document.record().titleText();
        return title == null ? document.path().replaceFirst(".*/", "") : title;
    }

    private boolean in(Query.Leaf leaf, @Nullable String text) {
        return text != null && !places(leaf, tokens(text)).isEmpty();
    }

    private static String text(Query.Leaf leaf) {
        return switch (leaf) {
            case Query.Word(String text) -> text;
            case Query.Phrase(String text) -> text;
            case Query.Wildcard(String pattern) -> pattern;
        };
    }

    private List<Range> places(Query.Leaf leaf, List<Token> text) {
        List<Range> places = new ArrayList<>();
        switch (leaf) {
            case Query.Word(String word) -> {
                List<Token> asked = tokens(word);
                if (asked.size() > 1) {
                    return phrase(asked, text);
                }
                String stem = stem(asked.getFirst().term());
                for (int i = 0; i < text.size(); i++) {
                    if (stem(text.get(i).term()).equals(stem)) {
                        places.add(new Range(text.get(i).start(), text.get(i).end()));
                    }
                    String joined = text.get(i).joined();
                    if (joined != null && stem(joined).equals(stem)) {
                        places.add(
                                new Range(text.get(i).start(), text.get(i + 1).end()));
                    }
                }
            }
            case Query.Phrase(String phrase) -> {
                return phrase(tokens(phrase), text);
            }
            case Query.Wildcard(String pattern) -> {
                Pattern wanted =
                        Pattern.compile(fold(pattern).replace("*", ".*").replace("?", "."), Pattern.DOTALL);
                for (int i = 0; i < text.size(); i++) {
                    if (wanted.matcher(text.get(i).term()).matches()) {
                        places.add(new Range(text.get(i).start(), text.get(i).end()));
                    }
                    String joined = text.get(i).joined();
                    if (joined != null && wanted.matcher(joined).matches()) {
                        places.add(
                                new Range(text.get(i).start(), text.get(i + 1).end()));
                    }
                }
            }
        }
        return places;
    }

    private List<Range> phrase(List<Token> asked, List<Token> text) {
        List<Range> places = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            int end = phraseEnd(asked, 0, text, i);
            if (end >= 0) {
                places.add(new Range(text.get(i).start(), text.get(end - 1).end()));
            }
        }
        return places;
    }

    private static int phraseEnd(List<Token> asked, int at, List<Token> text, int from) {
        if (at == asked.size()) {
            return from;
        }
        if (from == text.size()) {
            return -1;
        }
        String term = asked.get(at).term();
        if (at > 0 && asked.get(at).step() != text.get(from).step()) {
            return -1;
        }
        int end = text.get(from).term().equals(term) ? phraseEnd(asked, at + 1, text, from + 1) : -1;
        return end < 0 && term.equals(text.get(from).joined()) ? phraseEnd(asked, at + 1, text, from + 2) : end;
    }

    private List<Token> tokens(String text) {
        return cut.computeIfAbsent(text, LinearScan::cut);
    }

    private static List<Token> cut(String text) {
        List<Range> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(new Range(word.start(), word.end()));
        }
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Range one = words.get(i);
            String raw = text.substring(one.start(), one.end());
            String joined = null;
            if (i + 1 < words.size()) {
                Range next = words.get(i + 1);
                boolean broken =
                        BREAK.matcher(text.substring(one.end(), next.start())).matches()
                                && Character.isLowerCase(text.charAt(next.start()))
                                && !Character.isDigit(text.charAt(one.end() - 1));
                joined = broken ? fold(raw + text.substring(next.start(), next.end())) : null;
            }
            boolean apart = i > 0
                    && MARKS.matcher(text.substring(words.get(i - 1).start(), one.end()))
                            .matches();
            tokens.add(new Token(one.start(), one.end(), apart ? 2 : 1, fold(raw), joined));
        }
        return tokens;
    }

    private static String fold(String word) {
        String small = Normalizer.normalize(word, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("й", "\uE000");
        return Normalizer.normalize(small, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\u00AD\\u200D]", "")
                .replace("ß", "ss")
                .replace("\uE000", "й");
    }

    /// In texts of these few words the first letter tells the language.
    private static String stem(String term) {
        String language = term.matches("(?s)\\p{IsCyrillic}.*") ? "ru" : "en";
        List<String> stems =
                term.matches("\\p{L}{3,}|[\\p{L}&&[^a-z]]{2}") ? WordForms.stems(language, term, term) : List.of();
        return stems.isEmpty() ? term : stems.getFirst() + " stem";
    }
}
