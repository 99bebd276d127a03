package sourcebook.description;

import java.util.List;
import sourcebook.catalogue.Blocks;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.catalogue.Mention;

/// What a describer makes of a document: its record, and its text parted into body and furniture.
///
/// @param mentions where the text names the countries that the record says it is about, ascending
/// @param blocks of a saved web page, by which later pages of the same site are told from their furniture
/// @param warnings sentences about what could not be looked at, for the person who reads the record
public record Description(
        DocumentRecord record, DocumentText text, List<Mention> mentions, Blocks blocks, List<String> warnings) {
    public Description {
        mentions = List.copyOf(mentions);
        warnings = List.copyOf(warnings);
    }
}
