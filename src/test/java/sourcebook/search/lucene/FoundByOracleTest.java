package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.IndexedDocument;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;

/// What random questions found wrong once, each in its smallest form (issue 4).
class FoundByOracleTest {
    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void namesOfTwoPeopleAreNoPhrase() {
        DocumentRecord record = DocumentRecord.EMPTY.withCreators(
                List.of(Samples.stated("Anna Peace"), Samples.stated("Board of Treaties")));
        fill(Samples.document("two", record, DocumentText.of("x")));
        assertEquals(List.of(), found("creator:\"peace board\""));
        assertEquals(List.of(), found("creator:\"anna board\"~5"));
        assertEquals(List.of("two"), found("creator:\"anna peace\" creator:board"));
    }

    @Test
    void aVoiceMarkOfHalfWidthKanaBelongsToItsCharacter() {
        fill(Samples.document("kana", "ｶﾞ"));
        assertEquals(List.of("kana"), found("*ｶﾞ"));
        assertEquals(List.of("kana"), found("/ｶﾞ/"));
    }

    @Test
    void lettersThatChangeTheirNeighboursAreFoldedTogetherInAnExpression() {
        fill(Samples.document("nasal", "हिन्दी"), Samples.document("dot", "हिंदी"));
        assertEquals(List.of("dot", "nasal"), found("/हिन्दी/"));
        assertEquals(List.of("dot", "nasal"), found("/हिं.*/"));
    }

    @Test
    void anAlternativeOfNothingMeansNothing() {
        fill(Samples.document("one", "party"), Samples.document("many", "partys"));
        assertEquals(List.of("many", "one"), found("/party(s|)/"));
        assertEquals(List.of("many", "one"), found("/party(|s)/"));
        assertEquals(List.of("one"), found("/party|/"));
    }

    @Test
    void aStarBetweenWordsIsAnyWordAndNoMark() {
        fill(Samples.document("mark", "中，国"), Samples.document("word", "中人国"));
        assertEquals(List.of("word"), found("\"中 * 国\""));
    }

    @Test
    void aStarBetweenWordsMayBeAWordBrokenAtALineEnd() {
        fill(Samples.document("broken", "the rul-\ning party"));
        assertEquals(List.of("broken"), found("\"the * party\""));
        assertEquals(List.of("broken"), found("\"the * * party\"")); // its halves
        assertEquals(List.of(), found("\"the * * * party\""));
    }

    private void fill(IndexedDocument... documents) {
        for (IndexedDocument document : documents) {
            engine.put(document);
        }
        engine.commit(1);
    }

    private List<String> found(String query) {
        return engine.search(SearchRequest.of(query)).results().stream()
                .map(SearchResult.Result::path)
                .map(path -> path.replaceFirst("folder/(.*)\\.txt", "$1"))
                .sorted()
                .toList();
    }
}
