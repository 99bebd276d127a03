package sourcebook.catalogue;

/// How one text stands to another.
///
/// @param sameStory whether they are copies of one text
/// @param contained share of the shorter text that is in the longer one, 0 to 1
/// @param covered share of the longer text that is in the shorter one, 0 to 1
/// @param subjectIsShorter whether the text that was asked is the shorter; of texts of equal length the same one,
///     whichever is asked
/// @param where the parts of the longer text that are in the shorter one: a bit for each 64th, the first the lowest
public record Likeness(boolean sameStory, double contained, double covered, boolean subjectIsShorter, long where) {
    public static final Likeness NONE = new Likeness(false, 0, 0, true, 0);
    public static final Likeness EQUAL = new Likeness(true, 1, 1, true, -1L);
}
