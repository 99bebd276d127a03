package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Ways to the people or bodies that wrote a document.
final class CreatorRules {
    /// @param stated whether the page's data state it
    private record Way(String name, Confidence confidence, boolean stated, Function<Clues, List<String>> reading) {
        Way(String name, Confidence confidence, Function<Clues, List<String>> reading) {
            this(name, confidence, name.contains("(JSON-LD)") || name.contains("(meta)"), reading);
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(
                    "front matter",
                    Confidence.HIGH,
                    c -> c.front().all("creators", "creator", "authors", "author", "by")),
            new Way("citation_author", Confidence.HIGH, c -> c.metas("citation_author", "citation_authors")),
            new Way(
                    "author (JSON-LD)",
                    Confidence.HIGH,
                    c -> c.page() == null ? List.of() : c.page().linked("author")),
            new Way(
                    "mail From",
                    Confidence.HIGH,
                    c -> c.message() ? fields(c, "Message-From", "dc:creator", "Message:From-Name") : List.of()),
            new Way(
                    "author (meta)",
                    Confidence.MEDIUM,
                    c -> c.metas(
                            "author",
                            "article:author",
                            "dc.creator",
                            "dcterms.creator",
                            "byl",
                            "sailthru.author",
                            "parsely-author",
                            "article.author",
                            "og:article:author")),
            new Way("written by (meta)", Confidence.MEDIUM, CreatorRules::labelled),
            new Way("author on the page", Confidence.MEDIUM, CreatorRules::marked),
            new Way("line by the headline", Confidence.MEDIUM, Byline::nearHeadline),
            new Way("byline", Confidence.MEDIUM, Byline::read),
            new Way("byline", Confidence.MEDIUM, NonLatinByline::read),
            new Way("note on the author", Confidence.LOW, Byline::note),
            new Way(
                    "element named author",
                    Confidence.LOW,
                    c -> elements(c, "[class*=author], [class*=Author], [class*=autor]")),
            new Way(
                    "dc:creator",
                    Confidence.MEDIUM,
                    c -> c.page() != null
                            ? List.of()
                            : fields(c, "dc:creator", "pdf:docinfo:author", "meta:author", "Author")));

    private static final Pattern BY = Pattern.compile(
            "(?iu)^(?:(?:zeige alle beiträge|alle beiträge|alle artikel|(?:view|see|show) all (?:posts|articles)|recipe|written|posted|published|story|text|words|report|reported|updated|geschrieben|verfasst|ein artikel|artikel|ein beitrag|beitrag|eingestellt)\\s+)?(?:by|von|par|por|di|door|av|autor(?:in)?|author|auteur|от|от автора|автор)\\s*:?\\s+");
    private static final Pattern SEVERAL = Pattern.compile(
            "\\s*(?:;|\\s+(?:and|und|et|y|e|&|\\|)\\s+|/(?=\\s)|,\\s+(?:and\\s+)?(?=\\p{Lu}[\\p{L}.'’-]+\\s+\\p{Lu}))\\s*");
    /// Scholarly tags write "Okoro, Mary Anne": a comma does not part two people there.
    private static final Pattern SEMICOLONS = Pattern.compile("\\s*;\\s*");

    private static final Pattern NOBODY = Pattern.compile(
            "(?iu)^(?:admin(?:istrator)?|administrateur|user|root|owner|webmaster|editor|publisher|author|by|von|par|por|di|door|unknown|anonymous|guest|gast|default|null|undefined|microsoft.*|acer|dell|hp|lenovo|asus|toshiba|pc|windows.*|\\d+|https?:.*|www\\..*|.*@.*|@.*|.{0,1})$");
    /// "Ida Berg, 3 April 2016", "Moritz Gathmann am 21.4."
    private static final Pattern DAY_AFTER =
            Pattern.compile("(?<=\\p{L}{2})(?:\\s*[,|·•(–-]\\s*|\\s+(?:(?:am|on|le|el|vom|at) )?)\\d.*$");

    private static final Pattern HANDLE = Pattern.compile("\\s+\\(?@\\w{2,30}\\)?\\s*$");

    private static final int LONGEST = 80;
    private static final int MOST_NAMES = 6;

    /// More names than this, where the page's data name the site alone, are a list of something else.
    private static final int MOST_BESIDE_SITE = 3;

    private CreatorRules() {}

    static List<Evidenced<String>> creators(Clues clues) {
        List<Evidenced<String>> bodies = List.of();
        for (Way way : WAYS) {
            List<Evidenced<String>> found = new ArrayList<>();
            for (String raw : way.reading.apply(clues)) {
                for (String name : names(way, clean(raw))) {
                    String person = clean(name);
                    boolean known =
                            found.stream().anyMatch(other -> other.value().equalsIgnoreCase(person));
                    if (!known && plausible(person)) {
                        found.add(Evidenced.of(person, way.name, way.confidence));
                    }
                }
            }
            boolean site = found.size() == 1
                    && way.stated
                    && namesSite(found.getFirst().value(), clues);
            boolean list = !bodies.isEmpty() && found.size() > MOST_BESIDE_SITE;
            if (!found.isEmpty() && !site && !list) {
                return found;
            }
            bodies = site && bodies.isEmpty() ? found : bodies;
        }
        return bodies;
    }

    private static List<String> names(Way way, String raw) {
        return way.name.startsWith("citation")
                ? SEMICOLONS.splitAsStream(raw).toList()
                : SEVERAL.splitAsStream(Affiliation.without(raw)).toList();
    }

    /// Many sites state themselves as the author of everything; who is named on the page goes before.
    private static boolean namesSite(String name, Clues clues) {
        String label = UrlRules.siteOf(clues.host());
        String squeezed = Countries.fold(name).replace(" ", "");
        return clues.page() != null
                && (TitleText.namesSite(name, clues) || (label.length() > 4 && squeezed.contains(label)));
    }

    /// "Written by" among the labels of a preview card.
    private static List<String> labelled(Clues clues) {
        for (String number : List.of("1", "2")) {
            String label = clues.meta("twitter:label" + number);
            String name = clues.meta("twitter:data" + number);
            if (label != null && name != null && WRITTEN.matcher(label).find()) {
                return List.of(name);
            }
        }
        return List.of();
    }

    private static final Pattern WRITTEN = Pattern.compile(
            "(?iu)\\b(?:by|von|par|por|door|da|av|af|przez|autor|author|auteur|verfasst|written|автор)\\b");

    static String clean(String raw) {
        String name = TitleText.clean(raw);
        name = BY.matcher(name).replaceFirst("");
        name = name.replaceFirst("\\s*[→»›]+\\s*$", "");
        int address = name.indexOf('<');
        if (address > 0) {
            name = name.substring(0, address);
        }
        name = HANDLE.matcher(name).replaceFirst("");
        name = DAY_AFTER.matcher(name).replaceFirst("");
        name = name.replaceAll("^[\"'“|,:\\s–-]+|[\"'”|,:\\s–-]+$", "");
        return name.strip();
    }

    private static boolean plausible(String name) {
        return name.length() <= LONGEST
                && name.chars().anyMatch(Character::isLetter)
                && !NOBODY.matcher(name).matches();
    }

    private static List<String> fields(Clues clues, String... names) {
        for (String name : names) {
            List<String> values = clues.material().metadata().getOrDefault(name, List.of());
            if (values.stream().anyMatch(value -> !value.isBlank())) {
                return values;
            }
        }
        return List.of();
    }

    private static List<String> marked(Clues clues) {
        if (clues.page() == null) {
            return List.of();
        }
        for (String selector : List.of(
                "[itemprop=author] [itemprop=name]",
                "[itemprop=author]",
                "a[rel=author]",
                ".author.vcard .fn",
                ".byline .author",
                ".vcard .fn",
                ".author-name",
                ".authorname",
                ".byline-name",
                ".article-author",
                ".post-author",
                ".entry-author",
                ".byline a",
                ".byline",
                ".author",
                ".submitted .username",
                "a[href*=/author/], a[href*=/autor/], a[href*=/auteur/], a[href*=/autori/], a[href*=/authors/]")) {
            List<String> names = elements(clues, selector);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /// Short texts of the elements that a selector finds outside teasers and comments.
    private static List<String> elements(Clues clues, String selector) {
        List<String> names = new ArrayList<>();
        if (clues.page() != null) {
            for (var element : clues.page().select(selector)) {
                if (names.size() <= MOST_NAMES
                        && element.childrenSize() <= MOST_NAMES
                        && !clues.page().aside(element)) {
                    String text = element.text().strip();
                    if (!text.isEmpty() && text.length() <= 120) {
                        names.add(text);
                    }
                }
            }
        }
        return names.size() > MOST_NAMES ? names.subList(0, 1) : names;
    }
}
