package sourcebook.citation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A creator as references need it: a person's name in parts, or a name that stays whole.
///
/// Records have names as their documents print them. `Family, Given` and `Family, Given, Jr.` are read as such; of
/// `Given Family` the last word is taken as the family name, with the particles before it. What looks like an
/// institution (by its words, digits, or length) and names in scripts that write the family name first stay whole,
/// since a name wrongly torn apart is worse in a bibliography than one left as it is.
///
/// @param given empty for a literal
/// @param family the family name, or the whole of a literal
/// @param particle `van den`, `de` …; empty if there is none
/// @param suffix `Jr.`, `III` …; empty if there is none
/// @param literal whether the name stays whole
record CreatorName(String given, String particle, String family, String suffix, boolean literal) {
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le",
            "el", "al", "bin", "ibn", "ben", "ten", "ter", "zu", "zum", "zur", "y", "af", "av");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> OF_INSTITUTIONS = Set.of(
            "academy",
            "agency",
            "agence",
            "archive",
            "archives",
            "association",
            "authority",
            "bank",
            "board",
            "bureau",
            "cabinet",
            "center",
            "centre",
            "centro",
            "chamber",
            "club",
            "college",
            "commission",
            "committee",
            "company",
            "congress",
            "consortium",
            "corporation",
            "council",
            "department",
            "desk",
            "editorial",
            "editors",
            "embassy",
            "federation",
            "forum",
            "foundation",
            "fund",
            "gazette",
            "government",
            "group",
            "herald",
            "inc",
            "institut",
            "institute",
            "institution",
            "instituto",
            "journal",
            "league",
            "library",
            "limited",
            "ltd",
            "magazine",
            "ministry",
            "ministère",
            "ministerio",
            "mission",
            "museum",
            "network",
            "news",
            "newspaper",
            "observer",
            "office",
            "organisation",
            "organization",
            "party",
            "post",
            "press",
            "programme",
            "project",
            "reporter",
            "reporters",
            "school",
            "secretariat",
            "section",
            "service",
            "society",
            "staff",
            "team",
            "times",
            "tribune",
            "trust",
            "unesco",
            "union",
            "unit",
            "universidad",
            "university",
            "université",
            "universität",
            "world");
    private static final Pattern LINKING =
            Pattern.compile(" (?:of|for|and|the|on|in|und|et|pour|für|para) |[&@/:|()\\d<>]");
    private static final Pattern BLANK = Pattern.compile(" +");
    private static final Pattern COMMA = Pattern.compile(" *, *");
    private static final Pattern FAMILY_FIRST =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");
    /// People with more names than this are rarer than institutions.
    private static final int MOST_WORDS = 5;

    static CreatorName of(String written) {
        String name = PlainText.line(written);
        if (name.isEmpty() || ofInstitution(name) || FAMILY_FIRST.matcher(name).find()) {
            return whole(name);
        }
        String[] parts = COMMA.split(name, -1);
        return switch (parts.length) {
            case 1 -> givenFirst(name);
            case 2 -> isSuffix(parts[1]) ? givenFirst(parts[0]).withSuffix(parts[1]) : inParts(parts[1], parts[0], "");
            case 3 ->
                isSuffix(parts[2])
                        ? inParts(parts[1], parts[0], parts[2])
                        : isSuffix(parts[1]) ? inParts(parts[2], parts[0], parts[1]) : whole(name);
            default -> whole(name);
        };
    }

    /// `van den Berg, Lars, Jr.`, or the name that stays whole: the form of RIS and BibTeX.
    String inverted() {
        if (literal) {
            return family;
        }
        String last = particle.isEmpty() ? family : particle + " " + family;
        return suffix.isEmpty() ? last + ", " + given : last + ", " + given + ", " + suffix;
    }

    private CreatorName withSuffix(String to) {
        return literal ? whole(family + ", " + to) : new CreatorName(given, particle, family, to, false);
    }

    private static CreatorName givenFirst(String name) {
        String[] words = BLANK.split(name);
        if (words.length < 2 || words.length > MOST_WORDS) {
            return whole(name);
        }
        String suffix = words.length > 2 && isSuffix(words[words.length - 1]) ? words[words.length - 1] : "";
        int last = words.length - (suffix.isEmpty() ? 1 : 2);
        int first = last;
        while (first > 1 && PARTICLES.contains(words[first - 1])) {
            first--;
        }
        String family = String.join(" ", Arrays.asList(words).subList(first, last + 1));
        String given = String.join(" ", Arrays.asList(words).subList(0, first));
        return inParts(given, family, suffix);
    }

    /// Takes the particles off the front of a family name.
    private static CreatorName inParts(String given, String family, String suffix) {
        if (given.isEmpty() || family.isEmpty()) {
            return whole(given.isEmpty() ? family : given);
        }
        String[] words = BLANK.split(family);
        int first = 0;
        while (first < words.length - 1 && PARTICLES.contains(words[first])) {
            first++;
        }
        return new CreatorName(
                given,
                String.join(" ", Arrays.asList(words).subList(0, first)),
                String.join(" ", Arrays.asList(words).subList(first, words.length)),
                suffix,
                false);
    }

    private static CreatorName whole(String name) {
        return new CreatorName("", "", name, "", true);
    }

    private static boolean isSuffix(String word) {
        return SUFFIXES.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    private static boolean ofInstitution(String name) {
        if (LINKING.matcher(name).find()) {
            return true;
        }
        return BLANK.splitAsStream(name.toLowerCase(Locale.ROOT).replace(",", " "))
                .anyMatch(OF_INSTITUTIONS::contains);
    }
}
