package sourcebook.citation;

import de.undercouch.citeproc.csl.CSLDate;
import de.undercouch.citeproc.csl.CSLDateBuilder;
import de.undercouch.citeproc.csl.CSLItemDataBuilder;
import de.undercouch.citeproc.csl.CSLName;
import de.undercouch.citeproc.csl.CSLNameBuilder;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.MapJsonBuilderFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.PartialDate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// References as the items of the Citation Style Language, version 1.0.2.
final class CslItems {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CslItems() {}

    /// CSL-JSON: an array of items, with quotes, pages and notes in `note`.
    static String write(List<Reference> references) {
        return JSON.writeValueAsString(references.stream()
                        .map(reference -> item(reference, reference.kind().csl())
                                .note(emptyToNull(String.join("\n", reference.notes())))
                                .build()
                                .toJson(new MapJsonBuilderFactory().createJsonBuilder()))
                        .toList())
                + "\n";
    }

    /// An item to be formatted. Letters and messages count as documents here: styles leave private communications out
    /// of the bibliography since a reader cannot see them, and those in an archive can be seen.
    static CSLItemDataBuilder forFormatting(Reference reference) {
        CSLType type = reference.kind().csl();
        return item(reference, type == CSLType.PERSONAL_COMMUNICATION ? CSLType.DOCUMENT : type);
    }

    private static CSLItemDataBuilder item(Reference reference, CSLType type) {
        CSLItemDataBuilder item =
                new CSLItemDataBuilder().id(reference.key()).type(type).title(reference.title());
        List<CreatorName> creators = reference.creators();
        if (!creators.isEmpty()) {
            item.author(creators.stream().map(CslItems::name).toArray(CSLName[]::new));
        }
        String source = PlainText.line(reference.work().source());
        if (!source.isEmpty()) {
            if (reference.kind().insideSource()) {
                item.containerTitle(source);
            } else {
                item.publisher(source);
            }
        }
        String genre = reference.kind().genre();
        if (genre != null) {
            item.genre(genre);
        }
        PartialDate date = reference.work().date();
        if (date != null) {
            item.issued(date(date));
        }
        if (!reference.url().isEmpty()) {
            item.URL(reference.url());
        }
        String language = PlainText.line(reference.work().language());
        if (!language.isEmpty()) {
            item.language(language);
        }
        return item;
    }

    private static CSLName name(CreatorName name) {
        if (name.literal()) {
            return new CSLNameBuilder().literal(name.family()).build();
        }
        CSLNameBuilder parts = new CSLNameBuilder().family(name.family()).given(name.given());
        if (!name.particle().isEmpty()) {
            parts.nonDroppingParticle(name.particle());
        }
        if (!name.suffix().isEmpty()) {
            parts.suffix(name.suffix());
        }
        return parts.build();
    }

    private static CSLDate date(PartialDate date) {
        if (date.month() == null) {
            return new CSLDateBuilder().dateParts(date.year()).build();
        }
        return date.day() == null
                ? new CSLDateBuilder().dateParts(date.year(), date.month()).build()
                : new CSLDateBuilder()
                        .dateParts(date.year(), date.month(), date.day())
                        .build();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
