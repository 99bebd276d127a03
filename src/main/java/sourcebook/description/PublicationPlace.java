package sourcebook.description;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.Evidenced;

/// Finds the country a document was published in. Pure.
final class PublicationPlace {
    /// Top-level domains of countries that are sold to the world and say nothing about a place.
    private static final Set<String> WORLDWIDE = Set.of(
            "TV", "ME", "IO", "CO", "AI", "FM", "CC", "LY", "TO", "WS", "ST", "SC", "TK", "NU", "IM", "GG", "VC", "LA",
            "AM", "PW", "SH", "AC");

    private PublicationPlace() {}

    static List<Evidenced<String>> find(Clues clues, String source, SourceNames names) {
        String stated = clues.front().first("published_in", "country_of_publication");
        if (stated != null && Countries.code(stated).isPresent()) {
            return List.of(Evidenced.of(Countries.code(stated).get(), "front matter", stated, Confidence.HIGH));
        }
        var known = names.country(source);
        if (known.isPresent()) {
            return List.of(Evidenced.of(known.get(), "source", source, Confidence.MEDIUM));
        }
        String host = clues.host();
        int dot = host.lastIndexOf('.');
        String top = dot < 0 ? "" : host.substring(dot + 1).toUpperCase(Locale.ROOT);
        if (top.length() == 2 && !WORLDWIDE.contains(top) && Countries.code(top).isPresent()) {
            return List.of(Evidenced.of(Countries.code(top).get(), "host name", host, Confidence.MEDIUM));
        }
        if (top.equals("GOV") || top.equals("MIL")) {
            return List.of(Evidenced.of("US", "host name", host, Confidence.MEDIUM));
        }
        String locale = clues.meta("og:locale");
        if (locale != null && locale.length() >= 5) {
            String region = ULocale.createCanonical(locale).getCountry();
            if (Countries.code(region).isPresent()
                    && !locale.equalsIgnoreCase("en_US")) { // the default of most programs
                return List.of(Evidenced.of(region, "og:locale", locale, Confidence.LOW));
            }
        }
        return List.of();
    }
}
