package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// No stored name leads out of its container.
class PartNameTest {
    @Test
    void namesAreRelativeAndStayBelow() {
        assertThat(PartName.safe("a/b.txt")).isEqualTo("a/b.txt");
        assertThat(PartName.safe("/a/../../b")).isEqualTo("a/b");
        assertThat(PartName.safe("..\\..\\b")).isEqualTo("b");
        assertThat(PartName.safe("C:b")).isEqualTo("b");
        assertThat(PartName.safe("")).isEqualTo("part");
        assertThat(PartName.safe("a\u202Etxt.exe")).isEqualTo("a_txt.exe");
    }

    @Test
    void anyNameIsSafe() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var stored = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                stored.append("./\\:Ca\u0000\n ".charAt(random.nextInt(9)));
            }
            String name = PartName.safe(stored.toString());
            assertThat(name)
                    .as("seed %d, «%s»", seed, stored)
                    .isNotEmpty()
                    .doesNotContain("\\", "\u0000", "\n")
                    .doesNotStartWith("/");
            assertThat(name.split("/", -1)).as("seed %d, «%s»", seed, stored).doesNotContain("..", ".", "");
        }
    }
}
