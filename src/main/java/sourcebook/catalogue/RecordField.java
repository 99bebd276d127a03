package sourcebook.catalogue;

import java.util.List;

/// The fields of a record that people can change.
public enum RecordField {
    TITLE("Title", false),
    CREATORS("Creators", true),
    DATE("Date", false),
    SOURCE("Source", false),
    ABOUT("Countries (about)", true),
    PUBLISHED_IN("Published in", true),
    LANGUAGE("Language", false),
    TYPE("Type", false),
    URL("Address", false);

    private final String label;
    private final boolean multiple;

    RecordField(String label, boolean multiple) {
        this.label = label;
        this.multiple = multiple;
    }

    /// The word for a person.
    public String label() {
        return label;
    }

    /// Values as the catalogue takes them: cleaned, each once.
    ///
    /// @throws IllegalArgumentException with a sentence for the person when a value does not fit
    public List<String> check(List<String> values) {
        return FieldValues.check(this, values);
    }

    /// Whether the field takes several values.
    public boolean multiple() {
        return multiple;
    }
}
