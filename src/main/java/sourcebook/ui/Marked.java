package sourcebook.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.Text;
import java.util.ArrayList;
import java.util.List;
import sourcebook.search.Snippet;

/// Text with marks, as text nodes and `mark` elements only: whatever a document says stays text.
final class Marked {
    /// The `mark` element.
    @Tag("mark")
    static final class Mark extends HtmlContainer {
        Mark(String text) {
            setText(text);
        }
    }

    private Marked() {}

    /// Appends `text` to `place`, with the ranges of `marks` marked; ranges that do not fit are left out.
    ///
    /// @return what was marked, in order
    static List<Mark> append(HasComponents place, String text, List<Snippet.Mark> marks) {
        List<Mark> made = new ArrayList<>();
        int done = 0;
        for (Snippet.Mark mark : marks) {
            if (mark.start() < done || mark.end() > text.length() || mark.start() >= mark.end()) {
                continue;
            }
            if (mark.start() > done) {
                place.add(new Text(text.substring(done, mark.start())));
            }
            Mark one = new Mark(text.substring(mark.start(), mark.end()));
            made.add(one);
            place.add(one);
            done = mark.end();
        }
        if (done < text.length()) {
            place.add(new Text(text.substring(done)));
        }
        return made;
    }
}
