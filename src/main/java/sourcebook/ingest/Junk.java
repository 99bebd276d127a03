package sourcebook.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Files that no person means as documents, by name, each with the reason that the ledger shows.
final class Junk {
    private record Rule(Pattern name, String reason) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    "\\.DS_Store|\\.localized|\\.Spotlight-V100|\\.Trashes|\\.fseventsd",
                    "junk: a folder's view settings (macOS)"),
            rule("\\._.*", "junk: the resource fork of another file (macOS)"),
            rule("(?i)thumbs\\.db|desktop\\.ini|ehthumbs\\.db", "junk: thumbnails or folder settings (Windows)"),
            rule("~\\$.*|\\.~lock\\..*#|\\.#.*", "junk: the lock file of an editor"),
            rule(".*\\.sw[a-p]|.*~|#.*#|.*\\.bak|.*\\.tmp", "junk: a temporary or back-up file of an editor"),
            rule("(?i).*\\.(crdownload|part|partial|download)", "junk: an unfinished download"));

    private Junk() {}

    /// Why a file of this name is not taken, if it is not.
    static Optional<String> reason(String name) {
        return RULES.stream()
                .filter(rule -> rule.name().matcher(name).matches())
                .map(Rule::reason)
                .findFirst()
                .or(() -> name.startsWith(".") ? Optional.of("junk: a hidden file") : Optional.empty());
    }

    private static Rule rule(String name, String reason) {
        return new Rule(Pattern.compile(name), reason);
    }
}
