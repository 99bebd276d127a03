package sourcebook.ingest;

import org.jspecify.annotations.Nullable;

/// How far work is that goes on behind, once a run's files are settled.
///
/// @param running whether there is something left to do and nobody stopped it
/// @param done documents finished since it began
/// @param total those and the ones still to do
/// @param current the document at work, null when none is
public record Upkeep(
        boolean running, long done, long total, @Nullable String current) {
    static final Upkeep IDLE = new Upkeep(false, 0, 0, null);
}
