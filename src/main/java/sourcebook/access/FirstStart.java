package sourcebook.access;

/// What became of the attempt to make the account.
public sealed interface FirstStart {
    /// The account is there; its name as it was kept.
    record Done(String name) implements FirstStart {}

    /// Nothing was changed; the sentence says why.
    record Refused(String sentence) implements FirstStart {}
}
