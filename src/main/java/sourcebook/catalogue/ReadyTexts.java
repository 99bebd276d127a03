package sourcebook.catalogue;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The texts lately compared, ready to be compared again. Not thread-safe: used by the one writer.
final class ReadyTexts {
    /// Words in all of them together, at some fifty bytes each.
    private static final int WORDS = 500_000;

    /// Longer texts would drive out too many others.
    private static final int LONGEST = 10_000;

    private final SequencedMap<StoryTexts.Candidate, StoryJudge.Subject> texts = new LinkedHashMap<>(16, .75f, true);
    private int words;

    StoryJudge.Subject get(StoryTexts.Candidate text, Supplier<StoryJudge.Subject> make) {
        StoryJudge.Subject known = texts.get(text);
        if (known != null) {
            return known;
        }
        StoryJudge.Subject made = make.get();
        if (made.words() <= LONGEST) {
            texts.put(text, made);
            words += made.words();
            while (words > WORDS) {
                words -= texts.pollFirstEntry().getValue().words();
            }
        }
        return made;
    }
}
