package sourcebook.description.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up prose: sentences in paragraphs with names, numbers and the common small words of English, no two alike.
final class Prose {
    private static final String[] SMALL =
            ("the of and to in a is that for it was on with as by at from be this which or"
                            + " are an has have had not but its their were been would will more after before between during"
                            + " about over under into than who also said when where there no all some other new first two")
                    .split(" ");
    private static final String[] BEGINNINGS =
            "b br c ch d dr f g gr h j k l m n p pr qu r s st str t tr v w".split(" ");
    private static final String[] MIDDLES = "a e i o u ai ea ou io".split(" ");
    private static final String[] ENDS = "l n r s t nd st rt ck m ng ly tion ment er ing".split(" ");
    private static final int WORDS = 6_000;

    private final Random random;
    private final List<String> words = new ArrayList<>();

    Prose(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            words.add(syllable() + (random.nextInt(3) == 0 ? syllable() : "") + one(ENDS));
        }
    }

    private String syllable() {
        return one(BEGINNINGS) + one(MIDDLES);
    }

    private String one(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// A word, the early ones of the vocabulary far more often than the late.
    private String word() {
        if (random.nextInt(100) < 42) {
            return one(SMALL);
        }
        double zipf = Math.pow(WORDS, random.nextDouble()) - 1;
        return words.get((int) zipf);
    }

    String name() {
        String name = syllable() + one(ENDS);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    String sentence() {
        int length = 8 + random.nextInt(16);
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(100);
            String word = kind < 5 ? name() : kind < 8 ? String.valueOf(1 + random.nextInt(2_000)) : word();
            if (i == 0) {
                word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
            }
            sentence.append(i == 0 ? "" : random.nextInt(12) == 0 ? ", " : " ").append(word);
        }
        return sentence.append('.').toString();
    }

    List<String> paragraphs(int count) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder paragraph = new StringBuilder(sentence());
            for (int more = random.nextInt(4); more > 0; more--) {
                paragraph.append(' ').append(sentence());
            }
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    String headline() {
        String sentence = sentence();
        int end = sentence.indexOf(' ', 24);
        return end < 0 ? sentence.substring(0, sentence.length() - 1) : sentence.substring(0, end);
    }
}
