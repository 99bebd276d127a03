package sourcebook.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.Ledger;

/// The files of the ledger, each held against those that a walk comes by. A folder that did not change is walked in the
/// order in which its files were once received, so the file behind the last one is looked at first, and nothing is
/// hashed; only when another is met are all of them put into a map. Used by one thread.
final class KnownFiles {
    private static final int FIRST_ROOM = 1_024;

    private final List<String> paths = new ArrayList<>();
    private long[] sizes = new long[FIRST_ROOM];
    private long[] modified = new long[FIRST_ROOM];
    private final BitSet unfinished = new BitSet();
    private final BitSet sighted = new BitSet();
    private @Nullable Map<String, Integer> places;
    private int next;

    /// Reads all files of the ledger that are not removed.
    KnownFiles(Ledger ledger) {
        ledger.eachFile((path, size, time, finished) -> {
            int place = paths.size();
            if (place == sizes.length) {
                sizes = Arrays.copyOf(sizes, 2 * place);
                modified = Arrays.copyOf(modified, 2 * place);
            }
            paths.add(path);
            sizes[place] = size;
            modified[place] = time;
            unfinished.set(place, !finished);
        });
    }

    /// The place of a file among them, -1 when it is none of them.
    int place(String path) {
        if (next < paths.size() && paths.get(next).equals(path)) {
            return next++;
        }
        if (places == null) {
            places = HashMap.newHashMap(paths.size());
            for (int i = 0; i < paths.size(); i++) {
                places.put(paths.get(i), i);
            }
        }
        Integer place = places.get(path);
        if (place == null) {
            return -1;
        }
        next = place + 1;
        return place;
    }

    /// Notes that the walk came by a file.
    ///
    /// @return whether it did so for the first time
    boolean sight(int place) {
        boolean first = !sighted.get(place);
        sighted.set(place);
        return first;
    }

    /// Whether a file was read to its end when it had this size, in bytes, and this time, in milliseconds since 1970.
    boolean isUnchanged(int place, long size, long time) {
        return sizes[place] == size && modified[place] == time && !unfinished.get(place);
    }

    /// Passes the paths of those that the walk did not come by.
    void forEachUnsighted(Consumer<String> consumer) {
        for (int place = sighted.nextClearBit(0); place < paths.size(); place = sighted.nextClearBit(place + 1)) {
            consumer.accept(paths.get(place));
        }
    }
}
