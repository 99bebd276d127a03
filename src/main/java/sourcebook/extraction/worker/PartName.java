package sourcebook.extraction.worker;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names of a container's parts, made safe and unique. They are labels: no file is ever created under them.
final class PartName {
    private static final int LONGEST_SEGMENT = 200;

    private final Set<String> taken = new HashSet<>();

    /// Relative, `/` between names, without `..`, drive letters or control characters, never empty.
    static String safe(String stored) {
        var path = new StringBuilder();
        for (String segment : stored.replace('\\', '/').split("/", -1)) {
            String name = CleanText.of(segment)
                    .replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "_")
                    .strip();
            if (path.isEmpty()) {
                name = name.replaceFirst("^[A-Za-z]:", "");
            }
            if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                continue;
            }
            if (name.length() > LONGEST_SEGMENT) {
                name = name.substring(0, LONGEST_SEGMENT / 2) + "…"
                        + name.substring(name.length() - LONGEST_SEGMENT / 2);
            }
            path.append(path.isEmpty() ? "" : "/").append(name);
        }
        return path.isEmpty() ? "part" : path.toString();
    }

    /// The safe name, with a number before its extension when an earlier part already has it.
    String unique(String stored) {
        String name = safe(stored);
        String candidate = name;
        for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
            int dot = name.lastIndexOf('.');
            candidate = dot > name.lastIndexOf('/') + 1
                    ? name.substring(0, dot) + " (" + n + ")" + name.substring(dot)
                    : name + " (" + n + ")";
        }
        return candidate;
    }
}
