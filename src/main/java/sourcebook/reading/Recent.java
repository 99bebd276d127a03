package sourcebook.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Maps that remember what was used last.
final class Recent {
    private Recent() {}

    /// A thread-safe map of so many entries; one more pushes out what was used least recently.
    static <K, V> Map<K, V> most(int entries) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > entries;
            }
        });
    }
}
