package sourcebook.catalogue;

/// What was kept of a document's extraction, with the text that its packing may lean on.
public record Kept(byte[] extracted, DocumentText text) {}
