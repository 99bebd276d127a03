package sourcebook.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// A made-up language with the statistics of a real one: function words as frequent as the English ones, content
/// words by a law of Zipf and Mandelbrot, and a stock of set phrases of which the frequent are very frequent.
/// Immutable: any number of threads may draw from it with a random source each.
final class Language {
    /// The commonest English function words, most frequent first, with their share of running words in
    /// per mille, as counts of large English corpora give them, rounded.
    private static final String FUNCTION_WORDS = "the 60 of 31 and 28 to 26 in 21 a 20 is 11 that 11 for 10 it 9 "
            + "as 7 was 7 with 7 be 7 by 6 on 6 not 5 he 5 are 5 at 5 from 5 this 5 have 5 but 4 which 4 or 4 they 4 "
            + "an 4 we 4 had 4 its 3 were 3 has 3 their 3 been 3 will 3 all 3 one 3 who 3 there 2 more 2 would 2 if 2 "
            + "no 2 so 2 when 2 what 2 can 2 into 2 other 2 than 2 some 2 could 2 these 2 also 2 our 2 his 2 her 2 "
            + "must 1 only 1 such 1 about 1 up 1 out 1 any 1 between 1 may 1 should 1 over 1 after 1 under 1 through 1 "
            + "during 1 against 1 most 1 where 1 both 1 while 1 each 1 before 1 because 1 those 1";

    private static final int CONTENT_WORDS = 400_000;

    /// Exponent and shift of Zipf and Mandelbrot for content words alone; these and the numbers below bring the
    /// figures of the row `corpus` near those of a million words of speeches in English.
    private static final double EXPONENT = 1.5;

    private static final double SHIFT = 70;
    private static final int PHRASES = 30_000;

    /// A set phrase comes at so many of the steps.
    private static final double PHRASE_SHARE = .12;

    /// A function word follows a content word, or another function word, with these probabilities.
    private static final double AFTER_CONTENT = .7;

    private static final double AFTER_FUNCTION = .28;

    /// After a preposition the article comes with this probability.
    private static final double ARTICLE = .45;

    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "to", "for", "by", "on", "with", "from", "at", "and", "that", "under", "between");

    private static final String[] ONSETS = {
        "b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "tr", "pl", "gr", "ch", "sh", ""
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ea", "ou", "io"};
    private static final String[] CODAS = {"", "", "n", "r", "s", "t", "l", "nt", "st", "m"};

    private final String[] functionWords;
    private final double[] functionSums;
    private final String[] contentWords = new String[CONTENT_WORDS];
    private final double[] contentSums = new double[CONTENT_WORDS];
    private final String[][] phrases = new String[PHRASES][];
    private final double[] phraseSums = new double[PHRASES];

    Language(long seed) {
        String[] listed = FUNCTION_WORDS.split(" ");
        functionWords = new String[listed.length / 2];
        functionSums = new double[listed.length / 2];
        double sum = 0;
        for (int i = 0; i < functionWords.length; i++) {
            functionWords[i] = listed[2 * i];
            sum += Double.parseDouble(listed[2 * i + 1]);
            functionSums[i] = sum;
        }
        SplittableRandom random = new SplittableRandom(seed);
        sum = 0;
        for (int rank = 0; rank < CONTENT_WORDS; rank++) {
            contentWords[rank] = word(rank, random);
            sum += Math.pow(rank + SHIFT, -EXPONENT);
            contentSums[rank] = sum;
        }
        sum = 0;
        for (int rank = 0; rank < PHRASES; rank++) {
            phrases[rank] = phrase(2 + random.nextInt(4), random);
            sum += 1.0 / (rank + 20);
            phraseSums[rank] = sum;
        }
    }

    /// Adds the next words of a text.
    ///
    /// @return whether the last of them is a function word
    boolean next(List<String> words, boolean afterFunction, SplittableRandom random) {
        if (afterFunction
                && !words.isEmpty()
                && PREPOSITIONS.contains(words.getLast())
                && random.nextDouble() < ARTICLE) {
            words.add("the");
            return true;
        }
        if (random.nextDouble() < PHRASE_SHARE) {
            String[] phrase = phrases[draw(phraseSums, random)];
            words.addAll(Arrays.asList(phrase));
            return false;
        }
        boolean function = random.nextDouble() < (afterFunction ? AFTER_FUNCTION : AFTER_CONTENT);
        String word = function ? functionWords[draw(functionSums, random)] : contentWords[draw(contentSums, random)];
        if (words.isEmpty() || !word.equals(words.getLast())) {
            words.add(word);
        }
        return function;
    }

    String contentWord(SplittableRandom random) {
        return contentWords[draw(contentSums, random)];
    }

    boolean isFunctionWord(String word) {
        return Arrays.asList(functionWords).contains(word);
    }

    private String[] phrase(int length, SplittableRandom random) {
        String[] phrase = new String[length];
        for (int i = 0; i < length; i++) {
            boolean function = i > 0 && i < length - 1 && random.nextDouble() < .5;
            phrase[i] = function ? functionWords[draw(functionSums, random)] : contentWords[draw(contentSums, random)];
        }
        return phrase;
    }

    /// Frequent words are short, and no two are alike.
    private static String word(int rank, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int rest = rank + ONSETS.length; rest > 0; rest /= ONSETS.length * VOWELS.length) {
            int syllable = rest % (ONSETS.length * VOWELS.length);
            word.append(ONSETS[syllable % ONSETS.length]).append(VOWELS[syllable / ONSETS.length]);
        }
        return word.append(CODAS[random.nextInt(CODAS.length)])
                .append(rank % 3 == 0 ? "ment" : "")
                .toString();
    }

    private static int draw(double[] sums, SplittableRandom random) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return found >= 0 ? found : Math.min(sums.length - 1, -found - 1);
    }
}
