package sourcebook.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.ris.RISLibrary;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.Value;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.PartialDate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Exports of random, hostile citations, read back by other people's parsers. The seed is in every failure; set
/// `sourcebook.seed` to see one again.
class ExportRoundTripTest {
    private static final int ROUNDS = 60;

    private final long seed = Long.getLong("sourcebook.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final CitationExport export = new CitationExport();

    private List<Citation> some() {
        List<Citation> citations = new ArrayList<>();
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            citations.add(Samples.hostile(random, i));
        }
        return citations;
    }

    private String told(String what) {
        return "seed " + seed + ": " + what;
    }

    private static String withoutCommas(String text) {
        return text.replaceAll("[\\s,]+", " ").strip();
    }

    @Test
    void bibTexComesBack() throws ParseException, ObjectResolutionException {
        for (int round = 0; round < ROUNDS; round++) {
            List<Reference> references = Reference.of(some());
            String text = BibTexWriter.write(references);
            BibTeXDatabase read = new BibTeXParser().parse(new StringReader(text));

            Map<Key, BibTeXEntry> entries = read.getEntries();
            assertEquals(
                    references.stream().map(Reference::key).toList(),
                    entries.keySet().stream().map(Key::getValue).toList(),
                    told(text));
            for (Reference reference : references) {
                BibTeXEntry entry = entries.get(new Key(reference.key()));
                assertEquals(reference.title(), field(entry, "title"), told(text));
                assertEquals(
                        reference.creators().stream()
                                .map(ExportRoundTripTest::bibTexName)
                                .collect(Collectors.joining(" and ")),
                        field(entry, "author"),
                        told(text));
                assertEquals(
                        PlainText.line(reference.work().source()),
                        field(entry, reference.kind().bibTexSource()),
                        told(text));
                // this parser drops commas at the start of a line within a value
                assertEquals(
                        withoutCommas(String.join("\n", reference.notes())),
                        withoutCommas(field(entry, "note")),
                        told(text));
                assertEquals(
                        reference.work().date() == null
                                ? ""
                                : String.valueOf(reference.work().date().year()),
                        field(entry, "year"),
                        told(text));
                assertFalse(field(entry, "url").contains("javascript"), told(text));
            }
            assertBalanced(text);
        }
    }

    private static String bibTexName(CreatorName name) {
        if (name.literal()) {
            return name.family();
        }
        String last = (name.particle() + " " + name.family()).strip();
        return last + (name.suffix().isEmpty() ? "" : ", " + name.suffix()) + ", " + name.given();
    }

    /// BibTeX itself counts every brace, escaped or not.
    private void assertBalanced(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            assertTrue(depth >= 0, told(text));
        }
        assertEquals(0, depth, told(text));
    }

    /// A value with its LaTeX undone.
    private static String field(BibTeXEntry entry, String name) {
        Value value = entry.getField(new Key(name));
        if (value == null) {
            return "";
        }
        String text = value.toUserString();
        Map<String, String> commands = Map.of(
                "\\textbackslash{}",
                "\\",
                "\\textbraceleft{}",
                "\u0001",
                "\\textbraceright{}",
                "\u0002",
                "\\textasciitilde{}",
                "~",
                "\\textasciicircum{}",
                "^",
                "\\textquotedbl{}",
                "\"");
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            int at = i;
            var command = commands.entrySet().stream()
                    .filter(one -> text.startsWith(one.getKey(), at))
                    .findFirst();
            char c = text.charAt(i);
            if (command.isPresent()) {
                plain.append(command.get().getValue());
                i += command.get().getKey().length() - 1;
            } else if (c == '\\' && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else if (c != '{' && c != '}') {
                plain.append(c);
            }
        }
        return plain.toString()
                .replace('\u0001', '{')
                .replace('\u0002', '}')
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Test
    void risComesBack() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<Reference> references = Reference.of(some());
            String text = RisWriter.write(references);

            assertFalse(text.replace("\r\n", "").contains("\n"), told(text));
            for (String line : text.split("\r\n", -1)) {
                assertTrue(line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"), told(line));
            }
            // the parser knows fewer types than the specification
            RISLibrary read = new RISParser().parse(new StringReader(text.replaceAll("TY  - \\w+", "TY  - GEN")));
            assertEquals(references.size(), read.getReferences().size(), told(text));
            for (int i = 0; i < references.size(); i++) {
                RISReference entry = read.getReferences().get(i);
                Reference reference = references.get(i);
                assertEquals(reference.title(), entry.getTitle(), told(text));
                assertEquals(
                        reference.creators().stream().map(CreatorName::inverted).toList(),
                        entry.getAuthors() == null ? List.of() : List.of(entry.getAuthors()),
                        told(text));
                assertEquals(
                        reference.notes(),
                        entry.getNotes() == null ? List.of() : List.of(entry.getNotes()),
                        told(text));
                PartialDate date = reference.work().date();
                assertEquals(date == null ? null : String.valueOf(date.year()), entry.getYear(), told(text));
                assertEquals(
                        date == null || date.month() == null
                                ? null
                                : date.toString().replace('-', '/') + (date.day() == null ? "//" : "/"),
                        entry.getDate(),
                        told(text));
            }
        }
    }

    @Test
    void cslJsonComesBack() {
        JsonMapper json = JsonMapper.shared();
        for (int round = 0; round < ROUNDS; round++) {
            List<Reference> references = Reference.of(some());
            String text = CslItems.write(references);

            List<Map<String, Object>> read = json.readValue(text, new TypeReference<>() {});
            assertEquals(references.size(), read.size(), told(text));
            for (int i = 0; i < references.size(); i++) {
                CSLItemData item = CSLItemData.fromJson(read.get(i));
                Reference reference = references.get(i);
                assertEquals(reference.key(), item.getId(), told(text));
                assertEquals(reference.title(), item.getTitle(), told(text));
                assertEquals(String.join("\n", reference.notes()), item.getNote() == null ? "" : item.getNote());
                assertEquals(
                        reference.creators().size(),
                        item.getAuthor() == null ? 0 : item.getAuthor().length,
                        told(text));
                if (reference.work().date() == null) {
                    assertEquals(null, item.getIssued(), told(text));
                } else {
                    assertEquals(
                            reference.work().date().toString().split("-").length,
                            item.getIssued().getDateParts()[0].length,
                            told(text));
                }
            }
        }
    }

    @Test
    void styledTextHoldsEveryWorkAndHtmlHoldsNoForeignElement() {
        Set<String> own = Set.of("html", "head", "body", "div", "span", "sup", "sub", "i", "b");
        for (int round = 0; round < ROUNDS / 10; round++) {
            List<Citation> citations = some();
            for (ExportFormat format : List.of(ExportFormat.CHICAGO, ExportFormat.APA, ExportFormat.MLA)) {
                List<Reference> references = Reference.of(citations);
                StyledReferences styled = new StyledReferences(references, CitationStyle.of(format), false);
                List<String> entries = styled.bibliography();
                assertEquals(references.size(), entries.size(), told(format + " " + citations));
                entries.forEach(entry -> assertFalse(entry.isBlank(), told(format + " " + citations)));
                for (Citation citation : citations) {
                    assertFalse(export.inText(citation, format).isBlank(), told(citation.toString()));
                    Document html = Jsoup.parse(export.formatted(citation, format, true));
                    for (Element element : html.getAllElements()) {
                        assertTrue(
                                element.tagName().equals("#root") || own.contains(element.tagName()),
                                told(element.tagName() + " in " + html));
                    }
                }
            }
        }
    }

    @Test
    void everyExportIsValidUtf8AndItsKeysAreUnique() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Citation> citations = some();
            Set<String> keys = new HashSet<>();
            for (Reference reference : Reference.of(citations)) {
                assertTrue(reference.key().matches("[a-z0-9-]+"), told(reference.key()));
                assertTrue(keys.add(reference.key().toLowerCase(Locale.ROOT)), told(reference.key()));
            }
            for (ExportFormat format : List.of(ExportFormat.BIBTEX, ExportFormat.RIS, ExportFormat.CSL_JSON)) {
                String text = export.export(citations, format);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertEquals(text, new String(bytes, StandardCharsets.UTF_8), told(format.key()));
            }
        }
    }
}
