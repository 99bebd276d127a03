package sourcebook.citation;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import sourcebook.catalogue.DocumentId;

/// Keys that a person can type and remember: family name, year, first word of the title that says something, in plain
/// letters (`kimani2014study`); other scripts are transliterated.
final class CitationKey {
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern WORD_END = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ELISION = Pattern.compile("\\b(?:[dlsnjmtc]|qu)'(?=\\w{3})");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "a", "an", "the", "of", "on", "in", "at", "to", "and", "or", "for", "from", "by", "with", "how", "what",
            "why", "re", "fw", "fwd", "le", "la", "les", "l", "un", "une", "des", "de", "der", "die", "das", "el",
            "los");
    private static final int LONGEST_PART = 24;
    private static final int ID_DIGITS = 8;

    private CitationKey() {}

    /// A key that is not among `taken`, and is added to them.
    static String unique(CitedWork work, Set<String> taken) {
        String base = base(work);
        String key = base;
        for (int next = 2; !taken.add(key); next++) {
            key = base + "-" + next;
        }
        return key;
    }

    /// A key that needs no others to be told apart from: with the first digits of the document's id.
    static String of(CitedWork work, DocumentId document) {
        return base(work) + "-" + document.value().substring(0, ID_DIGITS);
    }

    private static String base(CitedWork work) {
        String creator = work.creators().isEmpty()
                ? ""
                : first(words(CreatorName.of(work.creators().getFirst()).family()));
        String year = work.date() == null ? "nd" : Integer.toString(work.date().year());
        List<String> title = words(PlainText.line(work.displayTitle()));
        String word = first(
                title.stream().filter(part -> !SAYS_NOTHING.contains(part)).toList());
        String key = creator + year + word;
        return key.equals("nd") ? "source" : key;
    }

    private static List<String> words(String text) {
        String plain = ASCII.matcher(text).matches() ? text : Latin.LETTERS.transliterate(text);
        String whole =
                ELISION.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("").replace("'", "");
        return WORD_END.splitAsStream(whole).filter(word -> !word.isEmpty()).toList();
    }

    private static String first(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        String word = words.getFirst();
        return word.length() > LONGEST_PART ? word.substring(0, LONGEST_PART) : word;
    }

    /// Apart, so that its tables are read only when a name or title needs them.
    private static final class Latin {
        static final Transliterator LETTERS = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
