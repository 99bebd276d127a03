package sourcebook.catalogue;

/// A place in a document's text that counts towards a country it is about: a name, a demonym, a capital, a seat of
/// government. Start inclusive, end exclusive, in UTF-16 units of [DocumentText#text].
///
/// @param country ISO 3166-1 alpha-2 code, or the ISO 3166-3 four-letter code of a former state
public record Mention(String country, int start, int end) {}
