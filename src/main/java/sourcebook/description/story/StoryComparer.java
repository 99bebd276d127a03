package sourcebook.description.story;

import java.util.Arrays;
import java.util.List;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Likeness;
import sourcebook.catalogue.StoryJudge;

/// Compares texts by the word sequences they share. Stateless, thread-safe.
public final class StoryComparer implements StoryJudge {
    /// Of the shorter text's shingles this share must be in the longer one.
    private static final double CONTAINED = .75;

    /// Of the longer text's shingles this share must be in the shorter one: less is a quotation, not a copy.
    private static final double COVERED = .05;

    /// Below this share of equal shingles no reading word by word makes copies of two texts.
    private static final double WORTH_READING = .2;

    /// Parts of the longer text for each of which [Likeness#where] has a bit.
    private static final int PARTS = 64;

    @Override
    public List<Long> sketch(DocumentText text) {
        return Sketch.of(shingles(text));
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
    }

    private static Shingles shingles(DocumentText text) {
        return Shingles.of(Words.of(text.body()));
    }

    private static Likeness compare(Shingles subject, Shingles other) {
        boolean subjectIsShorter = isShorter(subject, other);
        Shingles shorter = subjectIsShorter ? subject : other;
        Shingles longer = subjectIsShorter ? other : subject;
        Likeness plain = likeness(shorter, longer, subjectIsShorter);
        if (plain.contained() < WORTH_READING || plain.contained() == 1) {
            return plain;
        }
        Alignment alignment = Alignment.of(shorter, longer);
        Likeness read = alignment.misread() == 0
                ? plain
                : likeness(Shingles.of(alignment.corrected()), longer, subjectIsShorter);
        return read.sameStory() && OtherEvent.isOther(alignment, shorter.words(), longer.words())
                ? new Likeness(
                        Likeness.Kind.SAME_FORM, read.contained(), read.covered(), subjectIsShorter, read.where())
                : read;
    }

    private static Likeness likeness(Shingles shorter, Shingles longer, boolean subjectIsShorter) {
        int common = shorter.common(longer);
        double contained = (double) common / Math.max(1, shorter.distinct().length);
        double covered = (double) common / Math.max(1, longer.distinct().length);
        boolean copies = contained >= CONTAINED && covered >= COVERED;
        return new Likeness(
                copies ? Likeness.Kind.COPIES : Likeness.Kind.UNLIKE,
                contained,
                covered,
                subjectIsShorter,
                copies ? where(shorter, longer) : 0);
    }

    /// An order of any two texts that does not depend on which came first.
    private static boolean isShorter(Shingles one, Shingles other) {
        int bySize = Integer.compare(one.distinct().length, other.distinct().length);
        return bySize != 0 ? bySize < 0 : Arrays.compare(one.distinct(), other.distinct()) < 0;
    }

    private static long where(Shingles shorter, Shingles longer) {
        long[] inOrder = longer.inOrder();
        int[] found = new int[PARTS];
        int[] all = new int[PARTS];
        for (int i = 0; i < inOrder.length; i++) {
            int part = (int) ((long) i * PARTS / inOrder.length);
            all[part]++;
            if (shorter.contains(inOrder[i])) {
                found[part]++;
            }
        }
        long where = 0;
        for (int part = 0; part < PARTS; part++) {
            if (found[part] * 4 > all[part]) {
                where |= 1L << part;
            }
        }
        return where;
    }
}
