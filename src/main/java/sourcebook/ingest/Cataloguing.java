package sourcebook.ingest;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Location;
import sourcebook.catalogue.NewDocument;
import sourcebook.catalogue.Redescribed;
import sourcebook.catalogue.Settlement;
import sourcebook.catalogue.StoryJudge;
import sourcebook.description.Description;
import sourcebook.description.story.StoryComparer;
import sourcebook.extraction.ExtractedDocument;

/// From what extraction gave to what the catalogue saves. Thread-safe.
final class Cataloguing {
    private static final Logger LOG = LoggerFactory.getLogger(Cataloguing.class);

    private final Catalogue catalogue;
    private final Sidecars sidecars;
    private final Rules rules;
    private final StoryJudge storyJudge = new StoryComparer();

    Cataloguing(Catalogue catalogue, Sidecars sidecars, Rules rules) {
        this.catalogue = catalogue;
        this.sidecars = sidecars;
        this.rules = rules;
    }

    /// A description with what it came from.
    ///
    /// @param repeated those of the blocks that were known to be repeated on the page's site
    private record Made(Description description, Set<Long> repeated, int rules) {}

    /// What becomes of a file that was read.
    ///
    /// @param known whether the catalogue has the document, as these rules describe it
    Settlement settlement(Job job, DocumentId id, boolean known, ExtractedDocument document) {
        if (known) {
            return new Settlement.Known(job.ledgerId(), id);
        }
        if (Reading.isBox(document)) {
            String reason = "a container; its " + document.parts().size()
                    + (document.parts().size() == 1 ? " part is" : " parts are") + " listed by themselves";
            String warnings = String.join("; ", document.warnings());
            return new Settlement.Skipped(job.ledgerId(), warnings.isEmpty() ? reason : reason + "; " + warnings);
        }
        try {
            return new Settlement.Saved(job.ledgerId(), document(id, job.found().size(), job.location(), document));
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.warn("{} could not be described", job.location(), broken);
            return new Settlement.Failed(job.ledgerId(), id, "it could not be described: " + broken);
        }
    }

    /// A document to be saved.
    ///
    /// @param size of the original, in bytes
    NewDocument document(DocumentId id, long size, Location location, ExtractedDocument document) {
        Made made = describe(location, document);
        Description description = made.description();
        return new NewDocument(
                id,
                document.mediaType(),
                size,
                description.record(),
                sidecars.over(description.record(), location),
                description.text(),
                Reading.withoutText(document, description.text()),
                document.textFromOcr(),
                Reading.warnings(document, description),
                description.mentions(),
                description.blocks(),
                storyJudge.sketch(description.text()),
                KeptExtraction.pack(document, description.text()),
                made.rules(),
                made.repeated(),
                !document.needOcr().isEmpty());
    }

    /// A document of the catalogue, described again.
    ///
    /// @param locations where it lies, the one that counts first
    Redescribed again(DocumentId id, List<Location> locations, ExtractedDocument document) {
        Location first = locations.isEmpty() ? Location.of(id.shortForm()) : locations.getFirst();
        Made made = describe(first, document);
        Description description = made.description();
        DocumentRecord inferred = description.record();
        return new Redescribed(
                id,
                inferred,
                sidecars.over(inferred, locations),
                description.text(),
                description.mentions(),
                description.blocks(),
                storyJudge.sketch(description.text()),
                KeptExtraction.pack(document, description.text()),
                made.rules(),
                made.repeated());
    }

    /// Which site a page is of is only known while it is described: then what its site repeats is asked for.
    private Made describe(Location location, ExtractedDocument document) {
        Rules.Current current = rules.current();
        AtomicReference<Set<Long>> repeated = new AtomicReference<>(Set.of());
        Description description = Reading.describe(current.describer(), location, document, blocks -> {
            repeated.setPlain(repeated(blocks));
            return repeated.getPlain();
        });
        return new Made(description, repeated.getPlain(), current.number());
    }

    private Set<Long> repeated(Blocks blocks) {
        return blocks.hashes().isEmpty()
                ? Set.of()
                : catalogue.repeatedBlocks(blocks.site()).stream()
                        .filter(blocks.hashes()::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
