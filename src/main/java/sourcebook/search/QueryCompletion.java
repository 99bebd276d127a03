package sourcebook.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the query language offers while somebody types: fields, and the values of those that have few.
public final class QueryCompletion {
    /// More than a person reads through.
    private static final int MOST = 12;

    private static final int FEWEST_LETTERS = 2;

    private QueryCompletion() {}

    /// What can stand in the place of a stretch of what was typed.
    ///
    /// @param text what to put there
    /// @param label for reading: a country's name for its code
    /// @param from where the stretch begins, in UTF-16 units from 0
    /// @param to where it ends, exclusive
    public record Completion(String text, String label, int from, int to) {
        /// The whole query with it.
        public String in(String typed) {
            return typed.substring(0, from) + text + typed.substring(to);
        }
    }

    /// In an archive whose sidecars have no columns of their own.
    public static List<Completion> at(String typed, int caret) {
        return at(typed, caret, Set.of());
    }

    /// What may be meant by the run of characters before the caret; nothing inside quotation marks.
    ///
    /// @param caret between 0 and the length of what was typed
    /// @param customFields the columns of sidecars that can be asked for
    public static List<Completion> at(String typed, int caret, Set<String> customFields) {
        String before = QuerySigns.plain(typed.substring(0, Math.clamp(caret, 0, typed.length())));
        int from = before.length();
        while (from > 0 && !QuerySigns.ends(before.charAt(from - 1))) {
            from--;
        }
        if (before.chars().filter(c -> QuerySigns.quotes((char) c)).count() % 2 == 1) {
            return List.of();
        }
        while (from < before.length()
                && (QuerySigns.minus(before.charAt(from)) || QuerySigns.plus(before.charAt(from)))) {
            from++;
        }
        String run = before.substring(from);
        int colon = run.indexOf(':');
        if (colon < 0) {
            return run.length() < FEWEST_LETTERS ? List.of() : fields(run, from, before.length(), customFields);
        }
        return values(
                run.substring(0, colon).toLowerCase(Locale.ROOT),
                run.substring(colon + 1),
                from + colon + 1,
                before.length());
    }

    private static List<Completion> fields(String run, int from, int to, Set<String> customFields) {
        Stream<String> names = Stream.of(
                        Arrays.stream(QueryField.values())
                                .filter(field -> field != QueryField.FURNITURE)
                                .map(QueryField::prefix),
                        Stream.of(QueryField.FURNITURE.prefix()),
                        customFields.stream().sorted().map(column -> Scope.typed(column) + ":"))
                .flatMap(Function.identity());
        return completed(names, name -> name.strip(), run, from, to);
    }

    private static List<Completion> values(String field, String begun, int from, int to) {
        return switch (field) {
            case "has" ->
                completed(Arrays.stream(Feature.values()).map(Feature::word), Function.identity(), begun, from, to);
            case "in" -> completed(Stream.of("furniture ", "title ", "text "), String::strip, begun, from, to);
            case "country", "publishedin" ->
                completed(Arrays.stream(Locale.getISOCountries()), CountryNames::label, begun, from, to);
            case "language" ->
                completed(Arrays.stream(Locale.getISOLanguages()), LanguageNames::label, begun, from, to);
            default -> List.of();
        };
    }

    /// Those whose text or label begins as what was typed, ignoring case.
    private static List<Completion> completed(
            Stream<String> texts, Function<String, String> label, String begun, int from, int to) {
        List<Completion> completions = new ArrayList<>();
        texts.map(text -> new Completion(text, label.apply(text), from, to))
                .filter(one -> begins(one.text(), begun) || begins(one.label(), begun))
                .filter(one -> !one.text().strip().equalsIgnoreCase(begun))
                .sorted((one, other) -> Boolean.compare(begins(other.label(), begun), begins(one.label(), begun)))
                .limit(MOST)
                .forEach(completions::add);
        return completions;
    }

    private static boolean begins(String text, String begun) {
        return text.regionMatches(true, 0, begun, 0, begun.length());
    }
}
