package sourcebook.description;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// One way to find a value of a record. Rules stand in lists, the most trusted first; the first that finds
/// something
/// gives the value, with its own name as evidence. A new way is a new line in such a list.
///
/// @param name short and stable, in the words of the field it reads
/// @param reading finds the raw text, or null
record Rule(String name, Confidence confidence, Function<Clues, @Nullable String> reading) {
    static Rule high(String name, Function<Clues, @Nullable String> reading) {
        return new Rule(name, Confidence.HIGH, reading);
    }

    static Rule medium(String name, Function<Clues, @Nullable String> reading) {
        return new Rule(name, Confidence.MEDIUM, reading);
    }

    static Rule low(String name, Function<Clues, @Nullable String> reading) {
        return new Rule(name, Confidence.LOW, reading);
    }

    /// The first value that a rule finds and that `accept` makes something of (it gives null for what is
    /// implausible).
    static <T> @Nullable Evidenced<T> first(Clues clues, List<Rule> rules, Function<String, @Nullable T> accept) {
        for (Rule rule : rules) {
            String raw = rule.reading.apply(clues);
            if (raw != null && !raw.isBlank()) {
                T value = accept.apply(raw);
                if (value != null) {
                    String text = raw.strip().equals(value.toString()) ? "" : shorten(raw.strip());
                    return new Evidenced<>(value, new sourcebook.catalogue.Evidence(rule.name, text, rule.confidence));
                }
            }
        }
        return null;
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 160 ? line : line.substring(0, 159) + "…";
    }
}
