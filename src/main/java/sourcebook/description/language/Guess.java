package sourcebook.description.language;

/// What a text's language seems to be.
///
/// @param code ISO 639-1
/// @param sure whether it can hardly be another
/// @param byScript whether its script alone says so
public record Guess(String code, boolean sure, boolean byScript) {}
