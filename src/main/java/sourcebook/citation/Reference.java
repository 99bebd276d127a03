package sourcebook.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sourcebook.catalogue.DocumentId;

/// One entry of an export: a work, once, with all that was cited of it. Where citations of a document carry different
/// data, the newest counts: it was saved after the record had been put right.
///
/// @param key unique in the export, of the letters that every format allows
/// @param citations in the order they were given; none for a work that is exported by itself
record Reference(String key, CitedWork work, List<Citation> citations) {

    /// The works of `citations`, in the order of their first one.
    static List<Reference> of(List<Citation> citations) {
        Map<DocumentId, List<Citation>> byDocument = new LinkedHashMap<>();
        for (Citation citation : citations) {
            byDocument
                    .computeIfAbsent(citation.document(), id -> new ArrayList<>())
                    .add(citation);
        }
        Set<String> taken = new HashSet<>();
        List<Reference> references = new ArrayList<>();
        for (List<Citation> ofOne : byDocument.values()) {
            CitedWork work = Collections.max(
                            ofOne, Comparator.comparing(Citation::created).thenComparingLong(Citation::id))
                    .work();
            references.add(new Reference(CitationKey.unique(work, taken), work, List.copyOf(ofOne)));
        }
        return references;
    }

    WorkKind kind() {
        return WorkKind.of(work);
    }

    List<CreatorName> creators() {
        return work.creators().stream()
                .map(CreatorName::of)
                .filter(name -> !name.family().isEmpty())
                .toList();
    }

    String title() {
        String title = PlainText.line(work.displayTitle());
        return title.isEmpty() ? "Untitled" : title;
    }

    /// The address, if it is one that a browser may follow; anything else has no place in a reference.
    String url() {
        String url = PlainText.line(work.url());
        return url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8) ? url : "";
    }

    /// The pages of all passages, each once.
    List<String> pages() {
        return citations.stream()
                .flatMap(citation -> Stream.ofNullable(citation.locator()))
                .distinct()
                .toList();
    }

    /// What was quoted and noted, one line each: `p. 12: “quote”`, then the lines of the note.
    List<String> notes() {
        List<String> lines = new ArrayList<>();
        for (Citation citation : citations) {
            Passage passage = citation.passage();
            if (passage != null) {
                String pages = citation.pagesInWords();
                lines.add((pages == null ? "" : pages + ": ") + "“" + PlainText.line(passage.quote()) + "”");
            }
            lines.addAll(PlainText.lines(citation.note()));
        }
        return lines;
    }
}
