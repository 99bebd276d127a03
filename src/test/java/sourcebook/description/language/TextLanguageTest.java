package sourcebook.description.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TextLanguageTest {
    private static Map<String, String> samples() throws IOException {
        Map<String, String> samples = new LinkedHashMap<>();
        try (InputStream stream = TextLanguageTest.class.getResourceAsStream("samples.tsv")) {
            assertNotNull(stream);
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    samples.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        }
        return samples;
    }

    private static String code(String text) {
        Guess guess = TextLanguage.of(text);
        return guess == null ? "none" : guess.code();
    }

    @Test
    void twoSentencesAreEnoughInEachLanguage() throws IOException {
        List<String> wrong = new ArrayList<>();
        samples().forEach((language, text) -> {
            if (!code(text).equals(language)) {
                wrong.add(language + " taken for " + code(text));
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    void oneSentenceIsMostlyEnough() throws IOException {
        List<String> wrong = new ArrayList<>();
        samples().forEach((language, text) -> {
            String first = text.split("(?<=[.。।۔])\\s*", 2)[0];
            if (!code(first).equals(language)) {
                wrong.add(language + " taken for " + code(first));
            }
        });
        assertTrue(wrong.size() <= samples().size() / 20, wrong.toString());
    }

    @Test
    void addressesAndCodeTellNothing() {
        assertNull(TextLanguage.of("https://www.example.org/the/of/and/to/in https://example.org/that-is-for-it"));
        assertNull(TextLanguage.of("1,204 3,991 0x7ffe 2014-05-01"));
        assertNull(TextLanguage.of(""));
    }

    @Test
    void foreignNamesDoNotHideTheScript() {
        assertEquals("zh", code("中国与 Nyerere Leadership School 的交流项目今年开始"));
        assertEquals("ja", code("カタログ Windows Server の更新について"));
    }
}
