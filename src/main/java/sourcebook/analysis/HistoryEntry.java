package sourcebook.analysis;

import java.time.Instant;

/// A search that a person made.
///
/// @param address of the page that shows it, relative to the application's root
/// @param total what it found then
public record HistoryEntry(long id, String address, String query, long total, Instant made) {}
