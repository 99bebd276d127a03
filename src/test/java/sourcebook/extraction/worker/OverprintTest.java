package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is printed upon itself, against a scan of all that was printed before.
class OverprintTest {
    private static final List<String> CHARACTERS = List.of("e", "a", " ", "fi", "");
    private static final float[] ODD = {
        0f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE
    };

    private record Printed(String characters, float x, float y) {
        boolean within(String others, float left, float right, float top, float bottom) {
            return characters.equals(others)
                    && Float.compare(x, left) >= 0
                    && Float.compare(x, right) < 0
                    && Float.compare(y, top) >= 0
                    && Float.compare(y, bottom) < 0;
        }
    }

    @Test
    void whatIsPrintedAgainIsWhatAScanFinds() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int repeated = 0;
        for (int page = 0; page < 40; page++) {
            var overprint = new Overprint();
            List<Printed> scan = new ArrayList<>();
            float width = page % 4 == 0 ? 20 : 600;
            for (int i = 0; i < 400; i++) {
                String characters = CHARACTERS.get(random.nextInt(CHARACTERS.size()));
                float x = number(random, width);
                float y = number(random, width);
                float tolerance = switch (random.nextInt(20)) {
                    case 0 -> 0;
                    case 1 -> Float.NaN;
                    case 2 -> Float.POSITIVE_INFINITY;
                    case 3 -> 300;
                    default -> random.nextFloat() * 4;
                };
                boolean expected = scan.stream()
                        .anyMatch(one ->
                                one.within(characters, x - tolerance, x + tolerance, y - tolerance, y + tolerance));
                assertThat(overprint.repeats(characters, x, y, tolerance))
                        .as("seed %d, page %d, character %d", seed, page, i)
                        .isEqualTo(expected);
                if (expected) {
                    repeated++;
                } else {
                    scan.add(new Printed(characters, x, y));
                }
            }
        }
        assertThat(repeated).as("seed %d", seed).isPositive();
    }

    private static float number(Random random, float width) {
        return random.nextInt(30) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextFloat() * width;
    }

    @Test
    void aNewPageHasNothingOnIt() {
        var overprint = new Overprint();
        assertThat(overprint.repeats("e", 1, 1, 1)).isFalse();
        assertThat(overprint.repeats("e", 1, 1, 1)).isTrue();
        overprint.clear();
        assertThat(overprint.repeats("e", 1, 1, 1)).isFalse();
    }
}
