package sourcebook.catalogue;

/// The table `folder`: folders have numbers, since thousands of rows say the same one. Methods run inside a transaction
/// of the caller's.
final class Folders {
    private final Statements statements;

    Folders(Database database) {
        this.statements = database.statements();
    }

    /// The number of a folder, which gets one if it has none.
    long number(String path) {
        return statements
                .first("select number from folder where path = ?", row -> row.getLong(1), path)
                .orElseGet(() -> statements.number("insert into folder (path) values (?) returning number", path));
    }
}
