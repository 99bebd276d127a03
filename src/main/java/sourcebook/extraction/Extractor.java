package sourcebook.extraction;

import java.nio.file.Path;
import java.util.Optional;

/// Reads originals. The one implementation keeps worker processes; tests may bring another.
///
/// Thread-safe: call from as many threads as there are workers; further callers wait.
public interface Extractor extends AutoCloseable {

    /// Reads one original; blocks until it is done or a limit is reached. Never throws for a bad document.
    ///
    /// @param original the file with the bytes; it is only read
    /// @param name the file's own name, a hint for detection (a part lies in a spool file of another name)
    /// @param spool a folder of the caller's for unpacked parts, empty, or missing and made when there is one
    /// @param recognise whether pages without text are recognised (OCR); if not, they are reported as they are
    ///     when no program is there to recognise them
    /// @throws InterruptedException when the caller is cancelled; the worker is then ended
    Extraction extract(Path original, String name, Path spool, boolean recognise) throws InterruptedException;

    /// Reads an original that needs neither a process of its own nor work space: plain text, and web pages within
    /// bounds. Empty for all others, which are left to [#extract].
    default Optional<Extraction.Read> readAtOnce(Path original, String name) {
        return Optional.empty();
    }

    /// Reads an original that [#readAtOnce] has just left to this; otherwise as [#extract].
    default Extraction extractApart(Path original, String name, Path spool, boolean recognise)
            throws InterruptedException {
        return extract(original, name, spool, recognise);
    }

    /// Ends all workers. Extractions under way fail.
    @Override
    void close();
}
