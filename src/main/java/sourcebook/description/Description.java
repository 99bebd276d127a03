package sourcebook.description;

import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;

/// What a describer makes of a document: its record, and its text parted into body and furniture.
public record Description(DocumentRecord record, DocumentText text) {}
