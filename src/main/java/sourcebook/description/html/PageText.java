package sourcebook.description.html;

/// A page's text in its parts.
///
/// @param headline as the page shows it above the body; empty when there is none, or when the body holds it
/// @param body the article in reading order
/// @param furniture all other visible text
public record PageText(String headline, String body, String furniture) {}
