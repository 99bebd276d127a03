package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CountriesTest {
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
