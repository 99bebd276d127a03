package sourcebook.search;

import java.util.ArrayList;
import java.util.List;
import sourcebook.search.QueryToken.Placed;

/// The tokens of one query, not more than any engine can bear. Not for several threads.
final class QueryTokens {
    /// More terms than a person writes, and few enough for any engine.
    static final int MOST_TERMS = 2_048;

    private static final int MOST_SIGNS_SHOWN = 20;

    private final Remarks remarks;
    private final int length;
    private final List<Placed> tokens = new ArrayList<>();
    private int terms;
    private int prefixes;

    /// @param length of what was typed
    QueryTokens(Remarks remarks, int length) {
        this.remarks = remarks;
        this.length = length;
    }

    List<Placed> all() {
        return tokens;
    }

    /// Whether what comes now would be too much.
    boolean full() {
        return terms > MOST_TERMS;
    }

    void add(QueryToken token, int from, int to) {
        if (token instanceof QueryToken.Term || token instanceof QueryToken.Whole) {
            if (terms++ >= MOST_TERMS) {
                remarks.add("Only the first " + MOST_TERMS + " words and phrases were read.", from, length);
                return;
            }
        } else if (token instanceof QueryToken.In && prefixes++ >= MOST_TERMS) {
            return; // written out, a bracket's prefix stands before each of its words
        }
        tokens.add(new Placed(token, from, to));
    }

    /// Remarks on signs that mean nothing.
    void signs(String signs, int from, int to) {
        boolean few = signs.length() <= MOST_SIGNS_SHOWN;
        remarks.add((few ? "“" + signs + "” has" : "Signs have") + " no letters or digits: left out.", from, to);
    }

    /// The term, up to the end of a word if it is too long.
    String cut(String term, int longest, int from, int to) {
        if (term.length() <= longest) {
            return term;
        }
        remarks.add("A word or phrase longer than " + longest + " characters was cut.", from, to);
        int end = longest;
        while (end > 0
                && (Character.isHighSurrogate(term.charAt(end - 1)) || !QuerySigns.inWord(term.codePointBefore(end)))) {
            end--;
        }
        return term.substring(0, end);
    }
}
