package sourcebook.description.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What class names and ids say, by a table of words. Immutable, thread-safe.
final class Names {
    private static final Map<String, Set<String>> WORDS = read();
    private static final Set<String> FURNITURE = WORDS.getOrDefault("furniture", Set.of());
    private static final Set<String> WHOLE = WORDS.getOrDefault("whole", Set.of());
    private static final Set<String> ASIDE = WORDS.getOrDefault("aside", Set.of());
    private static final Set<String> BODY = WORDS.getOrDefault("body", Set.of());
    private static final Set<String> PERSON = WORDS.getOrDefault("person", Set.of());
    private static final Set<String> LEAD = WORDS.getOrDefault("lead", Set.of());

    /// Blogs label the whole article with these before a value of their own: `tag-rivers category-news`.
    /// They name what
    /// the element is only at a name's end: `entry-tags`.
    private static final Set<String> LABELS =
            Set.of("tag", "category", "tagged", "archive", "keywords", "lang", "language");

    private static final List<String> LAYOUTS = List.of("has", "with", "without", "no", "next-to", "page", "layout");

    /// Endings of names that mean the article's text whatever stands before them: `c-article-body`.
    private static final List<String> BODY_ENDINGS =
            List.of("articlebody", "postcontent", "entrycontent", "articlecontent", "articletext", "storybody");

    private Names() {}

    static boolean furniture(Element element) {
        return (any(element, FURNITURE) || whole(element)) && !body(element);
    }

    private static boolean whole(Element element) {
        for (String name : names(element)) {
            if (WHOLE.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    static boolean aside(Element element) {
        return any(element, ASIDE) && !body(element);
    }

    static boolean person(Element element) {
        return any(element, PERSON);
    }

    static boolean lead(Element element) {
        return any(element, LEAD);
    }

    static boolean body(Element element) {
        for (String name : names(element)) {
            String squeezed = squeeze(name);
            if (BODY.contains(squeezed) || BODY_ENDINGS.stream().anyMatch(squeezed::endsWith)) {
                return true;
            }
        }
        return false;
    }

    /// Does a name of the element hold this word as a part of its own?
    static boolean has(Element element, Set<String> words) {
        return any(element, words);
    }

    private static boolean any(Element element, Set<String> words) {
        for (String name : names(element)) {
            if (speaksOfOthers(name)) {
                continue;
            }
            if (words.contains(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
            int start = 0;
            String before = "";
            for (int i = 1; i <= name.length(); i++) {
                boolean end = i == name.length();
                boolean separator = !end && !Character.isLetterOrDigit(name.charAt(i));
                boolean hump =
                        !end && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
                if (end || separator || hump) {
                    String word = name.substring(start, i).toLowerCase(Locale.ROOT);
                    boolean alone = words.contains(word) && (end || !LABELS.contains(word));
                    if (alone || (!before.isEmpty() && words.contains(before + word))) {
                        return true; // "newsletter", and "news-letter"
                    }
                    before = word;
                    start = separator ? i + 1 : i;
                }
            }
        }
        return false;
    }

    /// "has-sidebar", "with-comments", "no-banner": the layout around something, not the thing itself.
    private static boolean speaksOfOthers(String name) {
        for (String start : LAYOUTS) {
            boolean longer = name.length() > start.length() && name.startsWith(start);
            if (longer && !Character.isLowerCase(name.charAt(start.length()))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Element element) {
        // a heading's id is made of its words, so that one can link to it
        String id = heading(element) ? "" : element.attr("id");
        String classes = element.attr("class");
        if (id.isEmpty() && classes.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String whole : new String[] {classes, id}) {
            int start = 0;
            for (int i = 0; i <= whole.length(); i++) {
                if (i == whole.length() || Character.isWhitespace(whole.charAt(i))) {
                    if (i > start) {
                        names.add(whole.substring(start, i));
                    }
                    start = i + 1;
                }
            }
        }
        return names;
    }

    private static boolean heading(Element element) {
        String tag = element.normalName();
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    private static String squeeze(String name) {
        StringBuilder bare = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_') {
                bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> words = new HashMap<>();
        for (String[] row : Table.rows("names.tsv")) {
            words.computeIfAbsent(row[0], key -> new HashSet<>()).addAll(List.of(row[1].split(" ", -1)));
        }
        return words;
    }
}
