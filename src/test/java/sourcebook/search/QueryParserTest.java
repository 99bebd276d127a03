package sourcebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Fielded;
import sourcebook.search.Query.Not;
import sourcebook.search.Query.Or;
import sourcebook.search.Query.Phrase;
import sourcebook.search.Query.Wildcard;
import sourcebook.search.Query.Word;
import sourcebook.search.Query.Years;

class QueryParserTest {
    private static final int ROUNDS = Integer.getInteger("sourcebook.test.rounds.parser", 10_000);
    private static final long SEED = Long.getLong("sourcebook.test.seed", System.nanoTime());

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            peace                          | peace
            peace treaty                   | peace AND treaty
            peace AND treaty               | peace AND treaty
            peace && treaty                | peace AND treaty
            peace or treaty                | peace AND or AND treaty
            peace OR treaty                | peace OR treaty
            'peace || treaty'              | peace OR treaty
            a b OR c                       | (a AND b) OR c
            a (b OR c)                     | a AND (b OR c)
            a (b c)                        | a AND b AND c
            ((a OR b) OR c)                | a OR b OR c
            peace -treaty                  | peace AND NOT treaty
            peace NOT treaty               | peace AND NOT treaty
            NOT NOT a                      | a
            -(a b)                         | NOT (a AND b)
            -"a b" c                       | NOT "a b" AND c
            self-determination             | self-determination
            don't                          | don't
            “peace treaty”                 | "peace treaty"
            «la paix»  „Frieden“           | "la paix" AND "Frieden"
            ＂full　width＂                  | "full width"
            （a OR b） c                     | (a OR b) AND c
            "peace treaty                  | "peace treaty"
            a AND                          | a
            OR a                           | a
            a AND AND b                    | a AND b
            a AND OR b                     | a OR b
            NOT                            | ''
            ()                             | ''
            a () b                         | a AND b
            (a                             | a
            a) b                           | a AND b
            *                              | ''
            http://example.org/a?b=*       | http://example.org/a?b
            10:30                          | 10:30
            who is he?                     | who AND is AND he
            nosuch:field                   | nosuch:field
            Title:peace                    | title:peace
            title:"a b"                    | title:"a b"
            title:(a OR -b)                | title:a OR NOT title:b
            title:                         | title
            title: peace                   | title AND peace
            country:"South Africa"         | country:"South Africa"
            year:2014                      | year:2014
            year:2012..2017                | year:2012..2017
            year:2012-2017                 | year:2012..2017
            year:2017..2012                | year:2012..2017
            year:2012..                    | year:2012..
            year:..2012                    | year:..2012
            year:(2012 OR 2014)            | year:2012 OR year:2014
            year:then                      | year:then
            year:2020..12                  | year:12..2020
            in:furniture peace             | in:furniture peace
            In:Furniture peace treaty      | in:furniture peace AND treaty
            in:furniture "a b"             | in:furniture "a b"
            in:furniture (a b)             | in:furniture a AND in:furniture b
            in:furniture(a OR title:b)     | in:furniture a OR title:b
            -in:furniture a                | NOT in:furniture a
            in:furniture -a                | NOT in:furniture a
            in:furniture AND a             | a
            in:furniture                   | ''
            furniture:a                    | in:furniture a
            in:the-house                   | in:the-house
            publishedin:"South Africa"     | publishedIn:"South Africa"
            story:s12 id:0f3a              | story:s12 AND id:0f3a
            "party sch*"                   | "party sch"
            "wom?n who?"                   | "wom n who"
            {}[] peace 🕊                   | peace
            govern*                        | govern*
            wom?n                          | wom?n
            *ment                          | *ment
            a**b                           | a*b
            , peace ; !                    | peace
            "..."                          | ''
            'AND,'                         | ''
            - peace                        | peace
            C++ AT&T                       | C AND AT&T
            """)
    void reads(String typed, String understoodAs) {
        ParsedQuery parsed = QueryParser.parse(typed);
        assertEquals(understoodAs, parsed.understoodAs());
        assertEquals(parsed.query(), QueryParser.parse(parsed.understoodAs()).query());
    }

    @Test
    void makesATree() {
        assertEquals(new AllDocuments(), QueryParser.parse("  ").query());
        assertEquals(
                new And(List.of(
                        new Word("a"),
                        new Or(List.of(new Phrase("b c"), new Wildcard("d*"))),
                        new Not(new Fielded(QueryField.TITLE, new Word("e"))),
                        new Years(new YearRange(2012, 9999)))),
                QueryParser.parse("a (\"b c\" OR d*) -title:e year:2012..").query());
    }

    @Test
    void partsAreWhatMustAllHold() {
        assertEquals(
                List.of("a", "(b OR c)", "NOT d", "country:TZ"),
                QueryParser.parse("a (b OR c) -d country:TZ").parts());
        assertEquals(List.of("b OR c"), QueryParser.parse("b OR c").parts());
        assertEquals(List.of(), QueryParser.parse("").parts());
    }

    @Test
    void saysWhatItForgave() {
        assertTrue(QueryParser.parse("\"peace").notes().getFirst().contains("quotation mark"));
        assertTrue(QueryParser.parse("(peace").notes().getFirst().contains("bracket"));
        assertTrue(QueryParser.parse("peace)").notes().getFirst().contains("bracket"));
        assertTrue(QueryParser.parse("peace AND").notes().getFirst().contains("left out"));
        assertEquals(List.of(), QueryParser.parse("a AND (b OR \"c d\")").notes());
    }

    /// What was read otherwise than a person may expect is said; ordinary writing is not remarked on.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            year:9999..1           | turned round
            year:(2017..2012)      | turned round
            year:(soon)            | year or a range
            foo:bar                | “foo:” is no field
            foo:"a b"              | “foo:” is no field
            title:                 | “title:” a word
            title: peace           | “title:” a word
            {}[] peace             | “{}[]” has no letters
            🕊 peace                | no letters
            "🕊" peace              | no letters
            🕊                      | no letters
            ...                    | every document
            "party sch*"           | quotation marks * and ?
            "wom?n"                | quotation marks * and ?
            in:furniture           | “in:furniture” a word
            in:furniture a b       | brackets
            10:30                  |
            http://example.org/a?b |
            Dear Sir: peace!       |
            peace - and - war      |
            who is he?             |
            "who is he?"           |
            in:furniture (a b)     |
            in:furniture a OR b    |
            """)
    void remarksOnWhatWouldBeSilent(String typed, @Nullable String sentence) {
        List<String> notes = QueryParser.parse(typed).notes();
        if (sentence == null) {
            assertEquals(List.of(), notes);
        } else {
            assertEquals(1, notes.size(), notes.toString());
            assertTrue(notes.getFirst().contains(sentence), notes.getFirst());
        }
    }

    @Test
    void theSameSoughtInTheFurniture() {
        assertEquals(
                Optional.of(
                        "in:furniture a AND (in:furniture \"b c\" OR title:d) AND NOT in:furniture e AND year:2012"),
                QueryParser.parse("a (\"b c\" OR title:d) -e year:2012").inFurniture());
        assertEquals(Optional.empty(), QueryParser.parse("title:a -b year:2012").inFurniture());
        assertEquals(Optional.empty(), QueryParser.parse("").inFurniture());
    }

    @Test
    void isBounded() {
        ParsedQuery deep = QueryParser.parse("(".repeat(100_000) + "a" + ")".repeat(100_000) + " b");
        assertEquals("b", deep.understoodAs());
        assertFalse(deep.notes().isEmpty());
        ParsedQuery alternating = QueryParser.parse("a (b OR ".repeat(50_000));
        assertEquals(
                alternating.query(),
                QueryParser.parse(alternating.understoodAs()).query());
        ParsedQuery long_ = QueryParser.parse("word ".repeat(100_000));
        assertEquals(QueryLexer.MOST_TERMS, long_.parts().size());
        assertFalse(long_.notes().isEmpty());
        ParsedQuery wide = QueryParser.parse("w".repeat(1_000_000) + " \"" + "é x ".repeat(500_000));
        assertEquals(wide.query(), QueryParser.parse(wide.understoodAs()).query());
        assertEquals(
                new AllDocuments(), QueryParser.parse("NOT ".repeat(100_000)).query());
    }

    @Test
    void anyStringIsReadAndReadsTheSameAgain() {
        String[] pieces = {
            "a",
            "peace",
            "Zürich",
            "中国",
            "AND",
            "OR",
            "NOT",
            "and",
            "\"",
            "“",
            "”",
            "«",
            "(",
            ")",
            "（",
            "-",
            "−",
            "*",
            "?",
            ":",
            "title:",
            "in:furniture",
            "story:",
            "foo:",
            "year:",
            "country:",
            "2012",
            "..",
            "http://x",
            " ",
            " ",
            " ",
            "\t",
            "\n",
            "'",
            "/",
            "\\",
            "&&",
            "||",
            "|",
            "+",
            "~",
            "^",
            "\u0000",
            "\u00AD",
            "\u0301",
            "\uD800",
            "😀",
            "٣",
            "ﬁ",
            ",",
            ".",
            "İ"
        };
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                typed.append(
                        random.nextInt(20) == 0
                                ? String.valueOf((char) random.nextInt(Character.MAX_VALUE))
                                : pieces[random.nextInt(pieces.length)]);
            }
            String query = typed.toString();
            String where = "seed " + SEED + ", round " + round + ", query [" + query + "]";
            ParsedQuery parsed = QueryParser.parse(query);
            ParsedQuery again = QueryParser.parse(parsed.understoodAs());
            assertEquals(parsed.query(), again.query(), where);
            assertEquals(parsed.understoodAs(), again.understoodAs(), where);
            assertEquals(
                    parsed.query(),
                    QueryParser.parse(String.join(" ", parsed.parts())).query(),
                    where);
        }
    }
}
