package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.PartialDate;

final class DateTextTest {
    private static String read(String text) {
        return DateText.parse(text).map(PartialDate::toString).orElse(null);
    }

    @Test
    void readsDatesOfManyLanguages() {
        Map<String, String> cases = Map.ofEntries(
                Map.entry("10 December 2020", "2020-12-10"),
                Map.entry("Dec. 10th, 2020", "2020-12-10"),
                Map.entry("10. Dezember 2020, 14:05 Uhr", "2020-12-10"),
                Map.entry("jeudi 1er mars 2018", "2018-03-01"),
                Map.entry("3 de mayo de 2019", "2019-05-03"),
                Map.entry("5 февраля 2014 г.", "2014-02-05"),
                Map.entry("15 marca 2021", "2021-03-15"),
                Map.entry("7 Şubat 2016", "2016-02-07"),
                Map.entry("2020年12月10日", "2020-12-10"),
                Map.entry("2019년 3월 2일", "2019-03-02"),
                Map.entry("١٠ ديسمبر ٢٠٢٠", "2020-12-10"),
                Map.entry("5 أيار/مايو 2011", "2011-05-05"),
                Map.entry("١٢ كانون الثاني/يناير ٢٠٠٤", "2004-01-12"),
                Map.entry("3 ديسمبر/كانون الأول 2014", "2014-12-03"),
                Map.entry("28.09.1912:44", "2019-09-28"),
                Map.entry("9.11.89", "1989-11-09"),
                Map.entry("13/02/2011", "2011-02-13"),
                Map.entry("2020-12-10T23:59:59+0200", "2020-12-10"),
                Map.entry("20201210T080000Z", "2020-12-10"),
                Map.entry("Tue Jul 30 09:35:14 CEST 2019", "2019-07-30"),
                Map.entry("Thu, 10 Dec 2020 09:00:00 +0000", "2020-12-10"),
                Map.entry("Spring issue, March 2015", "2015-03"),
                Map.entry("2017/01", "2017"),
                Map.entry("Annual report 1998", "1998"));
        cases.forEach((text, date) -> assertEquals(date, read(text), text));
    }

    @Test
    void whatIsNoDateIsNone() {
        for (String text :
                List.of("room 1234", "0123-45-67", "May", "", "version 10.2.3.4", "5 May/June", "32. Mai 20")) {
            String date = read(text);
            assertNull(date, text);
        }
    }

    @Test
    void monthFirstOnlyWhereItIsUsual() {
        assertEquals(
                "2005-04-03", DateText.parse("3/4/2005", false).orElseThrow().toString());
        assertEquals(
                "2005-03-04", DateText.parse("3/4/2005", true).orElseThrow().toString());
        assertEquals(
                "2005-03-14", DateText.parse("3/14/2005", false).orElseThrow().toString());
    }

    @Test
    void offsetsPointAtTheDate() {
        String text = "It was on 4 May 2001 and again on May 6, 2001.";
        assertEquals(
                List.of("4 May 2001", "May 6, 2001"),
                DateText.find(text, false).stream()
                        .map(f -> text.substring(f.start(), f.end()))
                        .toList());
    }
}
