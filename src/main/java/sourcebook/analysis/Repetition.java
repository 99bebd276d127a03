package sourcebook.analysis;

/// How the results of a search differ from those of an earlier export. All numbers are of documents (copies).
///
/// @param before the earlier export
/// @param sameArchive whether it was made from this archive; else the other numbers are 0
/// @param documents that match now
/// @param added that match now and did not then
/// @param changed that match now as then, but whose text, record or story has changed
/// @param gone that matched then and do not now
public record Repetition(Manifest before, boolean sameArchive, long documents, long added, long changed, long gone) {

    /// In words: `12 documents added since, 3 changed, 1 gone.`
    public String sentence() {
        if (!sameArchive) {
            return "This manifest was made from another archive; what has changed since cannot be told.";
        }
        if (added == 0 && changed == 0 && gone == 0) {
            return "Nothing has changed since.";
        }
        return added + (added == 1 ? " document" : " documents") + " added since, " + changed + " changed, " + gone
                + " gone.";
    }
}
