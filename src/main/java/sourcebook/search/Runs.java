package sourcebook.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sourcebook.search.Query.Fuzzy;
import sourcebook.search.Query.Leaf;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;

/// What a run of characters without a blank means by itself. Thread-safe.
final class Runs {
    /// Most letters that may differ: more make another word of most words.
    static final int MOST_EDITS = 2;

    private static final Pattern FUZZY = Pattern.compile("(.+)~(\\p{Nd}+)", Pattern.DOTALL);
    private static final Pattern STARS = Pattern.compile("\\*+");

    private Runs() {}

    /// Where in a run the word stands that [#trimmed] gives.
    static int start(String run, String trimmed) {
        return Math.max(0, run.indexOf(trimmed));
    }

    /// From the first letter or digit to the last, with stars and question marks that belong to it. A
    /// question mark at the end is punctuation. Empty if there is neither letter nor digit.
    static String trimmed(String run) {
        int from = 0;
        while (from < run.length() && !WordCharacters.begins(run.codePointAt(from))) {
            from += Character.charCount(run.codePointAt(from));
        }
        if (from == run.length()) {
            return "";
        }
        int to = run.length();
        while (!QuerySigns.inWord(run.codePointBefore(to))) {
            to -= Character.charCount(run.codePointBefore(to));
        }
        while (from > 0 && QuerySigns.wild(run.charAt(from - 1))) {
            from--;
        }
        int star = to;
        for (int i = to; i < run.length() && QuerySigns.wild(run.charAt(i)); i++) {
            star = run.charAt(i) == '*' ? i + 1 : star;
        }
        return run.substring(from, star);
    }

    /// A word, a wildcard, or what is like a word. Addresses may hold question marks and tildes that ask
    /// nothing.
    ///
    /// @param behind what follows the word in its run
    static Leaf leaf(String word, String behind, Remarks remarks, int from, int to) {
        boolean address = word.contains("://");
        Optional<Leaf> fuzzy = address ? Optional.empty() : fuzzy(word, behind, remarks, from, to);
        if (fuzzy.isPresent()) {
            return fuzzy.get();
        }
        return wild(word) ? wildcard(word) : new Word(word);
    }

    /// `word~1`; `word~` is the same.
    static Optional<Leaf> fuzzy(String word, String behind, Remarks remarks, int from, int to) {
        if (word.indexOf('~') < 0 && !behind.equals("~")) {
            return Optional.empty();
        }
        Matcher form = FUZZY.matcher(word);
        boolean figures = form.matches();
        if (!figures && !behind.equals("~")) {
            return Optional.empty();
        }
        String base = figures ? trimmed(form.group(1)) : word;
        for (Matcher again = FUZZY.matcher(base); again.matches(); again = FUZZY.matcher(base)) {
            base = trimmed(again.group(1));
        }
        if (base.isEmpty()) {
            return Optional.empty();
        }
        if (wild(base)) {
            remarks.add(
                    "A word with a star or question mark in it cannot be written otherwise, too: “~” was left out.",
                    from,
                    to);
            return Optional.of(wildcard(base));
        }
        int edits = !figures ? 1 : form.group(2).length() > 1 ? Integer.MAX_VALUE : Integer.parseInt(form.group(2));
        if (edits > MOST_EDITS) {
            remarks.add("At most " + MOST_EDITS + " letters may differ: “~" + MOST_EDITS + "” was read.", from, to);
        }
        return edits == 0
                ? Quotation.read(base, null, remarks, from, to)
                : Optional.of(new Fuzzy(base, Math.min(edits, MOST_EDITS)));
    }

    static Wildcard wildcard(String word) {
        return new Wildcard(STARS.matcher(word).replaceAll("*"));
    }

    static boolean wild(String word) {
        return (word.indexOf('*') >= 0 || word.indexOf('?') >= 0) && !word.contains("://");
    }

    /// With single blanks for all that is blank, and none at the ends.
    static String folded(String phrase) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (!QuerySigns.blank(c)) {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }
}
