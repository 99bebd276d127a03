package sourcebook.api;

import java.util.regex.Pattern;

/// Names for files that a browser saves: ones that no system takes for a path, a device or an order.
final class FileName {
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*%;]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"); // to Windows
    private static final int MOST_CHARACTERS = 150;
    private static final int LONGEST_EXTENSION = 10;

    private FileName() {}

    /// @param otherwise what stands in when nothing usable is left
    static String safe(String name, String otherwise) {
        String safe = UNSAFE.matcher(name).replaceAll("_").strip().replaceFirst("^[.~\\s-]+", "");
        int length = safe.codePointCount(0, safe.length());
        if (length > MOST_CHARACTERS) {
            int dot = safe.lastIndexOf('.');
            String extension = dot > 0 && safe.length() - dot <= LONGEST_EXTENSION ? safe.substring(dot) : "";
            safe = safe.substring(0, safe.offsetByCodePoints(0, MOST_CHARACTERS - extension.length())) + extension;
        }
        if (safe.isBlank()) {
            return otherwise;
        }
        return DEVICE.matcher(safe).matches() ? "_" + safe : safe;
    }
}
