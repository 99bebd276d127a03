package sourcebook.catalogue;

/// How one text stands to another.
///
/// @param contained share of the shorter text that is in the longer one, 0 to 1
/// @param covered share of the longer text that is in the shorter one, 0 to 1
/// @param subjectIsShorter whether the text that was asked is the shorter; of texts of equal length the same one,
///     whichever is asked
/// @param where the parts of the longer text that are in the shorter one: a bit for each 64th, the first the lowest
public record Likeness(Kind kind, double contained, double covered, boolean subjectIsShorter, long where) {
    public static final Likeness NONE = new Likeness(Kind.UNLIKE, 0, 0, true, 0);
    public static final Likeness EQUAL = new Likeness(Kind.COPIES, 1, 1, true, -1L);

    /// What two texts are to each other.
    public enum Kind {
        /// One text in two copies.
        COPIES,
        /// Much the same words, but of different events, as two letters written by one form.
        SAME_FORM,
        UNLIKE
    }

    public boolean sameStory() {
        return kind == Kind.COPIES;
    }
}
