package sourcebook.catalogue;

/// Tells which texts are copies of one another. Given to the catalogue by the room that knows how; pure, thread-safe.
public interface StoryJudge {
    /// Judges nothing: every document stays alone, and what is saved meanwhile is compared when the archive is next
    /// opened with a judge.
    StoryJudge NONE = new StoryJudge() {
        @Override
        public StorySketch sketch(DocumentText text) {
            return StorySketch.NONE;
        }

        @Override
        public Subject subject(DocumentText text) {
            return new Subject() {
                @Override
                public int words() {
                    return 0;
                }

                @Override
                public Likeness to(Subject other) {
                    return Likeness.NONE;
                }

                @Override
                public int[] outline() {
                    return new int[0];
                }

                @Override
                public boolean mayBeLike(int[] outline) {
                    return false;
                }
            };
        }
    };

    /// By what copies are found: the fingerprint of the whole text, which only equal texts share, and hashes, of which
    /// near-copies share some. Empty for a text too short to be compared.
    StorySketch sketch(DocumentText text);

    /// A text made ready to be compared with several others.
    Subject subject(DocumentText text);

    /// A text made ready. Immutable; to be compared only with those of the same judge.
    interface Subject {
        /// How long it is.
        int words();

        Likeness to(Subject other);

        /// As much of the text as tells most others from it without reading them: a number for each of its word
        /// sequences, ascending, a tenth of the room that the subject takes.
        int[] outline();

        /// Whether [#to] can give anything but [Likeness.Kind#UNLIKE] for the text with this outline.
        boolean mayBeLike(int[] outline);
    }
}
