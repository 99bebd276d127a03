package sourcebook.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Confidence;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.catalogue.PartialDate;

/// What a sidecar states about one document; null and empty lists stand for empty cells, which overrule
/// nothing.
///
/// @param line where the row begins in the sidecar, 1-based
/// @param countries codes as `Countries` has them
/// @param custom further columns by their header
public record SidecarRow(
        long line,
        @Nullable String title,
        List<String> creators,
        @Nullable PartialDate date,
        @Nullable String source,
        List<String> countries,
        List<String> publishedIn,
        @Nullable String language,
        @Nullable String url,
        Map<String, String> custom) {
    static final Set<String> COLUMNS =
            Set.of("path", "title", "creators", "date", "source", "country", "published_in", "language", "url");

    public SidecarRow {
        creators = List.copyOf(creators);
        countries = List.copyOf(countries);
        publishedIn = List.copyOf(publishedIn);
        custom = Map.copyOf(custom);
    }

    /// The inferred record with this row's values in place of its own.
    public DocumentRecord over(DocumentRecord inferred) {
        DocumentRecord record = inferred;
        record = title == null ? record : record.withTitle(stated(title));
        record = creators.isEmpty() ? record : record.withCreators(stated(creators));
        record = date == null ? record : record.withDate(stated(date));
        record = source == null ? record : record.withSource(stated(source));
        record = countries.isEmpty() ? record : record.withAbout(stated(countries));
        record = publishedIn.isEmpty() ? record : record.withPublishedIn(stated(publishedIn));
        record = language == null ? record : record.withLanguage(stated(language));
        record = url == null ? record : record.withUrl(stated(url));
        if (!custom.isEmpty()) {
            Map<String, Evidenced<String>> both = new LinkedHashMap<>(inferred.custom());
            custom.forEach((name, value) -> both.put(name, stated(value)));
            record = record.withCustom(both);
        }
        return record;
    }

    private static List<Evidenced<String>> stated(List<String> values) {
        return values.stream().map(SidecarRow::stated).toList();
    }

    private static <T> Evidenced<T> stated(T value) {
        return Evidenced.of(value, Sidecar.FILE_NAME, Confidence.HIGH);
    }
}
