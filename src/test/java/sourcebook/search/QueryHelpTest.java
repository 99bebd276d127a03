package sourcebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryHelpTest {
    /// An example in the help must mean something as it stands there.
    @Test
    void eachExampleIsReadWithoutARemark() {
        QueryHelp.SECTIONS.stream()
                .flatMap(section -> section.rows().stream())
                .forEach(row ->
                        assertEquals(List.of(), QueryParser.parse(row.typed()).notes(), row.typed()));
    }

    @Test
    void fitsOnOneScreen() {
        List<String> lines = QueryHelp.lines(76);
        assertTrue(lines.size() <= 40, "lines: " + lines.size());
        lines.forEach(line -> assertTrue(line.length() <= 76, line));
    }
}
