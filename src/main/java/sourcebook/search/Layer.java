package sourcebook.search;

/// Which of a document's two texts a hit or a snippet lies in; their offsets have nothing to do with each other.
public enum Layer {
    /// The work itself: [sourcebook.catalogue.DocumentText#text].
    TEXT,
    /// The text of the page around it: [sourcebook.catalogue.DocumentText#furniture].
    FURNITURE
}
