package sourcebook.description;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds the country a document was published in: from what it states, its host, its source, its
/// imprint. A page's language or locale says nothing about a place. Pure.
final class PublicationPlace {
    /// Top-level domains of countries that are sold to the world and say nothing about a place.
    private static final Set<String> WORLDWIDE = Set.of(
            "TV", "ME", "IO", "CO", "AI", "FM", "CC", "LY", "TO", "WS", "ST", "SC", "TK", "NU", "IM", "GG", "VC", "LA",
            "AM", "PW", "SH", "AC", "ML", "GA", "CF", "GQ", "CX", "MS", "AG", "BZ", "GD", "GS", "HM", "LC", "NF", "TC",
            "TF", "VG", "SU", "PN");

    /// Second levels under which a country's own bodies are registered, whatever its top level is sold
    /// for.
    private static final Pattern OWN_SECOND_LEVEL =
            Pattern.compile("(?:^|\\.)(?:gov|gob|gouv|go|gub|mil|ac|edu|com|co|org|net|press|info)\\.[a-z]{2}$");

    private static final Pattern ADDRESS_COUNTRY =
            Pattern.compile("\"addressCountry\"\\s*:\\s*(?:\\{[^}]*\"name\"\\s*:\\s*)?\"([^\"]{2,60})\"");

    private static final Telltale IMPRINT = Telltale.of(
            Pattern.compile(
                    "(?im)(?:^|[.\\s])(?:printed(?: and (?:bound|published))? (?:in|by)|published (?:in|by)|first published (?:in|by)|publication place|place of publication|made and printed in|imprim(?:é|erie|erie nationale)(?: en| au| à)?|impreso en|impresso (?:em|no|na)|stampato in|gedruckt in|printed at|отпечатано в|издано в|verlagsort|erscheinungsort|lieu de publication|lugar de edición|место издания|طبع في|出版地|编辑出版)[:：]?\\s+([^\\n]{2,80})"),
            "printed in",
            "printed by",
            "printed and",
            "printed at",
            "published in",
            "published by",
            "publication place",
            "place of publication",
            "imprim",
            "impreso en",
            "impresso ",
            "stampato in",
            "gedruckt in",
            "отпечатано в",
            "издано в",
            "verlagsort",
            "erscheinungsort",
            "lieu de publication",
            "lugar de edición",
            "место издания",
            "طبع في",
            "出版地",
            "编辑出版");

    private static final Pattern BODY = Pattern.compile(
            "(?iu)\\b(?:ministry|government|parliament|embassy|bank of|republic|national|university|party|radio|television|tv|news|times|post|herald|daily|press|agency|ministère|gouvernement|république|ministerio|gobierno|universidad|université|universität|ministerium|regierung|botschaft|partei|partido|parti|министерство|правительство|университет|посольство|партия|وزارة|حكومة|جامعة|سفارة)");

    private static final int IMPRINT_CHARS = Clues.END_CHARS;

    private PublicationPlace() {}

    static List<Evidenced<String>> find(Clues clues, String source, SourceNames names) {
        String stated = clues.front().first("published_in", "country_of_publication", "publication_country");
        if (stated != null && Countries.code(stated).isPresent()) {
            return one(Countries.code(stated).get(), "front matter", stated, Confidence.HIGH);
        }
        Optional<String> archive = Optional.ofNullable(names.countries().get(Countries.fold(source)));
        if (archive.isPresent()) {
            return one(archive.get(), SourceNames.FILE_NAME, source, Confidence.HIGH);
        }
        String host = clues.host();
        Optional<String> home = Outlets.countryOfHost(host);
        if (home.isPresent()) {
            return one(home.get(), "host name", host, Confidence.HIGH);
        }
        Optional<String> known = names.country(source);
        if (known.isPresent()) {
            return one(known.get(), "source", source, Confidence.MEDIUM);
        }
        String address = address(clues);
        if (address != null) {
            return one(address, "addressCountry (JSON-LD)", address, Confidence.MEDIUM);
        }
        String country = ofTopLevel(host);
        if (country != null) {
            return one(country, "host name", host, Confidence.MEDIUM);
        }
        List<Evidenced<String>> printed = imprint(clues);
        if (!printed.isEmpty()) {
            return printed;
        }
        return named(source);
    }

    private static List<Evidenced<String>> one(String code, String rule, String text, Confidence confidence) {
        return List.of(Evidenced.of(code, rule, text, confidence));
    }

    /// The country of the postal address a page's structured data give, where they give one alone.
    private static @Nullable String address(Clues clues) {
        if (clues.page() == null) {
            return null;
        }
        Set<String> codes = new HashSet<>();
        for (var script : clues.page().select("script[type=application/ld+json]")) {
            Matcher match = ADDRESS_COUNTRY.matcher(script.data());
            while (match.find()) {
                Countries.code(match.group(1)).ifPresent(codes::add);
            }
        }
        return codes.size() == 1 ? codes.iterator().next() : null;
    }

    private static @Nullable String ofTopLevel(String host) {
        String top = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (host.indexOf('.') < 0) {
            return null;
        }
        if (top.equals("GOV") || top.equals("MIL")) {
            return "US";
        }
        if (top.equals("SU")) {
            return "RU"; // the Soviet Union's domain is still given out, in Russia
        }
        boolean sold =
                WORLDWIDE.contains(top) && !OWN_SECOND_LEVEL.matcher(host).find();
        return top.length() == 2 && !sold ? Countries.code(top).orElse(null) : null;
    }

    /// "Printed in Tanzania", "Published by the Ministry of Information, Dar es Salaam".
    private static List<Evidenced<String>> imprint(Clues clues) {
        List<String> pages = clues.material().pages();
        if (clues.page() != null || pages.isEmpty()) {
            return List.of();
        }
        if (!IMPRINT.shows(clues.ends())) {
            return List.of();
        }
        String first = pages.getFirst();
        String last = pages.getLast();
        String place = first.substring(0, Math.min(IMPRINT_CHARS, first.length()))
                + "\n"
                + (pages.size() > 1
                        ? pages.get(1)
                                .substring(
                                        0, Math.min(IMPRINT_CHARS, pages.get(1).length()))
                        : "")
                + "\n"
                + last.substring(Math.max(0, last.length() - IMPRINT_CHARS));
        Matcher match = IMPRINT.pattern().matcher(place);
        while (match.find()) {
            String line = match.group(1);
            String code = PlaceNames.get().only(line);
            if (code != null) {
                return one(code, "imprint", match.group().strip(), Confidence.MEDIUM);
            }
        }
        return List.of();
    }

    /// A body that bears its country's name: "Ministry of Health of Kenya", "Bank of Ghana", "Tanzania
    /// Daily".
    private static List<Evidenced<String>> named(String source) {
        String code = BODY.matcher(source).find() ? PlaceNames.get().only(source) : null;
        return code == null ? List.of() : one(code, "source", source, Confidence.LOW);
    }
}
