package sourcebook.catalogue;

/// Where a value comes from.
///
/// @param rule a short stable name of the rule or field that gave it, in the field's own words: `og:title`,
///     `byline`, `metadata.csv`, `url`, `edited by anna`
/// @param text the text it was read from, or the rule's reasoning ("9 mentions, in the title"); empty when the value
///     itself says it all
/// @param confidence how sure the rule is
public record Evidence(String rule, String text, Confidence confidence) {
    public static Evidence of(String rule, Confidence confidence) {
        return new Evidence(rule, "", confidence);
    }

    /// One line for a person: the rule, and the text it read when there is one.
    public String describe() {
        return text.isEmpty() ? rule : rule + ": " + text;
    }
}
