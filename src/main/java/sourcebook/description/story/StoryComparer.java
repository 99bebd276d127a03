package sourcebook.description.story;

import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Likeness;
import sourcebook.catalogue.StoryJudge;
import sourcebook.catalogue.StorySketch;

/// Compares texts by the word sequences they share. Stateless, thread-safe.
public final class StoryComparer implements StoryJudge {
    /// Of the shorter text's shingles this share must be in the longer one.
    private static final double CONTAINED = .75;

    /// Of the longer text's shingles this share must be in the shorter one: less is a quotation, not a copy.
    private static final double COVERED = .05;

    /// Below this share of equal shingles no reading word by word makes copies of two texts.
    private static final double WORTH_READING = .2;

    /// Longer texts are made ready again when they have to be compared, instead of waiting so until they are saved.
    private static final int MOST_WORDS_KEPT = 10_000;

    @Override
    public StorySketch sketch(DocumentText text) {
        Shingles shingles = shingles(text);
        return Sketch.of(shingles, shingles.words().count() > MOST_WORDS_KEPT ? null : new Ready(shingles));
    }

    @Override
    public Subject subject(DocumentText text) {
        return new Ready(shingles(text));
    }

    private record Ready(Shingles shingles) implements Subject {
        @Override
        public int words() {
            return shingles.words().count();
        }

        @Override
        public Likeness to(Subject other) {
            return compare(shingles, ((Ready) other).shingles());
        }

        @Override
        public int[] outline() {
            return shingles.outline();
        }

        /// As [#compare] begins. Of the outlines at least as many numbers are the same as of the shingles.
        @Override
        public boolean mayBeLike(int[] outline) {
            int shorter = Math.min(shingles.count(), outline.length);
            return Share.contained(shingles.commonAtMost(outline), shorter) >= WORTH_READING
                    && Share.contained(shingles.common(outline), shorter) >= WORTH_READING;
        }
    }

    private static Shingles shingles(DocumentText text) {
        return Shingles.of(Words.of(text.body()));
    }

    private static Likeness compare(Shingles subject, Shingles other) {
        boolean subjectIsShorter = isShorter(subject, other);
        Shingles shorter = subjectIsShorter ? subject : other;
        Shingles longer = subjectIsShorter ? other : subject;
        Share plain = Share.of(shorter, longer);
        if (plain.contained() < WORTH_READING || plain.contained() == 1) {
            return plain.likeness(plain.kind(), subjectIsShorter);
        }
        Alignment alignment = Alignment.of(shorter, longer, plain.overlap());
        Share read = alignment.misread() == 0 ? plain : Share.of(Shingles.of(alignment.corrected()), longer);
        boolean otherEvent =
                read.kind() == Likeness.Kind.COPIES && OtherEvent.isOther(alignment, shorter.words(), longer.words());
        return read.likeness(otherEvent ? Likeness.Kind.SAME_FORM : read.kind(), subjectIsShorter);
    }

    /// How much of each text is in the other.
    private record Share(Overlap overlap, double contained, double covered) {
        static Share of(Shingles shorter, Shingles longer) {
            Overlap overlap = shorter.with(longer);
            return new Share(
                    overlap, contained(overlap.common(), shorter.count()), contained(overlap.common(), longer.count()));
        }

        static double contained(int common, int count) {
            return (double) common / Math.max(1, count);
        }

        Likeness.Kind kind() {
            return contained >= CONTAINED && covered >= COVERED ? Likeness.Kind.COPIES : Likeness.Kind.UNLIKE;
        }

        Likeness likeness(Likeness.Kind kind, boolean subjectIsShorter) {
            long where = kind == Likeness.Kind.COPIES ? overlap.where() : 0;
            return new Likeness(kind, contained, covered, subjectIsShorter, where);
        }
    }

    /// An order of any two texts that does not depend on which came first.
    private static boolean isShorter(Shingles one, Shingles other) {
        int bySize = Integer.compare(one.count(), other.count());
        return bySize != 0 ? bySize < 0 : one.compareTo(other) < 0;
    }
}
