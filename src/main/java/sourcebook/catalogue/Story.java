package sourcebook.catalogue;

import java.util.List;

/// Documents that carry the same text, as reprints, cut or edited copies.
///
/// @param id short, never given to another story
/// @param representative the earliest dated copy; where none has a date the first by id
/// @param copies at least two, by date, the undated last, the representative first
public record Story(String id, DocumentId representative, List<StoryCopy> copies) {
    public Story {
        copies = List.copyOf(copies);
    }
}
