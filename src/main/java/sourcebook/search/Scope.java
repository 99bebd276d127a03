package sourcebook.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a leaf is confined to: a field of every archive, or a column of this one's sidecars.
sealed interface Scope {
    record Field(QueryField field) implements Scope {}

    record Column(String name) implements Scope {}

    /// The scope of a name before a colon, whatever its case; a blank in a column's name is typed as `_`.
    /// Null if there is none.
    static @Nullable Scope of(String name, Set<String> columns) {
        if (name.isEmpty()) {
            return null;
        }
        var field = QueryField.ofWord(name);
        if (field.isPresent()) {
            return new Field(field.get());
        }
        for (String column : columns) {
            if (typed(column).equalsIgnoreCase(name)) {
                return new Column(column);
            }
        }
        return null;
    }

    /// A column's name as it is typed before a colon.
    static String typed(String column) {
        return column.replace(' ', '_');
    }
}
