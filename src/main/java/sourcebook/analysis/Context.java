package sourcebook.analysis;

/// How much text stands on each side of a hit.
///
/// @param length most characters (UTF-16 units) or words, for each side
public record Context(Unit unit, int length) {
    public enum Unit {
        CHARACTERS,
        WORDS
    }

    public static final int MOST_CHARACTERS = 1_000;
    public static final int MOST_WORDS = 100;

    /// A line of a wide window.
    public static final Context USUAL = new Context(Unit.CHARACTERS, 60);

    public Context {
        int most = unit == Unit.WORDS ? MOST_WORDS : MOST_CHARACTERS;
        if (length < 0 || length > most) {
            throw new IllegalArgumentException("The context is 0 to " + most
                    + (unit == Unit.WORDS ? " words" : " characters") + " long, not " + length + ".");
        }
    }
}
