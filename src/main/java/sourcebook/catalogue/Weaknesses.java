package sourcebook.catalogue;

/// How many of the present documents lack one field, or know it only weakly.
public record Weaknesses(RecordField field, long missing, long weak) {}
