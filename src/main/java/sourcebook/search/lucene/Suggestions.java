package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sourcebook.search.Suggestion;
import sourcebook.search.Suggestion.Kind;

/// What somebody who has typed so much may mean, from one snapshot.
final class Suggestions {
    private final IndexSnapshot snapshot;

    Suggestions(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Suggestion> of(String typed, int limit) throws IOException {
        List<Suggestion> all = new ArrayList<>();
        List<String> words = Terms.of(typed);
        if (words.size() == 1) {
            for (Spelling.Word word : new Spelling(snapshot.getIndexReader()).near(typed, limit)) {
                all.add(new Suggestion(Kind.SPELLING, word.text(), word.text(), word.documents(), null));
            }
        }
        return all;
    }
}
