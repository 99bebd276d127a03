package sourcebook.catalogue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The fields of a record as lists of strings: what a person types and what is kept of an edit.
final class FieldValues {
    private static final int MOST_CHARACTERS = 10_000;

    private FieldValues() {}

    static List<String> read(DocumentRecord record, RecordField field) {
        return values(record, field).stream()
                .map(value -> value.value().toString())
                .toList();
    }

    /// The evidence of each value, in the order of [#read].
    static List<Evidence> evidence(DocumentRecord record, RecordField field) {
        return values(record, field).stream().map(Evidenced::evidence).toList();
    }

    /// Whether two records say the same of a field, by the same evidence.
    static boolean same(DocumentRecord one, DocumentRecord other, RecordField field) {
        return values(one, field).equals(values(other, field));
    }

    private static List<? extends Evidenced<?>> values(DocumentRecord record, RecordField field) {
        return switch (field) {
            case TITLE -> listOf(record.title());
            case CREATORS -> record.creators();
            case DATE -> listOf(record.date());
            case SOURCE -> listOf(record.source());
            case ABOUT -> record.about();
            case PUBLISHED_IN -> record.publishedIn();
            case LANGUAGE -> listOf(record.language());
            case TYPE -> listOf(record.type());
            case URL -> listOf(record.url());
        };
    }

    private static <T> List<Evidenced<T>> listOf(@Nullable Evidenced<T> value) {
        return value == null ? List.of() : List.of(value);
    }

    static DocumentRecord write(DocumentRecord record, RecordField field, List<String> values, String rule) {
        List<Evidenced<String>> evidenced = values.stream()
                .map(value -> Evidenced.of(value, rule, Confidence.HIGH))
                .toList();
        Evidenced<String> first = evidenced.isEmpty() ? null : evidenced.getFirst();
        return switch (field) {
            case TITLE -> record.withTitle(first);
            case CREATORS -> record.withCreators(evidenced);
            case DATE ->
                record.withDate(
                        values.isEmpty()
                                ? null
                                : PartialDate.parse(values.getFirst())
                                        .map(date -> Evidenced.of(date, rule, Confidence.HIGH))
                                        .orElse(null));
            case SOURCE -> record.withSource(first);
            case ABOUT -> record.withAbout(evidenced);
            case PUBLISHED_IN -> record.withPublishedIn(evidenced);
            case LANGUAGE -> record.withLanguage(first);
            case TYPE -> record.withType(first);
            case URL -> record.withUrl(first);
        };
    }

    /// Values as they are kept: stripped, blanks and repeats left out, codes in their usual case.
    ///
    /// @throws IllegalArgumentException with a sentence for the person
    static List<String> check(RecordField field, List<String> values) {
        List<String> stripped = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (!field.multiple() && stripped.size() > 1) {
            throw new IllegalArgumentException(field.label() + " takes one value.");
        }
        return stripped.stream().map(value -> check(field, value)).distinct().toList();
    }

    private static String check(RecordField field, String value) {
        if (value.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(field.label() + " is longer than " + MOST_CHARACTERS + " characters.");
        }
        return switch (field) {
            case DATE -> date(value).toString();
            case ABOUT, PUBLISHED_IN -> {
                if (!value.matches("[A-Za-z]{2}|[A-Za-z]{4}")) {
                    throw new IllegalArgumentException("“" + value
                            + "” is not a country code. Use two letters (TZ), or four for a former state (SUHH).");
                }
                yield value.toUpperCase(Locale.ROOT);
            }
            case LANGUAGE -> {
                if (!value.matches("[A-Za-z]{2,3}")) {
                    throw new IllegalArgumentException("“" + value + "” is not a language code. Use two letters (en).");
                }
                yield value.toLowerCase(Locale.ROOT);
            }
            case TITLE, CREATORS, SOURCE, TYPE, URL -> value;
        };
    }

    /// A book may bear the next year already; what lies further ahead is a slip of the hand.
    private static PartialDate date(String value) {
        PartialDate date = PartialDate.parse(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "“" + value + "” is not a date. Write 2014, 2014-07 or 2014-07-18."));
        int next = LocalDate.now(ZoneOffset.UTC).getYear() + 1;
        if (date.year() > next) {
            throw new IllegalArgumentException(
                    "“" + value + "” is in the future. The latest year that can be is " + next + ".");
        }
        return date;
    }
}
