package sourcebook.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.util.BytesRef;

/// The languages whose stems a field of one reader holds, found in its terms by one step for each. For one thread.
final class HeldLanguages {
    private static final char STEM = sourcebook.search.lucene.Terms.STEM;
    private static final char OF = sourcebook.search.lucene.Terms.OF;

    private final IndexReader reader;
    private final Map<String, SortedSet<String>> held = new HashMap<>();

    HeldLanguages(IndexReader reader) {
        this.reader = reader;
    }

    /// Codes of languages, ascending.
    SortedSet<String> in(String field) throws IOException {
        SortedSet<String> known = held.get(field);
        if (known == null) {
            known = new TreeSet<>();
            for (LeafReaderContext leaf : reader.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms != null) {
                    collect(terms.iterator(), known);
                }
            }
            held.put(field, known);
        }
        return known;
    }

    private static void collect(TermsEnum terms, SortedSet<String> languages) throws IOException {
        SeekStatus found = terms.seekCeil(new BytesRef(String.valueOf(STEM)));
        while (found != SeekStatus.END) {
            String term = terms.term().utf8ToString();
            int of = term.indexOf(OF);
            if (term.charAt(0) != STEM || of < 0) {
                return;
            }
            languages.add(term.substring(1, of));
            found = terms.seekCeil(new BytesRef(term.substring(0, of) + (char) (OF + 1)));
        }
    }
}
