package sourcebook.catalogue;

/// How sure a rule is of the value it gave.
public enum Confidence {
    /// Stated by a person, a sidecar or an explicit, unambiguous field of the document.
    HIGH,
    /// Stated by the document in a place that is usually but not always right.
    MEDIUM,
    /// Inferred from a pattern; worth a look before it is quoted.
    LOW
}
