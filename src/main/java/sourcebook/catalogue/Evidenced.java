package sourcebook.catalogue;

/// A value with where it came from. There is no value in a record without one.
public record Evidenced<T>(T value, Evidence evidence) {
    public static <T> Evidenced<T> of(T value, String rule, Confidence confidence) {
        return new Evidenced<>(value, Evidence.of(rule, confidence));
    }

    public static <T> Evidenced<T> of(T value, String rule, String text, Confidence confidence) {
        return new Evidenced<>(value, new Evidence(rule, text, confidence));
    }
}
