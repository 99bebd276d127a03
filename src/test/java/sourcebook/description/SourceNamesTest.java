package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentRecord;

final class SourceNamesTest {
    private static SourceNames read(String csv) {
        return SourceNames.read(new StringReader(csv));
    }

    @Test
    void anArchivesNameGoesBeforeTheProgramsOwn() {
        SourceNames names = read("name,alias\nRadio Liberty,RFE/RL\nThe Fjord Herald,fjordherald.example\n");
        assertEquals(List.of(), names.problems());
        assertEquals(Optional.of("Radio Liberty"), names.name("rfe/rl"));
        assertEquals(Optional.of("Radio Free Europe/Radio Liberty"), names.name("Радио Свобода"));
        assertEquals(Optional.of("The Fjord Herald"), names.nameOfHost("www2.fjordherald.example"));
        assertEquals(Optional.empty(), names.name("The Unknown Gazette"));
    }

    @Test
    void anArchiveCanRenameAKnownOutletAsAWhole() {
        SourceNames names = read("alias,name\nXinhua,Xinhua (NCNA)\n");
        for (String alias : List.of("新华社", "Xinhua News Agency", "新华网", "xinhuanet.com")) {
            assertEquals(Optional.of("Xinhua (NCNA)"), names.name(alias), alias);
        }
    }

    @Test
    void outletsOfThreeNamesHaveOne() {
        for (String alias : List.of("RFE/RL", "RadioFreeEurope/RadioLiberty", "Radio Free Europe", "rferl.org")) {
            assertEquals(Optional.of("Radio Free Europe/Radio Liberty"), SourceNames.NONE.name(alias), alias);
        }
        assertEquals(Optional.of("BBC News"), SourceNames.NONE.name("BBC"));
        assertEquals(Optional.of("TASS"), SourceNames.NONE.name("ТАСС"));
        assertEquals(Optional.of("Agence France-Presse"), SourceNames.NONE.name("فرانس برس"));
    }

    @Test
    void theHostTellsOutletsOfOneNameApart() {
        assertEquals(Optional.of("The Citizen (Tanzania)"), Outlets.name("The Citizen", "thecitizen.co.tz"));
        assertEquals(Optional.of("The Citizen (South Africa)"), Outlets.name("The Citizen", "citizen.co.za"));
        assertEquals(Optional.empty(), Outlets.name("The Citizen"), "alone it may be any of them");
        assertEquals(Optional.empty(), Outlets.name("Fortune"), "a word, not only an outlet");
        assertEquals(Optional.of("Fortune"), Outlets.name("Fortune", "fortune.com"));
    }

    @Test
    void whatCannotBeUsedIsSaidAndTheRestIsUsed() {
        SourceNames names = read("name,alias,country\n,lonely,\nThe Gazette,,\n\"The Herald\",Herald,Atlantis\n"
                + "The Bote,bote.example,Austria\nThe Crier,bote.example,\n");
        assertEquals(4, names.problems().size(), names.problems().toString());
        assertTrue(
                names.problems().getFirst().startsWith("Line 2 "),
                names.problems().getFirst());
        assertTrue(names.problems().get(2).contains("Atlantis"));
        assertEquals(Optional.of("The Herald"), names.name("herald"));
        assertEquals(Optional.of("AT"), names.country("The Bote"));
        assertEquals(Optional.of("The Crier"), names.name("bote.example"), "the later row");
    }

    @Test
    void aQuotationMarkThatIsNotClosedSpoilsItsOwnRowAlone() {
        SourceNames names = read(
                "name,alias,country\nThe Bote,bote.example,\n\"The Herald,herald.example,\nThe Crier,crier.example,\n");
        assertEquals(1, names.problems().size(), names.problems().toString());
        assertTrue(
                names.problems().getFirst().startsWith("Line 3 "),
                names.problems().getFirst());
        assertEquals(Optional.of("The Crier"), names.name("crier.example"));
        assertEquals(Optional.of("The Bote"), names.name("bote.example"));
        assertEquals(Optional.empty(), names.name("herald.example"));
    }

    @Test
    void aFileWithoutItsColumnsIsNotUsed() {
        SourceNames names = read("title;other\na;b\n");
        assertEquals(Optional.empty(), names.name("a"));
        assertEquals(1, names.problems().size());
        assertEquals(1, read("name,alias\n\"open,x\ny,z").problems().size());
        assertEquals(List.of(), read("").problems());
    }

    @Test
    void theDescriberUsesThem() {
        Describer describer = new Describer(read("name,alias,country\nHerald of the Fjords,The Fjord Herald,NO\n"));
        DocumentRecord record = describer
                .describe(Documents.page(
                        Documents.article("<meta property='og:site_name' content='The Fjord Herald'>", "")))
                .record();
        assertEquals("Herald of the Fjords", record.sourceText());
        assertEquals("NO", record.publishedIn().getFirst().value());
        assertEquals(
                SourceNames.FILE_NAME,
                record.publishedIn().getFirst().evidence().rule());
    }
}
