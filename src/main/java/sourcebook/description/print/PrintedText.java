package sourcebook.description.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sourcebook.catalogue.DocumentText;

/// Joins a document's pages to one text, parted from what is printed around it. Pure.
public final class PrintedText {
    private PrintedText() {}

    /// The pages one after another, as they are but for the furniture: what is quoted later must stand
    /// where it stood.
    ///
    /// @param pages text by physical page
    /// @param start where the text begins on the first page, behind a front matter; UTF-16 units
    /// @param plain whether it is plain text or Markdown, which may have been saved from a web page
    /// @param small lines of page one that are known to be printed no larger than the text
    public static DocumentText of(List<String> pages, int start, boolean plain, Set<String> small) {
        if (pages.isEmpty()) {
            return DocumentText.NONE;
        }
        List<String> whole = new ArrayList<>(pages);
        whole.set(0, whole.getFirst().substring(start));
        List<Parted> parted = plain && whole.size() == 1
                ? List.of(Teasers.part(whole.getFirst()))
                : new RunningHeads(whole, small).part();
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<String> furniture = new ArrayList<>();
        for (Parted page : parted) {
            if (!starts.isEmpty()) {
                text.append('\n');
            }
            starts.add(text.length());
            text.append(page.body());
            furniture.addAll(page.furniture());
        }
        return new DocumentText(text.toString(), 0, starts, String.join("\n", furniture));
    }
}
