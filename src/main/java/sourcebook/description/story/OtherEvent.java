package sourcebook.description.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tells two fillings of one form (a greeting, a communiqué, a note of protocol) from two copies of one text: a filling
/// has other names in the places of the names, other years in the places of the years, and little else changed. An
/// editor, in contrast, rewrites words; OCR misreads them.
///
/// Other numbers and days alone do not make another event: corrections and second reports of an agency have them, too.
/// So two fillings of a form that differ in nothing but figures and days are taken as one story.
final class OtherEvent {
    /// Words on each side of a replacement; more are rewritten text.
    private static final int LONGEST = 6;

    /// From this score on it is another event.
    private static final double ENOUGH = 2;

    /// From this share of misspelled words on a text is misread, and small differences say nothing.
    private static final double NOISY = .01;

    private static final Pattern ORDINAL = Pattern.compile("\\d{1,3}(st|nd|rd|th|e|er|re|ème|eme|a|o|º|ª|й|я|го|е)");
    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2200;

    private final Alignment alignment;
    private final Words shorter;
    private final Words longer;
    private final boolean noisy;
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<String> nearNames = new HashSet<>();
    private final Map<String, Integer> unknown = new HashMap<>();
    private int years;
    private int numbers;
    private int rewritten;
    private int halfForeign;

    private OtherEvent(Alignment alignment, Words shorter, Words longer) {
        this.alignment = alignment;
        this.shorter = shorter;
        this.longer = longer;
        this.noisy = misreadSmallWords() > NOISY * alignment.matched();
    }

    static boolean isOther(Alignment alignment, Words shorter, Words longer) {
        OtherEvent event = new OtherEvent(alignment, shorter, longer);
        alignment.replacements(LONGEST).forEach(event::weigh);
        return event.decide();
    }

    private boolean decide() {
        int repeated = names.values().stream().anyMatch(times -> times > 1) ? 1 : 0;
        int unknownNames =
                (int) unknown.values().stream().filter(times -> times > 1).count() * 2;
        int near = noisy ? 0 : Math.min(1, nearNames.size());
        int named = names.size() + repeated + near + unknownNames;
        double score = named + years + Math.min(1, numbers * .5) + Math.min(1, halfForeign * .5);
        return named + years > 0 && score >= ENOUGH && rewritten <= named + years + numbers;
    }

    private void weigh(Alignment.Gap gap) {
        List<Integer> one = without(shorter, gap.from(), gap.to(), longer, gap.otherFrom(), gap.otherTo());
        List<Integer> other = without(longer, gap.otherFrom(), gap.otherTo(), shorter, gap.from(), gap.to());
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        Side mine = new Side(shorter, shorter.names(), one);
        Side others = new Side(longer, longer.names(), other);
        if (mine.other > 0 || others.other > 0) {
            boolean caseless = !shorter.names().shown() || !longer.names().shown();
            if (caseless && isForeign(shorter, one, longer) && isForeign(longer, other, shorter)) {
                unknown.merge(mine.text() + " > " + others.text(), 1, Integer::sum);
            } else {
                rewritten++;
            }
        } else if (!mine.names.isEmpty() && !others.names.isEmpty()) {
            weighNames(mine, others);
        } else if (mine.numbers > 0 && others.numbers > 0) {
            weighNumbers(mine, others);
        }
    }

    private void weighNames(Side mine, Side others) {
        if (mine.abbreviates(others) || others.abbreviates(mine)) {
            return;
        }
        boolean foreign = anyForeign(shorter, mine.names, longer);
        boolean otherForeign = anyForeign(longer, others.names, shorter);
        if (!foreign || !otherForeign) {
            halfForeign += foreign || otherForeign ? 1 : 0;
            return;
        }
        String one = mine.text();
        String other = others.text();
        int distance = Spelling.distance(one, other);
        int length = Math.max(one.length(), other.length());
        if (noisy && distance * 2 <= length) {
            return;
        }
        if (distance * 3 <= length) {
            nearNames.add(one + " > " + other);
        } else {
            names.merge(one + " > " + other, 1, Integer::sum);
        }
    }

    private void weighNumbers(Side mine, Side others) {
        if (mine.figures().equals(others.figures())) {
            return;
        }
        if (mine.hasYear() && others.hasYear()) {
            years++;
        } else if (!noisy || Spelling.distance(mine.text(), others.text()) > 1) {
            numbers++;
        }
    }

    /// Counts the misread words that are no names; takes note of the names that differ in a letter or two: misreadings,
    /// house spellings, or Iran for Iraq.
    private int misreadSmallWords() {
        int misread = 0;
        for (int word = 0; word < shorter.count(); word++) {
            int other = alignment.partner(word);
            if (other < 0 || shorter.hash(word) == longer.hash(other)) {
                continue;
            }
            if (shorter.names().isName(shorter, word)
                    && longer.names().isName(longer, other)
                    && !longer.has(shorter.hash(word))
                    && !shorter.has(longer.hash(other))) {
                nearNames.add(shorter.word(word) + " > " + longer.word(other));
            } else {
                misread++;
            }
        }
        return misread;
    }

    /// The words of one side that the other side of the same gap does not have.
    private static List<Integer> without(Words words, int from, int to, Words other, int otherFrom, int otherTo) {
        List<Integer> left = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean there = false;
            for (int j = otherFrom; j < otherTo; j++) {
                there |= words.hash(i) == other.hash(j);
            }
            if (!there) {
                left.add(i);
            }
        }
        return left;
    }

    private static boolean anyForeign(Words words, List<Integer> some, Words others) {
        return some.stream().anyMatch(word -> !others.has(words.hash(word)));
    }

    private static boolean isForeign(Words words, List<Integer> some, Words others) {
        return some.stream().noneMatch(word -> others.has(words.hash(word)));
    }

    /// What stands on one side of a gap.
    private static final class Side {
        /// Longest word that says nothing beside a name: articles, prepositions.
        private static final int SMALL = 3;

        private final Words words;
        private final List<Integer> all;
        private final List<Integer> names = new ArrayList<>();
        private int numbers;
        private final StringBuilder figures = new StringBuilder();
        private boolean years;
        private int other;

        Side(Words words, Names known, List<Integer> all) {
            this.words = words;
            this.all = all;
            for (int word : all) {
                String text = words.word(word);
                if (Spelling.hasDigit(text)) {
                    numbers++;
                    years |= isYear(text) || isOrdinal(text);
                    figures.append(text);
                } else if (Names.isDateWord(text)) {
                    numbers++;
                    figures.append(text);
                } else if (known.isName(words, word)) {
                    names.add(word);
                } else if (text.length() > SMALL || words.weight(word) < Words.WORD_WEIGHT) {
                    other++;
                }
            }
        }

        private static boolean isYear(String word) {
            if (word.length() != 4 || !word.chars().allMatch(Character::isDigit)) {
                return false;
            }
            int year = Integer.parseInt(word);
            return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
        }

        private static boolean isOrdinal(String word) {
            return ORDINAL.matcher(word).matches();
        }

        /// Numbers and days in one word: a scan puts blanks into figures.
        String figures() {
            return figures.toString();
        }

        boolean hasYear() {
            return years || isYear(figures());
        }

        String text() {
            return all.stream()
                    .map(word -> words.word(word).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" "));
        }

        /// Whether this is the other's initials.
        boolean abbreviates(Side full) {
            String initials = full.names.stream()
                    .map(word -> full.words.word(word).substring(0, 1))
                    .collect(Collectors.joining());
            return names.size() == 1 && words.word(names.getFirst()).equalsIgnoreCase(initials);
        }
    }
}
