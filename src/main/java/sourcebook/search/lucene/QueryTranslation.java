package sourcebook.search.lucene;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import sourcebook.search.CountryNames;
import sourcebook.search.Facet;
import sourcebook.search.Feature;
import sourcebook.search.LanguageNames;
import sourcebook.search.Query;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Custom;
import sourcebook.search.Query.Days;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Has;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Required;
import sourcebook.search.Query.Word;
import sourcebook.search.Query.Years;
import sourcebook.search.QueryField;

/// Turns a query into Lucene's, for one reader: which documents match and how well, and what is a hit in
/// their texts and a mark in their titles.
final class QueryTranslation {
    private static final Pattern ID_PREFIX = Pattern.compile("[0-9a-f]{1,64}");

    private final Dictionary dictionary;
    private final TextQueries texts;
    private final Ranking ranking;
    private final boolean standIns;
    /// Whether the query has anything but function words to be ranked by.
    private final boolean telling;
    private final List<String> notes = new ArrayList<>();
    private final List<org.apache.lucene.search.Query> textHits = new ArrayList<>();
    private final List<org.apache.lucene.search.Query> furnitureHits = new ArrayList<>();
    private final List<org.apache.lucene.search.Query> titleMarks = new ArrayList<>();
    /// What titles and rank are made of, in order, when they are first asked for: who only counts asks for neither.
    private final List<Later> later = new ArrayList<>();

    private QueryTranslation(Query query, IndexReader reader, Deadline deadline) throws IOException {
        dictionary = new Dictionary(reader);
        texts = new TextQueries(dictionary, deadline);
        ranking = new Ranking(texts);
        telling = telling(query);
        standIns = reader.getDocCount(IndexSchema.STAND_IN) > 0;
    }

    @FunctionalInterface
    private interface Later {
        void make() throws IOException;
    }

    /// A translated query. For one thread.
    static final class Translated {
        private final QueryTranslation translation;
        private final org.apache.lucene.search.Query match;
        private final org.apache.lucene.search.@Nullable Query textHits;
        private final org.apache.lucene.search.@Nullable Query furnitureHits;

        private Translated(QueryTranslation translation, org.apache.lucene.search.Query match) {
            this.translation = translation;
            this.match = match;
            textHits = union(translation.textHits);
            furnitureHits = union(translation.furnitureHits);
        }

        /// Which documents match.
        org.apache.lucene.search.Query match() {
            return match;
        }

        /// The same, ranked.
        org.apache.lucene.search.Query scored() throws IOException {
            translation.makeLater();
            return translation.ranking.over(match);
        }

        /// What is a hit in the text, null if nothing is.
        org.apache.lucene.search.@Nullable Query textHits() {
            return textHits;
        }

        /// What is a hit in the furniture, null if nothing is.
        org.apache.lucene.search.@Nullable Query furnitureHits() {
            return furnitureHits;
        }

        /// What is marked in the title, null if nothing is.
        org.apache.lucene.search.@Nullable Query titleMarks() throws IOException {
            translation.makeLater();
            return union(translation.titleMarks);
        }

        List<String> notes() {
            return translation.notes;
        }

        /// Where its words were looked up.
        Dictionary dictionary() {
            return translation.dictionary;
        }
    }

    static Translated translate(Query query, IndexReader reader) throws IOException {
        return translate(query, reader, Deadline.NONE);
    }

    /// @param deadline until when costly parts may take
    static Translated translate(Query query, IndexReader reader, Deadline deadline) throws IOException {
        QueryTranslation translation = new QueryTranslation(query, reader, deadline);
        return new Translated(translation, translation.match(query, true));
    }

    private void makeLater() throws IOException {
        for (Later one : later) {
            one.make();
        }
        later.clear();
    }

    private static boolean telling(Query query) {
        return switch (query) {
            case Word(String text) -> !Terms.function(Terms.folded(text));
            case Leaf _ -> true;
            case And(List<Query> parts) -> parts.stream().anyMatch(QueryTranslation::telling);
            case Or(List<Query> parts) -> parts.stream().anyMatch(QueryTranslation::telling);
            case Required(Query part) -> telling(part);
            case AllDocuments _, Not _, Fielded _, Custom _, Years _, Days _, Has _ -> false;
        };
    }

    /// `positive` is false below a NOT: nothing there is a hit.
    private org.apache.lucene.search.Query match(Query query, boolean positive) throws IOException {
        return switch (query) {
            case AllDocuments() -> unscored(MatchAllDocsQuery.INSTANCE);
            case Leaf leaf -> anywhere(leaf, positive);
            case Fielded(QueryField field, Leaf leaf) -> fielded(field, leaf, positive);
            case Years(var range) -> unscored(IntField.newRangeQuery(IndexSchema.YEAR, range.from(), range.to()));
            case And(List<Query> parts) -> all(parts, positive);
            case Or(List<Query> parts) -> {
                neighbours(parts, positive);
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                for (Query part : parts) {
                    any.add(match(part, positive), Occur.SHOULD);
                }
                yield any.build();
            }
            case Not _ -> all(List.of(query), positive);
            case Required(Query part) -> match(part, positive);
            case Custom(String column, Leaf leaf) ->
                texts.leaf(Facet.custom(column).parameter(), leaf);
            case Days(LocalDate from, LocalDate to) -> days(from, to);
            case Has(Feature feature) -> unscored(new TermQuery(new Term(IndexSchema.HAS, feature.word())));
        };
    }

    /// The date's first day is not before the range, its last not behind it.
    private static org.apache.lucene.search.Query days(LocalDate from, LocalDate to) {
        return unscored(new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(IndexSchema.DAY, from.toEpochDay(), Long.MAX_VALUE), Occur.FILTER)
                .add(LongPoint.newRangeQuery(IndexSchema.LAST_DAY, Long.MIN_VALUE, to.toEpochDay()), Occur.FILTER)
                .build());
    }

    private org.apache.lucene.search.Query all(List<Query> parts, boolean positive) throws IOException {
        neighbours(parts, positive);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean only = true;
        for (Query part : parts) {
            if (part instanceof Not(Query excluded)) {
                all.add(match(excluded, false), Occur.MUST_NOT);
            } else {
                all.add(match(part, positive), Occur.MUST);
                only = false;
            }
        }
        if (only) {
            all.add(unscored(MatchAllDocsQuery.INSTANCE), Occur.MUST);
        }
        return all.build();
    }

    private void neighbours(List<Query> parts, boolean positive) {
        if (positive) {
            later.add(() -> ranking.neighbours(parts));
        }
    }

    private org.apache.lucene.search.Query anywhere(Leaf leaf, boolean positive) throws IOException {
        org.apache.lucene.search.Query text = texts.leaf(IndexSchema.TEXT, leaf);
        boolean ranks = ranks(leaf);
        if (positive) {
            textHits.add(text);
            later.add(() -> {
                org.apache.lucene.search.Query title = texts.leaf(IndexSchema.TITLE, leaf);
                titleMarks.add(title);
                if (ranks) {
                    ranking.title(title);
                }
            });
        }
        org.apache.lucene.search.Query found = !standIns
                ? text
                : new BooleanQuery.Builder()
                        .add(text, Occur.SHOULD)
                        .add(texts.leaf(IndexSchema.STAND_IN, leaf), Occur.SHOULD)
                        .build();
        return ranks ? found : unscored(found);
    }

    /// A function word matches and is marked, but says nothing about what a document is about.
    private boolean ranks(Leaf leaf) {
        return !telling || !(leaf instanceof Word(String text)) || !Terms.function(Terms.folded(text));
    }

    private org.apache.lucene.search.Query fielded(QueryField field, Leaf leaf, boolean positive) throws IOException {
        return switch (field) {
            case BODY -> marked(IndexSchema.TEXT, leaf, positive, textHits::add);
            case FURNITURE -> marked(IndexSchema.FURNITURE, leaf, positive, furnitureHits::add);
            case TITLE -> marked(IndexSchema.TITLE, leaf, positive, title -> later.add(() -> titleMarks.add(title)));
            case CREATOR -> texts.leaf(IndexSchema.CREATOR, leaf);
            case SOURCE -> texts.leaf(IndexSchema.SOURCE, leaf);
            case TYPE -> texts.leaf(IndexSchema.TYPE, leaf);
            case COUNTRY -> coded(Facet.COUNTRY, leaf);
            case PUBLISHED_IN -> coded(Facet.PUBLISHED_IN, leaf);
            case LANGUAGE -> coded(Facet.LANGUAGE, leaf);
            case STORY -> unscored(new TermQuery(new Term(IndexSchema.STORY, leaf.typed())));
            case ID -> documents(leaf);
            case YEAR, DATE, HAS -> new MatchNoDocsQuery("years are ranges");
        };
    }

    private org.apache.lucene.search.Query marked(
            String field, Leaf leaf, boolean positive, Consumer<org.apache.lucene.search.Query> marks)
            throws IOException {
        org.apache.lucene.search.Query found = texts.leaf(field, leaf);
        if (positive) {
            marks.accept(found);
        }
        return found;
    }

    /// Documents whose id begins so; an id is written in small letters and figures.
    private org.apache.lucene.search.Query documents(Leaf leaf) {
        String asked = leaf.typed().toLowerCase(Locale.ROOT).replaceFirst("\\*$", "");
        if (!ID_PREFIX.matcher(asked).matches()) {
            notes.add("A document's id has only the figures 0 to 9 and the letters a to f: “" + asked + "” is none.");
            return new MatchNoDocsQuery("no id");
        }
        return unscored(new PrefixQuery(new Term(IndexSchema.ID, asked)));
    }

    private org.apache.lucene.search.Query coded(Facet facet, Leaf leaf) {
        String asked = leaf.typed();
        if (asked.equalsIgnoreCase(Facet.UNKNOWN)) {
            return value(facet, Facet.UNKNOWN);
        }
        var code = facet.equals(Facet.LANGUAGE) ? LanguageNames.code(asked) : CountryNames.code(asked);
        if (code.isEmpty()) {
            String kind = facet.equals(Facet.LANGUAGE) ? "language" : "country";
            notes.add("No " + kind + " is called “" + asked + "”.");
            return new MatchNoDocsQuery("no such value");
        }
        return value(facet, code.get());
    }

    private static org.apache.lucene.search.Query value(Facet facet, String value) {
        Term term = DrillDownQuery.term(
                IndexSchema.FACETS.getDimConfig(facet.parameter()).indexFieldName, facet.parameter(), value);
        return unscored(new TermQuery(term));
    }

    private static org.apache.lucene.search.Query unscored(org.apache.lucene.search.Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), 0);
    }

    private static org.apache.lucene.search.@Nullable Query union(List<org.apache.lucene.search.Query> queries) {
        if (queries.size() <= 1) {
            return queries.isEmpty() ? null : queries.getFirst();
        }
        BooleanQuery.Builder union = new BooleanQuery.Builder();
        queries.forEach(query -> union.add(query, Occur.SHOULD));
        return union.build();
    }
}
