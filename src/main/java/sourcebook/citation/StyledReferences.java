package sourcebook.citation;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLLabel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// References in a citation style, in American English as all three styles prescribe.
///
/// citeproc-java does not tell apart works whose in-text citations are equal. This does, within one export: by a letter
/// behind the year (2020a, 2020b), or by title, as the style has it. What is not done: adding given names, and more
/// names than the style's shortest form.
///
/// Not thread-safe: made for one export.
final class StyledReferences {
    private static final String LANGUAGE = "en-US";

    private final CitationStyle style;
    private final boolean html;
    private final Map<String, CSLItemData> items = new LinkedHashMap<>();
    private final CSL processor;

    StyledReferences(List<Reference> references, CitationStyle style, boolean html) {
        this.style = style;
        this.html = html;
        for (Reference reference : references) {
            items.put(reference.key(), CslItems.forFormatting(reference).build());
        }
        if (items.size() > 1) {
            tellApart();
        }
        this.processor = processor(html);
    }

    /// The bibliography, sorted as the style wants, one entry each.
    List<String> bibliography() {
        processor.registerCitationItems(items.keySet().toArray(String[]::new));
        List<String> entries = new ArrayList<>();
        for (String entry : processor.makeBibliography().getEntries()) {
            entries.add(entry.strip());
        }
        return entries;
    }

    /// What stands behind a quote from this work: `(Kimani 2014, 12–14)`.
    String inText(String key, @Nullable String locator) {
        return inText(processor, key, locator);
    }

    private static String inText(CSL processor, String key, @Nullable String locator) {
        CSLCitationItemBuilder item = new CSLCitationItemBuilder(key);
        if (locator != null) {
            item.locator(locator).label(CSLLabel.PAGE);
        }
        return processor.makeCitation(new CSLCitation(item.build())).getFirst().getText();
    }

    private void tellApart() {
        CSL plain = processor(false);
        plain.registerCitationItems(items.keySet().toArray(String[]::new));
        Map<String, List<String>> alike = items.keySet().stream()
                .collect(Collectors.groupingBy(
                        key -> inText(plain, key, null), LinkedHashMap::new, Collectors.toList()));
        for (List<String> keys : alike.values()) {
            if (keys.size() > 1) {
                mark(keys);
            }
        }
    }

    private void mark(List<String> keys) {
        if (!style.byYear()) {
            keys.forEach(key -> items.computeIfPresent(
                    key,
                    (same, item) ->
                            new CSLItemDataBuilder(item).citationLabel(key).build()));
            return;
        }
        // letters follow the order of the bibliography, which these styles sort by title where names and year agree
        List<CSLItemData> sorted = items.values().stream()
                .filter(item -> keys.contains(item.getId()))
                .sorted(Comparator.comparing(CSLItemData::getTitle, String.CASE_INSENSITIVE_ORDER))
                .toList();
        for (int i = 0; i < sorted.size(); i++) {
            CSLItemData item = sorted.get(i);
            items.put(
                    item.getId(),
                    new CSLItemDataBuilder(item).yearSuffix(letters(i)).build());
        }
    }

    /// a … z, aa, ab …
    private static String letters(int index) {
        String last = String.valueOf((char) ('a' + index % 26));
        return index < 26 ? last : letters(index / 26 - 1) + last;
    }

    private CSL processor(boolean asHtml) {
        try {
            CSL made = new CSL(new ListItemDataProvider(List.copyOf(items.values())), style.text(), LANGUAGE);
            made.setOutputFormat(asHtml ? "html" : "text");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return items.size() + " references in " + style + (html ? " as HTML" : "");
    }
}
