package sourcebook.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sourcebook.search.Query.AllDocuments;
import sourcebook.search.Query.And;
import sourcebook.search.Query.Custom;
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
    @CsvSource(delimiter = '→', quoteCharacter = '\'', textBlock = """
            peace                          → peace
            peace treaty                   → peace AND treaty
            peace AND treaty               → peace AND treaty
            peace && treaty                → peace AND treaty
            peace or treaty                → peace AND or AND treaty
            peace OR treaty                → peace OR treaty
            'peace || treaty'              → peace OR treaty
            a b OR c                       → (a AND b) OR c
            a (b OR c)                     → a AND (b OR c)
            a (b c)                        → a AND b AND c
            ((a OR b) OR c)                → a OR b OR c
            peace -treaty                  → peace AND NOT treaty
            peace NOT treaty               → peace AND NOT treaty
            NOT NOT a                      → a
            x NOT (NOT (a b)) y            → x AND a AND b AND y
            -(a b)                         → NOT (a AND b)
            -"a b" c                       → NOT "a b" AND c
            self-determination             → self-determination
            don't                          → don't
            “peace treaty”                 → "peace treaty"
            «la paix»  „Frieden“           → "la paix" AND "Frieden"
            ＂full　width＂                  → "full width"
            （a OR b） c                     → (a OR b) AND c
            "peace treaty                  → "peace treaty"
            a AND                          → a
            OR a                           → a
            a AND AND b                    → a AND b
            a AND OR b                     → a OR b
            NOT                            → ''
            ()                             → ''
            a () b                         → a AND b
            (a                             → a
            a) b                           → a AND b
            *                              → ''
            http://example.org/a?b=*       → http://example.org/a?b
            10:30                          → 10:30
            who is he?                     → who AND is AND he
            nosuch:field                   → nosuch:field
            Title:peace                    → title:peace
            title:"a b"                    → title:"a b"
            title:(a OR -b)                → title:a OR NOT title:b
            title:                         → title
            title: peace                   → title AND peace
            country:"South Africa"         → country:"South Africa"
            year:2014                      → year:2014
            year:2012..2017                → year:2012..2017
            year:2012-2017                 → year:2012..2017
            year:2014-03                   → date:2014-03
            year:2014-3                    → date:2014-03
            year:2014-03-10                → date:2014-03-10
            year:2014-17                   → year:17..2014
            year:2017..2012                → year:2012..2017
            year:2012..                    → year:2012..
            year:..2012                    → year:..2012
            year:(2012 OR 2014)            → year:2012 OR year:2014
            year:then                      → year:then
            year:2020..12                  → year:12..2020
            in:furniture peace             → in:furniture peace
            In:Furniture peace treaty      → in:furniture peace AND treaty
            in:furniture "a b"             → in:furniture "a b"
            in:furniture (a b)             → in:furniture a AND in:furniture b
            in:furniture(a OR title:b)     → in:furniture a OR title:b
            -in:furniture a                → NOT in:furniture a
            in:furniture -a                → NOT in:furniture a
            in:furniture AND a             → a
            in:furniture                   → ''
            furniture:a                    → in:furniture a
            in:the-house                   → in:the-house
            publishedin:"South Africa"     → publishedIn:"South Africa"
            story:s12 id:0f3a              → story:s12 AND id:0f3a
            "party sch*"                   → "party sch*"
            "wom?n who?"                   → "wom?n who"
            “party sch＊”                   → "party sch*"
            "(party|cadre) school*"        → "(party|cadre) school*"
            "(party OR cadre) school*"     → "(party|cadre) school*"
            "(ruling party|cadre) school"  → "(ruling party|cadre) school"
            "(a|(b|c d)) e"                → "(a|b|c d) e"
            "the (CCP) school"             → "the (CCP) school"
            "the (CCP) sch*"               → "the CCP sch*"
            "the * party"                  → "the * party"
            "* party"                      → "party"
            "a|b c"                        → "a|b c"
            "(a|b c"                       → "(a|b c)"
            "peace treaty"~5               → "peace treaty"~5
            "peace treaty"~>5              → "peace treaty"~>5
            "peace treaty"～５               → "peace treaty"~5
            "peace treaty"~>0              → "peace treaty"
            "peace"~5                      → "peace"
            "(ruling party) school"~3      → "(ruling party) school"~3
            "(ruling party) school"        → "(ruling party) school"
            "gov* (a|b c)"~>3 d            → "gov* (a|b c)"~>3 AND d
            "peace treaty"~                → "peace treaty"
            "govermnent~1 party"           → "govermnent~1 party"
            "/gov.*/ party"                → "/gov.*/ party"
            "and/or /usr/lib"              → "and/or /usr/lib"
            word~1                         → word~1
            word~                          → word~1
            word～２                         → word~2
            word~0                         → "word"
            word~7                         → word~2
            title:word~1                   → title:word~1
            =word                          → "word"
            =AND                           → "AND"
            title:=word                    → title:"word"
            ="a b"                         → "a b"
            /gov.*s/                       → /gov.*s/
            /(party|cadre)s?/ x            → /(party|cadre)s?/ AND x
            (/(a|b)/ OR c)                 → /(a|b)/ OR c
            title:/a(b|c)/                 → title:/a(b|c)/
            -/a+/                          → NOT /a+/
            /usr/lib                       → usr/lib
            /[ab/                          → "ab"
            and/or                         → and/or
            +a b                           → +a AND b
            ＋a －b                          → +a AND NOT b
            +(a b) c                       → +(a AND b) AND c
            +(a OR b) c                    → +(a OR b) AND c
            a OR +b                        → a OR b
            -(+a b)                        → NOT (a AND b)
            +-a                            → NOT a
            + a                            → a
            C+                             → C
            a OR *                         → a OR *
            a *                            → a
            a -*                           → a
            * OR *                         → ''
            date:2014                      → date:2014
            date:2014-03                   → date:2014-03
            date:2014-3-9                  → date:2014-03-09
            date:2014-03..2014-05-10       → date:2014-03-01..2014-05-10
            date:2014-03..2014-05          → date:2014-03-01..2014-05-31
            date:2014-05..2014-03          → date:2014-03-01..2014-05-31
            date:2014-03..                 → date:2014-03-01..
            date:..2014                    → date:..2014-12-31
            date:(2014 OR 2015-02)         → date:2014 OR date:2015-02
            date:soon                      → date:soon
            has:ocr                        → has:ocr
            Has:PublishedIn                → has:publishedIn
            has:(ocr -date)                → has:ocr AND NOT has:date
            has:wings                      → has:wings
            in:title peace                 → title:peace
            in:text peace                  → body:peace
            +in:furniture a b              → +in:furniture a AND b
            标题：和平                          → 标题:和平
            title：peace                    → title:peace
            {}[] peace 🕊                   → peace
            govern*                        → govern*
            wom?n                          → wom?n
            *ment                          → *ment
            a**b                           → a*b
            , peace ; !                    → peace
            "..."                          → ''
            'AND,'                         → ''
            - peace                        → peace
            C++ AT&T                       → C AND AT&T
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
    @CsvSource(delimiter = '→', quoteCharacter = '\'', textBlock = """
            year:9999..1           → turned round
            year:(2017..2012)      → turned round
            year:(soon)            → year or a range
            foo:bar                → “foo:” is no field
            foo:"a b"              → “foo:” is no field
            title:                 → “title:” a word
            title: peace           → “title:” a word
            {}[] peace             → “{}[]” has no letters
            🕊 peace                → no letters
            "🕊" peace              → no letters
            🕊                      → no letters
            ...                    → every document
            "* party"              → both sides
            "a b"~                 → a number of words
            "a"~5                  → A distance needs
            "a b c d e f g h i j k"~5 → at most
            "a b c d e f g h i j"~5   →
            a -*                   → A star alone
            word~7                 → At most 2
            gov*~1                 → left out
            /[ab/                  → no regular expression
            /a(?=b)/               → means nothing
            "/[ab/ c"              → no regular expression
            date:2014-13           → a date or a range
            has:wings              → After “has:” one of
            in:furniture           → “in:furniture” a word
            in:furniture a b       → brackets
            10:30                  →
            http://example.org/a?b →
            Dear Sir: peace!       →
            peace - and - war      →
            who is he?             →
            "who is he?"           →
            in:furniture (a b)     →
            in:furniture a OR b    →
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

    /// Where a person looks for the mistake.
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(delimiter = '→', quoteCharacter = '\'', textBlock = """
            peace foo:bar x         → 7  → 11
            peace /a[b/             → 10 → 11
            peace year:soon         → 7  → 16
            peace has:wings         → 7  → 16
            peace (date:2014-13)    → 8  → 20
            ＋peace　foo:bar         → 8  → 12
            """)
    void pointsAtTheColumn(String typed, int column, int behind) {
        List<QueryNote> remarks = QueryParser.parse(typed).remarks();
        assertEquals(1, remarks.size(), remarks.toString());
        assertTrue(remarks.getFirst().error());
        assertEquals(column, remarks.getFirst().column());
        assertEquals(behind, remarks.getFirst().to() + 1);
        assertTrue(remarks.getFirst().located().endsWith("(column " + column + ")"));
    }

    @Test
    void columnsOfSidecarsAreFields() {
        Set<String> columns = Set.of("party", "ruling party", "政党");
        ParsedQuery parsed = QueryParser.parse("Party:SWAPO ruling_party:\"a b\" 政党：x nosuch:y", columns);
        assertEquals(
                new And(List.of(
                        new Custom("party", new Word("SWAPO")),
                        new Custom("ruling party", new Phrase("a b")),
                        new Custom("政党", new Word("x")),
                        new Word("nosuch:y"))),
                parsed.query());
        assertEquals(
                parsed.query(),
                QueryParser.parse(parsed.understoodAs(), columns).query());
        assertTrue(parsed.notes().getFirst().contains("ruling_party:"));
    }

    @Test
    void aChipIsTakenOutOrChanged() {
        ParsedQuery parsed = QueryParser.parse("  a (b OR c) -in:furniture d in:furniture e f ");
        assertEquals(
                List.of(
                        new Chip("a", "a", false, 2, 3),
                        new Chip("(b OR c)", "b OR c", false, 4, 12),
                        new Chip("NOT in:furniture d", "in:furniture d", true, 13, 28),
                        new Chip("in:furniture e", "in:furniture e", false, 29, 43),
                        new Chip("f", "f", false, 44, 45)),
                parsed.chips());
        assertEquals("a (b OR c) NOT in:furniture d f", parsed.without(3));
        assertEquals("a x NOT in:furniture d in:furniture e AND f", parsed.with(1, " x "));
        assertEquals("a (x OR y) NOT in:furniture d in:furniture e AND f", parsed.with(1, "x OR y"));
        assertEquals("", QueryParser.parse("a OR b").without(0));
        assertEquals("x OR y", QueryParser.parse("a OR b").with(0, "x OR y"));
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
        assertEquals(QueryTokens.MOST_TERMS, long_.parts().size());
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
            "~1",
            "~2 ",
            "\"~3",
            "\"~>3",
            ">",
            "=",
            "^",
            "/a.b/",
            "/[a/",
            "(a|b c)",
            "|c)",
            " * ",
            "sch*",
            "wom?n",
            "date:",
            "2014-03",
            "has:",
            "ocr",
            "in:",
            "party_x:",
            "＊",
            "～",
            "＋",
            "：",
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
        Set<String> columns = Set.of("party x");
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
            ParsedQuery parsed = QueryParser.parse(query, columns);
            ParsedQuery again = QueryParser.parse(parsed.understoodAs(), columns);
            assertEquals(parsed.query(), again.query(), where);
            assertEquals(parsed.understoodAs(), again.understoodAs(), where);
            assertEquals(
                    parsed.query(),
                    QueryParser.parse(String.join(" ", parsed.parts()), columns).query(),
                    where);
            assertPlaced(parsed, query, where);
            for (int chip = 0; chip < parsed.chips().size(); chip++) {
                List<Query> rest =
                        new ArrayList<>(parsed.query() instanceof And(List<Query> parts) ? parts : List.of());
                if (!rest.isEmpty()) {
                    rest.remove(chip);
                }
                ParsedQuery without = QueryParser.parse(parsed.without(chip), columns);
                Query left = rest.isEmpty() ? new AllDocuments() : rest.size() == 1 ? rest.getFirst() : new And(rest);
                assertEquals(left, without.query(), where + ", without " + chip);
                assertEquals(
                        parsed.query(),
                        QueryParser.parse(
                                        parsed.with(
                                                chip, parsed.chips().get(chip).text()),
                                        columns)
                                .query(),
                        where);
            }
        }
    }

    private static void assertPlaced(ParsedQuery parsed, String query, String where) {
        for (QueryNote remark : parsed.remarks()) {
            assertTrue(
                    0 <= remark.from() && remark.from() <= remark.to() && remark.to() <= query.length() + 1,
                    where + remark);
        }
        int end = 0;
        for (Chip chip : parsed.chips()) {
            assertTrue(end <= chip.from() && chip.from() <= chip.to() && chip.to() <= query.length(), where + chip);
            end = chip.from();
        }
    }
}
