package sourcebook.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The parameters of a request's address. One that is misspelt or unknown is refused by name: nothing is ignored.
///
/// Read by hand, not by Spring's conversion, which takes the comma in a source's name for a separator.
final class Parameters {
    private final Map<String, String[]> values;

    private Parameters(Map<String, String[]> values) {
        this.values = values;
    }

    /// @param known all names that the resource understands
    static Parameters of(HttpServletRequest request, Set<String> known) {
        Map<String, String[]> given = new LinkedHashMap<>(request.getParameterMap());
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new BadRequest("There is no parameter “" + name + "” here; there are "
                        + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
        return new Parameters(given);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// All values that are not blank.
    List<String> all(String name) {
        String[] given = values.get(name);
        return given == null
                ? List.of()
                : List.of(given).stream().filter(value -> !value.isBlank()).toList();
    }

    /// The only value, or the default.
    String text(String name, String normal) {
        String[] given = values.get(name);
        if (given == null) {
            return normal;
        }
        if (given.length > 1) {
            throw new BadRequest("The parameter " + name + " is given " + given.length + " times; it takes one value.");
        }
        return given[0];
    }

    /// @throws BadRequest when it is no whole number from `least` to `most`
    int number(String name, int normal, int least, int most) {
        String text = text(name, "").strip();
        if (text.isEmpty()) {
            return normal;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw wrongNumber(name, text, least, most, unreadable);
        }
        throw wrongNumber(name, text, least, most, null);
    }

    boolean flag(String name, boolean normal) {
        String text = text(name, "").strip();
        return switch (text) {
            case "" -> has(name) || normal;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadRequest("The parameter " + name + " is true or false, not “" + text + "”.");
        };
    }

    /// One of several words.
    <T> T oneOf(String name, T normal, List<T> choices, Function<T, String> word) {
        String text = text(name, "").strip();
        if (text.isEmpty()) {
            return normal;
        }
        Optional<T> chosen = choices.stream()
                .filter(choice -> word.apply(choice).equalsIgnoreCase(text))
                .findFirst();
        return chosen.orElseThrow(() -> new BadRequest("The parameter " + name + " is one of "
                + choices.stream().map(word).collect(Collectors.joining(", ")) + ", not “" + text + "”."));
    }

    private static BadRequest wrongNumber(String name, String text, int least, int most, @Nullable Throwable cause) {
        BadRequest wrong = new BadRequest("The parameter " + name + " is a whole number from " + least
                + (most == Integer.MAX_VALUE ? "" : " to " + most) + ", not “" + text + "”.");
        if (cause != null) {
            wrong.initCause(cause);
        }
        return wrong;
    }
}
