package sourcebook.catalogue;

/// One document of a story.
///
/// @param similarity to the representative, 0 to 1: how much of the shorter of the two texts is in the longer
/// @param byPerson whether a person joined it to others
public record StoryCopy(DocumentId document, double similarity, Role role, boolean byPerson) {

    /// What a copy is to the representative.
    public enum Role {
        /// The same text.
        SAME,
        /// A part of it.
        CUT,
        /// Changed, or with more text than it has.
        EDITED;

        /// From this share on two texts are taken as the same, one as contained in the other: the rest is misprints.
        private static final double WHOLE = .9;

        static Role of(Likeness likeness, boolean copyIsShorter) {
            if (likeness.contained() < WHOLE) {
                return EDITED;
            }
            if (likeness.covered() >= WHOLE) {
                return SAME;
            }
            return copyIsShorter ? CUT : EDITED;
        }
    }
}
