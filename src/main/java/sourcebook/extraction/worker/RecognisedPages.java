package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.PageWords;

/// Puts recognised text into the pages of a draft, and says in the end what is missing and why. A page that cannot be
/// recognised costs itself.
final class RecognisedPages {
    /// Equal to the catalogue's reason, by which such documents are taken up again.
    private static final String NEEDS_OCR = "needs OCR";

    private static final int MOST_RANGES = 8;
    private static final int SURE = 70; // confidence of a word
    private static final int MUCH = 200; // characters

    private final Draft draft;
    private final Recognition recognition;
    private final String where;
    private final List<String> pages;
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> late = new ArrayList<>();
    private final Map<String, List<Integer>> missing = new LinkedHashMap<>();
    private boolean failed;
    private boolean empty;

    /// @param count of pages, all without text so far unless the draft has it
    /// @param where the text would be, for a person: `the image`
    RecognisedPages(Draft draft, int count, String where, Progress progress) {
        this.draft = draft;
        this.recognition = new Recognition(draft.request, progress);
        this.where = where;
        this.pages = new ArrayList<>(draft.pages);
        while (pages.size() < count) {
            pages.add("");
        }
    }

    /// Draws or decodes the image of a page.
    interface Source {
        PageImage image() throws IOException;
    }

    /// The engine is there and wanted.
    boolean possible() {
        return recognition.possible();
    }

    /// Recognises a page, if that is possible; else it is noted. Text that the page has is replaced if much more was
    /// recognised.
    ///
    /// @param number 1-based
    /// @param dpi of the image; 0 if unknown
    void recognise(int number, int dpi, Source source) {
        if (!possible()) {
            left.add(number);
        } else if (recognition.outOfTime()) {
            late.add(number);
        } else {
            try {
                take(number, recognition.page(source.image(), number, dpi));
            } catch (IOException | RuntimeException e) {
                failed = true;
                draft.warnings.add("%s could not be recognised: %s"
                        .formatted(pages.size() == 1 ? "The text in " + where : "Page " + number, Sentence.of(e)));
            }
        }
    }

    /// Leaves decoding to the engine: the pages are those that it finds.
    void recognise(Path file) {
        try {
            List<Recognition.Outcome> outcomes = recognition.file(file);
            for (int number = 1; number <= outcomes.size(); number++) {
                if (number > pages.size()) {
                    pages.add("");
                }
                take(number, outcomes.get(number - 1));
            }
        } catch (IOException e) {
            failed = true;
            draft.warnings.add("The text in %s could not be recognised: %s".formatted(where, Sentence.of(e)));
        }
    }

    private void take(int number, Recognition.Outcome outcome) {
        PageWords words = outcome.words();
        if (outcome.missing() != null) {
            missing.computeIfAbsent(outcome.missing(), _ -> new ArrayList<>()).add(number);
        } else if (words == null) {
            empty = true;
        } else if (pages.get(number - 1).isBlank()) {
            pages.set(number - 1, outcome.text());
            draft.words.add(words);
            draft.textFromOcr = true;
        } else if (isMore(outcome, words, pages.get(number - 1))) {
            String stamp = pages.get(number - 1);
            boolean seen = letters(outcome.text()).contains(letters(stamp));
            pages.set(number - 1, seen ? outcome.text() : outcome.text() + "\n\n" + stamp);
            draft.words.add(words);
            draft.textFromOcr = true;
        }
    }

    /// The picture under a few words of text holds the text of the page, and it was read well; what is read into a
    /// photograph is not.
    private static boolean isMore(Recognition.Outcome outcome, PageWords words, String stamp) {
        int sure = 0;
        for (PageWords.Word word : words.words()) {
            sure += word.confidence() >= SURE ? word.end() - word.start() : 0;
        }
        return sure > 2 * letters(stamp).length()
                && sure > MUCH
                && 4 * sure > 3 * letters(outcome.text()).length();
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /// Hands over the pages with all that is to be told about them.
    void finish() {
        draft.pages = pages;
        draft.needOcr.addAll(left);
        missing.values().forEach(draft.needOcr::addAll);
        draft.needOcr.sort(null);
        draft.noTextReason = reason();
        long without =
                left.stream().filter(number -> pages.get(number - 1).isBlank()).count();
        if (without > 0 && draft.hasText()) {
            draft.warnings.add(
                    without == 1
                            ? "One page has no text and needs OCR."
                            : without + " pages have no text and need OCR.");
        }
        missing.forEach((need, numbers) -> draft.warnings.add(
                pages.size() == 1
                        ? "It needs %s.".formatted(need)
                        : numbers.size() == 1
                                ? "Page %d needs %s.".formatted(numbers.getFirst(), need)
                                : "Pages %s need %s.".formatted(ranges(numbers), need)));
        if (!late.isEmpty()) {
            draft.warnings.add("The time for recognising text ran out: %d pages from page %d on are without text."
                    .formatted(late.size(), late.getFirst()));
        }
    }

    private @Nullable String reason() {
        if (!left.isEmpty() || !missing.isEmpty()) {
            return NEEDS_OCR;
        }
        if (failed || !late.isEmpty()) {
            return "the text in " + where + " could not be recognised";
        }
        return empty ? "no text was recognised in " + where : null;
    }

    /// `3–7, 9`.
    private static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            ranges.add(last == i ? "" + numbers.get(i) : numbers.get(i) + "–" + numbers.get(last));
            i = last + 1;
        }
        return ranges.size() <= MOST_RANGES
                ? String.join(", ", ranges)
                : String.join(", ", ranges.subList(0, MOST_RANGES))
                        + " and others (%d in all)".formatted(numbers.size());
    }
}
