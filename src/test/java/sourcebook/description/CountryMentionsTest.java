package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.Mention;

final class CountryMentionsTest {
    private static final Pattern MARKED = Pattern.compile("\\[([A-Z]{2,4}):([^\\]]+)\\]");
    private final CountryMentions countries = new CountryMentions();

    /// Sentences in which the mentions are marked: `[FR:Élysée]`. A mention that is found must be marked, and one that
    /// is marked must be found there.
    @TestFactory
    Stream<DynamicTest> namesAreFoundWhereTheyStandInManyLanguages() {
        return Stream.of("en", "fr", "es", "de", "ru", "ar", "zh", "pt", "it", "tr", "ja", "ko")
                .flatMap(language -> lines(language).stream()
                        .map(line -> DynamicTest.dynamicTest(language + ": " + line, () -> found(language, line))));
    }

    private void found(String language, String marked) {
        StringBuilder plain = new StringBuilder();
        List<Mention> expected = new ArrayList<>();
        Matcher match = MARKED.matcher(marked);
        int at = 0;
        while (match.find()) {
            plain.append(marked, at, match.start());
            int start = plain.length();
            plain.append(match.group(2));
            expected.add(new Mention(match.group(1), start, plain.length()));
            at = match.end();
        }
        plain.append(marked.substring(at));
        String text = plain.toString();
        List<Mention> mentions =
                countries.find(DocumentText.of(text), "", language, null).mentions();
        assertEquals(words(expected, text), words(mentions, text));
        assertEquals(expected, mentions);
    }

    private static List<String> words(List<Mention> mentions, String text) {
        return mentions.stream()
                .map(mention -> mention.country() + ":" + text.substring(mention.start(), mention.end()))
                .toList();
    }

    private static List<String> lines(String language) {
        InputStream stream = Objects.requireNonNull(
                CountryMentionsTest.class.getResourceAsStream("mentions/" + language + ".txt"), language);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void mentionsAreExactlyThoseThatTheEvidenceCounts() {
        Description described = new Describer()
                .describe(Documents.page(Documents.article(
                        "",
                        "<p>NAIROBI, Kenya, March 12 (Reuters) - Kenya and Tanzania met in Arusha. Kenyan lorries waited."
                                + " A ship came from Norway, from Bergen.</p>")));
        Map<String, Integer> counts = new HashMap<>();
        String text = described.text().text();
        int last = 0;
        for (Mention mention : described.mentions()) {
            counts.merge(mention.country(), 1, Integer::sum);
            assertTrue(mention.start() >= last, "ascending, none over another");
            last = mention.end();
            assertTrue(
                    Character.isUpperCase(text.charAt(mention.start())),
                    words(described.mentions(), text).toString());
        }
        for (Evidenced<String> about : described.record().about()) {
            String evidence = about.evidence().text();
            int stated = Integer.parseInt(evidence.substring(0, evidence.indexOf(' ')));
            assertEquals(stated, counts.remove(about.value()), evidence);
        }
        assertEquals(Map.of(), counts, "only countries it is about have mentions");
    }

    @Test
    void aRegionInTheDatelineIsAMention() {
        String text = "Grain is dear\n\nPEORIA, Ill., March 3 - Grain was dear this week, farmers said.\n";
        CountryMentions.Found found = countries.find(DocumentText.of(text), "Grain is dear", "en", null);
        assertEquals(List.of("US:PEORIA", "US:Ill."), words(found.mentions(), text));
        assertTrue(found.countries().getFirst().evidence().text().contains("in the dateline"));
    }

    @Test
    void pagesOfOtherLanguagesAreReadInTheirs() {
        String first = "The board met on Tuesday.\n";
        String second = "Die Delegation aus Frankreich traf polnische Bäcker.";
        DocumentText text = new DocumentText(first + second, 0, List.of(0, first.length()), "", List.of("en", "de"));
        assertEquals(
                List.of("FR:Frankreich", "PL:polnische"),
                words(countries.find(text, "", "en", null).mentions(), text.text()));
    }

    @Test
    void citiesBelongToTheStateOfTheirTime() {
        String text = "The delegation flew to Moscow and on to Prague; the tractors stayed in Moscow.";
        assertEquals(List.of("SUHH", "CSHH"), codes(text, 1961));
        assertEquals(List.of("RU", "CZ"), codes(text, 2004));
        assertEquals(List.of("RU", "CZ"), codes(text, null));
        assertEquals(
                List.of("SUHH"),
                codes("The Soviet Union sold tractors. The USSR sold ships. In Moscow the ledgers are kept.", null));
        assertEquals(List.of("YDYE"), codes("The ship lay at Aden, and Aden was hot.", 1975));
        assertEquals(List.of("ANHH"), codes("Salt was cut in the Netherlands Antilles.", null));
    }

    private List<String> codes(String text, Integer year) {
        return countries.find(DocumentText.of(text), "", "en", year).countries().stream()
                .map(Evidenced::value)
                .toList();
    }

    @Test
    void codesInListsAreNoMentions() {
        String list = "192.0.2.0/24 US Fjord Networks\n198.51.100.0\t198.51.100.255\tUS\tExample\nUS\nUS, GB, DE\n";
        assertEquals(List.of("KE"), codes("Kenya counted its networks. " + list.repeat(5) + "Kenya was done.", null));
        assertEquals(List.of("US"), codes("The US said so, and the US traders agreed.", null));
        assertEquals(List.of(), codes("RSA keys were stolen, and RSA Security, the company, said so. RSA knew.", null));
        assertEquals(List.of("ZA"), codes("The RSA and its capital Pretoria waited. The RSA waited.", null));
    }

    @Test
    void aLongTextIsReadToItsEnd() {
        String filler = "The ledger was kept by hand and nobody read it twice. ".repeat(20_000);
        String text = filler + "Kenya grew. Kenya traded.";
        List<Mention> mentions =
                countries.find(DocumentText.of(text), "", "en", null).mentions();
        assertEquals(2, mentions.size());
        assertEquals(
                "Kenya",
                text.substring(mentions.getLast().start(), mentions.getLast().end()));
    }
}
