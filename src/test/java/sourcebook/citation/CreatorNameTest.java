package sourcebook.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreatorNameTest {
    /// given | particle | family | suffix, or the whole for a literal.
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "Amina W. Kimani > Amina W.||Kimani|",
                "Kimani, Amina W. > Amina W.||Kimani|",
                "Lars van den Berg > Lars|van den|Berg|",
                "van den Berg, Lars > Lars|van den|Berg|",
                "Ngozi de la Cruz > Ngozi|de la|Cruz|",
                "Martin Hale Jr. > Martin||Hale|Jr.",
                "Hale, Martin, Jr. > Martin||Hale|Jr.",
                "Hale, Jr., Martin > Martin||Hale|Jr.",
                "Martin Hale, III > Martin||Hale|III",
                "María José Ortega > María José||Ortega|",
                "Ministry of Youth > Ministry of Youth",
                "Department of State, Office of Training > Department of State, Office of Training",
                "Lakeside Post > Lakeside Post",
                "Keller & Sons > Keller & Sons",
                "Staff > Staff",
                "UNESCO > UNESCO",
                "张伟 > 张伟",
                "Lake Region Six Nations Youth Leaders > Lake Region Six Nations Youth Leaders",
                "Kimani, > Kimani",
                ", > ",
                "a@example.org > a@example.org",
            })
    void namesAreTakenApartOnlyWhenTheyAreAPersons(String written, String expected) {
        CreatorName name = CreatorName.of(written);
        String got = name.literal()
                ? name.family()
                : String.join("|", name.given(), name.particle(), name.family(), name.suffix());
        assertEquals(expected == null ? "" : expected.strip(), got);
    }
}
