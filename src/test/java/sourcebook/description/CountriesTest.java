package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CountriesTest {
    /// Folding of plain letters has a way of its own: a mark, which is dropped, leads to the other.
    @Test
    void plainNamesAreFoldedAsOthersAre() {
        long seed = 20261122;
        Random random = new Random(seed);
        String characters = "abzABZ019 the.-'\t\n_";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder name = new StringBuilder(random.nextBoolean() ? "The " : "");
            for (int length = random.nextInt(12); length > 0; length--) {
                name.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertEquals(
                    Countries.fold(name + "\u0301"),
                    Countries.fold(name.toString()),
                    () -> "seed " + seed + ": " + name);
        }
        assertEquals("isle of man 2", Countries.fold("  The Isle-of  MAN (2)"));
    }

    @Test
    void codesAndNamesInSeveralLanguagesGiveTheCode() {
        for (String name : new String[] {
            "TZ",
            "tz",
            "TZA",
            "Tanzania",
            "Tansania",
            "Tanzanie",
            "Танзания",
            "تنزانيا",
            "坦桑尼亚",
            "United Republic of Tanzania"
        }) {
            assertEquals(Optional.of("TZ"), Countries.code(name), name);
        }
        assertEquals(Optional.of("GB"), Countries.code("UK"));
        assertEquals(Optional.of("CI"), Countries.code("Cote d’Ivoire"));
        assertEquals(Optional.empty(), Countries.code("Atlantis"));
    }

    @Test
    void formerStatesStayThemselves() {
        assertEquals(Optional.of("SUHH"), Countries.code("USSR"));
        assertEquals(Optional.of("DDDE"), Countries.code("GDR"));
        assertEquals("Czechoslovakia", Countries.name("CSHH", Locale.ENGLISH));
    }

    @Test
    void everyCodeHasANameThatLeadsBack() {
        assertTrue(
                Countries.codes().size() > 260, String.valueOf(Countries.codes().size()));
        for (String code : Countries.codes()) {
            assertEquals(Optional.of(code), Countries.code(Countries.name(code, Locale.ENGLISH)), code);
        }
    }

    @Test
    void namesAreInTheReadersLanguage() {
        assertEquals("Allemagne", Countries.name("DE", Locale.FRENCH));
        assertEquals("ZZ9", Countries.name("ZZ9", Locale.ENGLISH));
    }
}
