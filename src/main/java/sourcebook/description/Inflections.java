package sourcebook.description;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The forms that names and words for peoples take in a text: cases in Russian, genitives in German,
/// article, gender and number in Arabic, and the endings a table of facts gives. Pure; school grammar,
/// not a dictionary, so that some forms made are never written.
final class Inflections {
    private static final String HARD = "гкхжшчщ";
    private static final String HISSING = "жшчщц";

    /// Endings of Arabic relative adjectives: plain, feminine, plural (oblique, straight, feminine),
    /// accusative, dual.
    private static final List<String> ARABIC = List.of("", "ة", "ين", "ون", "ات", "ا", "ان", "تين");

    private static final int CASES = 6;

    private Inflections() {}

    /// A country's or a city's name in the forms of a language, the name itself first.
    static Set<String> ofName(String name, String language) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(name);
        if (language.equals("ru")) {
            russian(name, forms);
        } else if (language.equals("de") && !name.isEmpty() && "sxzß".indexOf(name.charAt(name.length() - 1)) < 0) {
            boolean acronym = name.equals(name.toUpperCase(Locale.ROOT));
            if (!acronym && name.indexOf(' ') < 0) {
                forms.add(name + "s");
            }
        }
        return forms;
    }

    /// A word for a people: `chinois~e` with the endings of `~e`.
    static Set<String> ofPeople(String word, String language, Map<String, List<String>> endings) {
        Set<String> forms = new LinkedHashSet<>();
        int mark = word.indexOf('~');
        if (mark >= 0) {
            String stem = word.substring(0, mark);
            for (String ending : endings.getOrDefault(word.substring(mark), List.of(""))) {
                forms.add(stem + ending);
            }
        } else if (language.equals("ar")) {
            arabic(word, forms);
        } else {
            forms.add(word);
        }
        return forms;
    }

    private static void arabic(String adjective, Set<String> forms) {
        String[] words = adjective.split(" ", -1);
        boolean plain = adjective.endsWith("ي");
        for (String ending : plain ? ARABIC : List.of("")) {
            StringBuilder bare = new StringBuilder();
            StringBuilder definite = new StringBuilder();
            for (String word : words) {
                String form = word.endsWith("ي") ? word + ending : word;
                bare.append(bare.isEmpty() ? "" : " ").append(form);
                definite.append(definite.isEmpty() ? "" : " ").append("ال").append(form);
            }
            forms.add(bare.toString());
            forms.add(definite.toString());
        }
    }

    private static void russian(String name, Set<String> forms) {
        String[] words = name.split(" ", -1);
        List<List<String>> cases = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            cases.add(russianCases(words[i], i < words.length - 1));
        }
        for (int form = 0; form < CASES; form++) {
            StringBuilder joined = new StringBuilder();
            for (List<String> word : cases) {
                joined.append(joined.isEmpty() ? "" : " ").append(word.get(form));
            }
            forms.add(joined.toString());
        }
        if (words.length == 1 && name.endsWith("ь")) {
            String stem = name.substring(0, name.length() - 1);
            forms.addAll(List.of(stem + "я", stem + "ю", stem + "ем", stem + "е"));
        }
        if (words.length == 1 && name.endsWith("ы") && name.length() > 4) {
            forms.add(name.substring(0, name.length() - 1) + "ов");
        }
    }

    /// Nominative, genitive, dative, accusative, instrumental, prepositional.
    private static List<String> russianCases(String word, boolean adjective) {
        if (word.length() < 3 || word.equals(word.toUpperCase(Locale.ROOT)) || word.charAt(0) > 0x4FF) {
            return Collections.nCopies(CASES, word);
        }
        String one = word.substring(0, word.length() - 1);
        String two = word.substring(0, word.length() - 2);
        char last = word.charAt(word.length() - 1);
        char before = word.charAt(word.length() - 2);
        if (adjective && word.endsWith("ая")) {
            return of(word, two, "ой", "ой", "ую", "ой", "ой");
        }
        if (adjective && (word.endsWith("ый") || word.endsWith("ой") || word.endsWith("ий"))) {
            return of(word, two, "ого", "ому", word.substring(word.length() - 2), "ым", "ом");
        }
        return switch (last) {
            case 'я' ->
                before == 'и' ? of(word, two, "ии", "ии", "ию", "ией", "ии") : of(word, one, "и", "е", "ю", "ей", "е");
            case 'а' ->
                of(
                        word,
                        one,
                        HARD.indexOf(before) >= 0 ? "и" : "ы",
                        "е",
                        "у",
                        HISSING.indexOf(before) >= 0 ? "ей" : "ой",
                        "е");
            case 'й' -> of(word, one, "я", "ю", "й", "ем", "е");
            case 'ь' -> of(word, one, "и", "и", "ь", "ью", "и");
            case 'ы' -> of(word, one, "", "ам", "ы", "ами", "ах");
            case 'о', 'е', 'у', 'и', 'э', 'ю', 'ё' -> Collections.nCopies(CASES, word);
            default ->
                Character.isLetter(last)
                        ? of(word, word, "а", "у", "", HISSING.indexOf(last) >= 0 ? "ем" : "ом", "е")
                        : Collections.nCopies(CASES, word);
        };
    }

    private static List<String> of(String nominative, String stem, String... endings) {
        List<String> forms = new ArrayList<>(CASES);
        forms.add(nominative);
        for (String ending : endings) {
            forms.add(stem + ending);
        }
        return forms;
    }
}
