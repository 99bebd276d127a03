package sourcebook.search.lucene.language;

import org.jspecify.annotations.Nullable;

/// A word of a run of characters without blanks.
///
/// @param start offset in the run, in UTF-16 units
/// @param end offset behind it
/// @param base its dictionary form if it is inflected, else null
/// @param meaning false for a word that carries grammar alone
public record Segment(int start, int end, @Nullable String base, boolean meaning) {}
