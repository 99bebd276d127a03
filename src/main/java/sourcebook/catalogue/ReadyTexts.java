package sourcebook.catalogue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The texts lately compared, ready to be compared again, and outlines of many more, by which most of those that are
/// no copies are told without being read. Not thread-safe: used by the one writer.
final class ReadyTexts {
    /// Words in all of them together, at some fifty bytes each: a sixty-fourth of the memory there may be.
    private static final int WORDS = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 64 / 50, 400_000, 2_000_000);

    /// Longer texts would drive out too many others.
    private static final int LONGEST = 10_000;

    /// Numbers in all outlines together, at four bytes each: a sixty-fourth of the memory there may be, fifteen
    /// thousand texts of 250 words at most.
    private static final long NUMBERS = Math.min(4L << 20, Runtime.getRuntime().maxMemory() / 64 / Integer.BYTES);

    /// What an outline takes beside its own numbers, in numbers: those of short texts take more for it.
    private static final int EACH = 32;

    private final SequencedMap<StoryTexts.Candidate, StoryJudge.Subject> texts = new LinkedHashMap<>(16, .75f, true);
    private final SequencedMap<StoryTexts.Candidate, int[]> outlines = new LinkedHashMap<>(16, .75f, true);
    private int words;
    private long numbers;

    /// @param make reads a text that is not here
    StoryJudge.Subject get(StoryTexts.Candidate text, Supplier<StoryJudge.Subject> make) {
        StoryJudge.Subject known = texts.get(text);
        if (known != null) {
            return known;
        }
        StoryJudge.Subject made = make.get();
        put(text, made);
        return made;
    }

    /// Keeps a text for a while.
    void put(StoryTexts.Candidate text, StoryJudge.Subject made) {
        if (made.words() > LONGEST) {
            return;
        }
        if (texts.putIfAbsent(text, made) == null) {
            words += made.words();
            while (words > WORDS) {
                words -= texts.pollFirstEntry().getValue().words();
            }
        }
        if (!outlines.containsKey(text)) {
            int[] outline = made.outline();
            outlines.put(text, outline);
            numbers += outline.length + EACH;
            while (numbers > NUMBERS) {
                numbers -= outlines.pollFirstEntry().getValue().length + EACH;
            }
        }
    }

    /// Whether it is worth reading a text beside another; if nothing is known of it, it is.
    boolean mayBeLike(StoryJudge.Subject subject, StoryTexts.Candidate text) {
        int[] outline = outlines.get(text);
        return outline == null || subject.mayBeLike(outline);
    }
}
