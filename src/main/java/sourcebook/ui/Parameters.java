package sourcebook.ui;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

/// Reads and writes the part of an address after its question mark. Whatever it holds that makes no sense is left out.
final class Parameters {
    private static final Pattern YEARS = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

    private Parameters() {}

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> named(QueryParameters parameters, String parameter, E[] values) {
        return parameters
                .getSingleParameter(parameter)
                .flatMap(wanted -> Arrays.stream(values)
                        .filter(value -> name(value).equals(wanted))
                        .findFirst());
    }

    static void add(StringJoiner address, String name, String value) {
        address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    static Optional<Integer> number(QueryParameters parameters, String name) {
        return parameters
                .getSingleParameter(name)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    static Optional<YearRange> years(String text) {
        Matcher form = YEARS.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(form.group(1));
        int to = Integer.parseInt(form.group(2));
        return from <= to ? Optional.of(new YearRange(from, to)) : Optional.empty();
    }

    static Optional<Sort> sort(String text) {
        List<Sort> all = Arrays.asList(Sort.values());
        return all.stream().filter(sort -> sort.name().equalsIgnoreCase(text)).findFirst();
    }
}
