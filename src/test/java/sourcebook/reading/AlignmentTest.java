package sourcebook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The printed page and what was kept of it.
class AlignmentTest {

    @Test
    void everyKeptCharacterIsFoundWhateverLinesAreMissing() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<String> printed = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (int line = random.nextInt(40); line >= 0; line--) {
                String text = line(random);
                printed.add(text);
                if (random.nextInt(5) > 0) {
                    kept.add(text);
                }
            }
            String page = String.join("\n", printed);
            String text = String.join("\n", kept);
            String in = random.nextBoolean() ? text.strip() : text + "\n";
            check(page, in, seed);
        }
    }

    /// Equal characters, ascending, and all of the kept text is met.
    private static void check(String printed, String kept, long seed) {
        Alignment alignment = Alignment.of(printed, kept);
        boolean[] met = new boolean[kept.length()];
        int last = -1;
        for (int i = 0; i < printed.length(); i++) {
            int place = alignment.place(i);
            if (place >= 0) {
                assertThat(kept.charAt(place)).as("seed %d", seed).isEqualTo(printed.charAt(i));
                assertThat(place).as("seed %d", seed).isGreaterThan(last);
                last = place;
                met[place] = true;
            }
        }
        for (int i = 0; i < met.length; i++) {
            assertThat(met[i] || Character.isWhitespace(kept.charAt(i)))
                    .as("seed %d, “%s” at %d of “%s”", seed, kept.charAt(i), i, kept)
                    .isTrue();
        }
    }

    private static String line(Random random) {
        var line = new StringBuilder();
        for (int words = random.nextInt(4); words >= 0; words--) {
            line.append((char) ('a' + random.nextInt(3)))
                    .append(random.nextInt(12))
                    .append(' ');
        }
        return line.toString().strip();
    }

    @Test
    void ofEqualLinesThoseAtTheEdgesAreTheFurniture() {
        String printed = "Yearbook\nYearbook\nfirst\nsecond\n12\n12";
        Alignment alignment = Alignment.of(printed, "Yearbook\nfirst\nsecond\n12");
        assertThat(alignment.place(0)).isEqualTo(Alignment.NOWHERE);
        assertThat(alignment.place(9)).isZero();
        assertThat(alignment.place(printed.indexOf("12"))).isEqualTo("Yearbook\nfirst\nsecond\n".length());
        assertThat(alignment.place(printed.lastIndexOf("12"))).isEqualTo(Alignment.NOWHERE);
    }

    @Test
    void aTextThatBeginsWithinALineIsFound() {
        String printed = "---\ntitle: A Walk\n--- It was a fine morning\nin May.";
        Alignment alignment = Alignment.of(printed, "It was a fine morning\nin May.");
        assertThat(alignment.place(printed.indexOf("It was"))).isZero();
        assertThat(alignment.place(printed.indexOf("May"))).isEqualTo(25);
        assertThat(alignment.place(4)).isEqualTo(Alignment.NOWHERE);
    }

    @Test
    void nothingInCommonIsNowhere() {
        Alignment alignment = Alignment.of("abc\ndef", "");
        assertThat(alignment.place(0)).isEqualTo(Alignment.NOWHERE);
        assertThat(Alignment.of("", "abc")).isNotNull();
    }

    @Test
    void aPageOfVeryManyLinesIsStillAlignedAtItsEnds() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            lines.add("row " + i);
        }
        String printed = "head\n" + String.join("\n", lines);
        Alignment alignment = Alignment.of(printed, String.join("\n", lines));
        assertThat(alignment.place(0)).isEqualTo(Alignment.NOWHERE);
        assertThat(alignment.place(5)).isZero();
    }

    @Test
    void aLongTextMeetsItsLikeWhateverIsMissingAndWhereverItsLinesEnd() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        StringBuilder printed = new StringBuilder();
        StringBuilder kept = new StringBuilder();
        StringBuilder missing = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            String word = i % 7 == 0 ? "the" : "word" + random.nextInt(6_000);
            boolean left = i % 50 == 20;
            printed.append(word).append(i % 11 == 0 ? '\n' : ' ');
            if (left) {
                missing.append(word);
            } else {
                kept.append(word).append(i % 13 == 0 ? '\n' : ' ');
            }
        }
        Alignment alignment = Alignment.of(printed.toString(), kept.toString());
        int found = 0;
        int all = 0;
        int last = -1;
        for (int i = 0; i < printed.length(); i++) {
            if (!Character.isWhitespace(printed.charAt(i))) {
                all++;
                int place = alignment.place(i);
                if (place >= 0) {
                    found++;
                    assertThat(kept.charAt(place)).as("seed %d", seed).isEqualTo(printed.charAt(i));
                    assertThat(place).as("seed %d", seed).isGreaterThan(last);
                    last = place;
                }
            }
        }
        assertThat((double) found / (all - missing.length()))
                .as("seed %d", seed)
                .isGreaterThan(0.97);
    }
}
