package sourcebook.description;

import java.util.Locale;

/// A name that points to a country.
///
/// @param key as [Letters#key] gives it
/// @param code of the country; empty for phrases that hold a name and mean no place
/// @param capitals whether the text must write all of it in capitals, as with UK and US
/// @param small whether the text may write it small, as with words for peoples in most languages
record PlaceName(String key, String code, Kind kind, boolean capitals, boolean small) {
    /// What kind of name it is, with the weight of one mention: a city says less about a country than
    /// its name.
    enum Kind {
        NAME(1),
        PEOPLE(0.9),
        CITY(0.7),
        SEAT(0.7);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }
    }

    private static final int LONGEST_ACRONYM = 5;

    static PlaceName of(String name, String code, Kind kind, boolean mayBeSmall) {
        boolean small = mayBeSmall || Character.isLowerCase(name.codePointAt(0));
        String key = Letters.key(name);
        String letters = name.replaceAll("\\P{L}", "");
        boolean capitals = !small
                && letters.length() <= LONGEST_ACRONYM
                && letters.equals(letters.toUpperCase(Locale.ROOT))
                && !letters.equals(letters.toLowerCase(Locale.ROOT));
        return new PlaceName(key, code, kind, capitals, small);
    }

    /// Is it written as it must be? Words for peoples aside, the first letter must be a capital where
    /// the script has any; acronyms must be all capitals, and in a text that is all capitals those that
    /// are also words do not count.
    boolean written(String text, int start, int end, boolean shouted) {
        if (!small && Character.isLowerCase(text.charAt(start))) {
            return false;
        }
        if (!capitals) {
            return true;
        }
        boolean plainWord = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            plainWord &= Character.isLetter(c);
        }
        return !(shouted && plainWord && end - start < 3);
    }
}
