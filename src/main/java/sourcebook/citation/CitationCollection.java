package sourcebook.citation;

import java.time.Instant;

/// A named list of citations, such as those for one article.
///
/// @param size citations in it that are not deleted
public record CitationCollection(long id, String name, Instant created, int size) {}
