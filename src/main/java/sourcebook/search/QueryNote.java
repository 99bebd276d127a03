package sourcebook.search;

/// A remark on how a query was read: something forgiven, or a true error.
///
/// @param sentence for a person
/// @param from where what it speaks of begins in what was typed, in UTF-16 units from 0
/// @param to where that ends, exclusive; never less than `from`
/// @param error whether something was asked for that cannot be asked so: a field that does not exist, a
///     regular
///     expression that is none. Else it is only a remark
public record QueryNote(String sentence, int from, int to, boolean error) {
    /// Where it begins as people count: from 1.
    public int column() {
        return from + 1;
    }

    /// The sentence, with the column if it is an error.
    public String located() {
        return error ? sentence + " (column " + column() + ")" : sentence;
    }
}
