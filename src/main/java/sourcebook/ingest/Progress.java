package sourcebook.ingest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a running ingest is.
///
/// @param running whether there is work at all
/// @param done files and parts finished in this run
/// @param total files and parts received in this run so far; it may still grow
/// @param perSecond finished a second, over the last half minute
/// @param left expected time for the rest, null while that cannot be said
/// @param current locations being read at this moment
public record Progress(
        boolean running,
        long done,
        long total,
        double perSecond,
        @Nullable Duration left,
        List<String> current) {
    static final Progress IDLE = new Progress(false, 0, 0, 0, null, List.of());
}
