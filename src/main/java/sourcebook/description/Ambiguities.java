package sourcebook.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of two places, or of a place and a person or thing, told apart by the company they keep: the
/// nearest word that goes with one of them decides. Made for one text; not thread-safe.
final class Ambiguities {
    /// @param usual the country where nothing speaks for either
    private record Choice(String usual, List<String> withUsual, String other, List<String> withOther) {}

    private record Company(int[] other, int[] usual) {}

    private static final Map<String, Choice> CHOICES = new HashMap<>();
    private static final Set<String> GIVEN_NAMES = new HashSet<>();
    private static final Set<String> ALSO_GIVEN_NAMES = new HashSet<>();
    private static final Set<String> NOT_SURNAMES = new HashSet<>();

    static {
        for (List<String> row : FactTable.read("ambiguous.tsv").rows()) {
            String usual = row.get(1).equals("-") ? "" : row.get(1);
            String other = row.get(2).equals("-") ? "" : row.get(2);
            CHOICES.put(
                    Letters.key(row.getFirst()),
                    new Choice(usual, FactTable.values(row, 4), other, FactTable.values(row, 3)));
        }
        for (List<String> row : FactTable.read("given-names.tsv").rows()) {
            Set<String> names = switch (row.getFirst()) {
                case "person" -> GIVEN_NAMES;
                case "place" -> ALSO_GIVEN_NAMES;
                default -> NOT_SURNAMES;
            };
            names.addAll(FactTable.values(row, 1));
        }
    }

    private final String text;
    private final Map<String, Company> companies = new HashMap<>();

    Ambiguities(String text) {
        this.text = text;
    }

    /// The country that this mention means; empty when it means no country.
    ///
    /// @param in the text that holds the mention, or its title
    String country(PlaceName name, String in, int start, int end) {
        if (name.kind() != PlaceName.Kind.PEOPLE && person(in, start, end)) {
            return "";
        }
        Choice choice = CHOICES.get(name.key());
        if (choice == null) {
            return name.code();
        }
        Company company = companies.computeIfAbsent(name.key(), key -> company(choice));
        int at = in.length() == text.length() ? start : 0;
        int other = distance(company.other, at);
        int usual = distance(company.usual, at);
        if (other == Integer.MAX_VALUE && usual == Integer.MAX_VALUE) {
            return choice.usual;
        }
        return other <= usual ? choice.other : choice.usual;
    }

    /// Part of a person's name: "Michael Jordan", "Chad Smith".
    private static boolean person(String in, int start, int end) {
        if (start > 2 && in.charAt(start - 1) == ' ' && GIVEN_NAMES.contains(wordBefore(in, start - 1))) {
            return true;
        }
        if (!ALSO_GIVEN_NAMES.contains(in.substring(start, end)) || end + 2 >= in.length()) {
            return false;
        }
        int after = end + 1;
        while (after < in.length() && Character.isLetter(in.charAt(after))) {
            after++;
        }
        String surname = in.substring(end + 1, after);
        boolean capital = in.charAt(end) == ' '
                && surname.length() > 2
                && Character.isUpperCase(surname.charAt(0))
                && Character.isLowerCase(surname.charAt(1));
        return capital && !NOT_SURNAMES.contains(surname) && !afterPreposition(in, start);
    }

    private static boolean afterPreposition(String in, int start) {
        String before = start > 1 && in.charAt(start - 1) == ' ' ? wordBefore(in, start - 1) : "";
        return !before.isEmpty()
                && Character.isLowerCase(before.charAt(0))
                && before.length() < 5
                && !before.equals("and")
                && !before.equals("said");
    }

    private static String wordBefore(String in, int end) {
        int from = end;
        while (from > 0 && Character.isLetter(in.charAt(from - 1))) {
            from--;
        }
        return in.substring(from, end);
    }

    private Company company(Choice choice) {
        return new Company(places(choice.withOther), places(choice.withUsual));
    }

    private int[] places(List<String> words) {
        List<Integer> found = new ArrayList<>();
        for (String word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                found.add(at);
            }
        }
        return found.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static int distance(int[] places, int from) {
        if (places.length == 0) {
            return Integer.MAX_VALUE;
        }
        int at = Arrays.binarySearch(places, from);
        if (at >= 0) {
            return 0;
        }
        int next = -at - 1;
        int after = next < places.length ? places[next] - from : Integer.MAX_VALUE;
        int before = next > 0 ? from - places[next - 1] : Integer.MAX_VALUE;
        return Math.min(after, before);
    }
}
