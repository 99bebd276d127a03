package sourcebook.catalogue;

/// What can be wrong with a field of a record, as far as a program can tell.
public enum Weakness {
    /// Nothing is known, and no person has said that nothing can be.
    MISSING,
    /// No value of it is more than a guess ([Confidence#LOW]).
    WEAK
}
