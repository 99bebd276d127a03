package sourcebook.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.Outcome;
import sourcebook.catalogue.RecordField;
import sourcebook.catalogue.Weakness;
import sourcebook.search.Facet;
import sourcebook.search.Sort;
import sourcebook.search.YearRange;

class NavigationTest {
    private static final List<String> WORDS = List.of(
            "“party school”", "a&b=c", "50 %", "x+y", "#1", "党校", "l'été", "<script>", "country:tz", "a/b?c", "🙂");

    @Test
    void anyPlaceIsItsAddressAndBack() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            SearchPlace search = search(random);
            assertEquals(search, SearchPlace.of(parameters(search.address())), "seed " + seed);
            DocumentPlace document = new DocumentPlace(
                    "0123456789ab",
                    search,
                    random.nextBoolean() ? null : 1 + random.nextInt(900),
                    random.nextBoolean() ? null : 1 + random.nextInt(900),
                    random.nextBoolean() ? null : random.nextInt(9000),
                    random.nextBoolean() ? null : "TZ",
                    random.nextBoolean(),
                    random.nextBoolean() ? null : "\"govern* experience\"");
            assertEquals(document, DocumentPlace.of(document.id(), parameters(document.address())), "seed " + seed);
            LedgerPlace ledger = new LedgerPlace(
                    random.nextBoolean() ? null : Outcome.values()[random.nextInt(Outcome.values().length)],
                    words(random),
                    1 + random.nextInt(5));
            assertEquals(ledger, LedgerPlace.of(parameters(ledger.address())), "seed " + seed);
            WeakPlace weak = new WeakPlace(
                    RecordField.values()[random.nextInt(RecordField.values().length)],
                    Weakness.values()[random.nextInt(Weakness.values().length)],
                    1 + random.nextInt(5));
            assertEquals(weak, WeakPlace.of(parameters(weak.address())), "seed " + seed);
        }
    }

    @Test
    void nonsenseInAnAddressIsLeftOut() {
        SearchPlace place = SearchPlace.of(
                parameters("?q=a&years=2017-2012&sort=upward&page=-3&colour=red&country=TZ&years=9&like=me&map=moon"));
        assertEquals("a", place.query());
        assertNull(place.years());
        assertNull(place.sort());
        assertEquals(1, place.page());
        assertEquals(Map.of(Facet.COUNTRY, Set.of("TZ")), place.refinements());
    }

    @Test
    void choosingTwiceIsNotChoosing() {
        SearchPlace once = SearchPlace.START.toggled(Facet.COUNTRY, "TZ").toggled(Facet.COUNTRY, "ZA");
        assertEquals("?country=TZ&country=ZA", once.address());
        assertEquals(SearchPlace.START, once.toggled(Facet.COUNTRY, "TZ").toggled(Facet.COUNTRY, "ZA"));
    }

    @Test
    void whateverNarrowsBeginsAtTheFirstPage() {
        SearchPlace third = SearchPlace.START.withQuery("a").withPage(3);
        assertEquals(1, third.toggled(Facet.TYPE, "report").page());
        assertEquals(1, third.withYears(new YearRange(2000, 2001)).page());
        assertEquals(1, third.withSort(Sort.OLDEST).page());
        assertEquals(1, third.withQuery("b").page());
    }

    @Test
    void withoutAQueryTheNewestComeFirst() {
        assertEquals(Sort.NEWEST, SearchPlace.START.order());
        assertEquals(Sort.RELEVANCE, SearchPlace.START.withQuery("a").order());
        assertEquals(Sort.OLDEST, SearchPlace.START.withSort(Sort.OLDEST).order());
    }

    private static SearchPlace search(Random random) {
        Map<Facet, Set<String>> refinements = new TreeMap<>();
        List<Facet> facets = new ArrayList<>(Facet.BUILT_IN);
        facets.add(Facet.custom("q")); // a column may be called as a parameter is
        facets.add(Facet.custom("political party"));
        for (Facet facet : facets) {
            Set<String> values = new HashSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                values.add(WORDS.get(random.nextInt(WORDS.size())));
            }
            refinements.put(facet, values);
        }
        int year = 1900 + random.nextInt(120);
        return new SearchPlace(
                words(random),
                refinements,
                random.nextBoolean() ? null : new YearRange(year, year + random.nextInt(9)),
                random.nextBoolean() ? null : Sort.values()[random.nextInt(Sort.values().length)],
                1 + random.nextInt(40),
                random.nextBoolean(),
                switch (random.nextInt(3)) {
                    case 0 -> null;
                    case 1 -> LikeThis.document("0123456789ab");
                    default -> new LikeThis("0123456789ab", random.nextInt(100), 100 + random.nextInt(100));
                },
                random.nextBoolean() ? null : random.nextBoolean() ? Facet.COUNTRY : Facet.PUBLISHED_IN,
                random.nextBoolean() ? null : "?q=a%26b&country=TZ");
    }

    private static String words(Random random) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            words.append(words.isEmpty() ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return words.toString();
    }

    private static QueryParameters parameters(String address) {
        return new Location(address).getQueryParameters();
    }
}
