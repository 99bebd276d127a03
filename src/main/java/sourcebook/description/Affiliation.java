package sourcebook.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What stands behind an author's name and a comma and is no part of it: a role, an agency, a place, a month.
/// Pure.
final class Affiliation {
    /// What people do who write for the press, in the languages archives are mostly in.
    private static final Pattern ROLE = Pattern.compile(
            "(?iu)(?:[\\p{L}\\p{M}.&'’/-]+ ){0,4}(?:correspondents?|reporters?|editors?(?:-in-chief)?|in chief|staff|writers?|columnists?"
                    + "|journalists?|contributors?|photographers?|analysts?|bureau chief|freelancers?|producers?|agenc(?:y|ies)"
                    + "|redakteur(?:in)?|chefredakteur(?:in)?|(?:auslands)?korrespondent(?:in)?|journalist(?:in)?|reporterin|mitarbeiter(?:in)?|agenturen"
                    + "|journaliste|correspondante?|envoyée? spéciale?|rédact(?:eur|rice)(?: en chef)?|agences"
                    + "|corresponsal|enviad[oa] especial|redactora?|periodista|agencias|corrispondente|inviat[oa]|giornalista|redattore"
                    + "|correspondente|jornalista|redator|redakteur|verslaggever|correspondent|dziennikarz|korespondent|redaktor"
                    + "|корреспондент|спецкор|собкор|редактор|журналист(?:ка)?|обозреватель|кореспондент|журналіст)"
                    + "(?: (?:in|at|for|of|from|on|aus|für|bei|à|de|en|pour|para|del|da|di|per|в|из|для) .{2,60})?");

    private static final Pattern MONTH = Pattern.compile("(\\p{L}{3,12})\\.?(?: \\d{1,4})?");

    private Affiliation() {}

    /// The name or names, without what says where they are or what they do: "Jane Doe, dpa" is Jane Doe,
    /// "Reuters, Washington, Nov" is Reuters.
    static String without(String raw) {
        String[] parts = raw.split(",\\s*", -1);
        if (parts.length < 2
                || Imprint.institution(parts[0]) && Outlets.name(parts[0]).isEmpty()) {
            return raw;
        }
        List<String> names = new ArrayList<>();
        for (String part : parts) {
            if (names.isEmpty() || !isAttribute(part.strip(), names.getFirst())) {
                names.add(part.strip());
            }
        }
        return String.join(", ", names);
    }

    private static boolean isAttribute(String part, String name) {
        return part.isEmpty()
                || ROLE.matcher(part).matches()
                || Outlets.name(part).isPresent() && Outlets.name(name).isEmpty()
                || isDay(part)
                || isPlace(part) && (name.indexOf(' ') > 0 || Outlets.name(name).isPresent());
    }

    private static boolean isDay(String part) {
        var month = MONTH.matcher(part);
        return month.matches() && MonthNames.month(month.group(1)) != null
                || part.length() < 30 && !DateText.find(part, false).isEmpty();
    }

    /// Whether a text is the name of a place and no more.
    static boolean isPlace(String text) {
        boolean[] whole = new boolean[1];
        PlaceNames.get().find(text, 0, text.length(), "en", (name, start, end) -> {
            whole[0] |= start == 0 && end == text.length() && name.kind() != PlaceName.Kind.PEOPLE;
        });
        return whole[0]
                || Countries.code(text).filter(code -> text.length() > 3).isPresent();
    }
}
