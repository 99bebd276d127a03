package sourcebook.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import sourcebook.extraction.worker.PlainHtml;
import sourcebook.extraction.worker.PlainText;

/// Reads in this process what a worker would only carry back and forth: plain text, where no parser is involved, and
/// web pages of bounded size, which the describer parses here in any case. Leaves everything else to workers.
/// Thread-safe.
public final class DirectExtractor implements Extractor {
    private final Extractor workers;
    private final long mostCharacters;

    /// @param workers closed with this
    public DirectExtractor(Extractor workers, ExtractionSettings settings) {
        this.workers = workers;
        this.mostCharacters = settings.maxTextCharacters();
    }

    @Override
    public Extraction extract(Path original, String name, Path spool, boolean recognise) throws InterruptedException {
        Optional<Extraction.Read> text = readAtOnce(original, name);
        return text.isPresent() ? text.get() : extractApart(original, name, spool, recognise);
    }

    @Override
    public Extraction extractApart(Path original, String name, Path spool, boolean recognise)
            throws InterruptedException {
        return workers.extract(original, name, spool, recognise);
    }

    /// What cannot be read here is for the workers to say.
    @Override
    public Optional<Extraction.Read> readAtOnce(Path original, String name) {
        try {
            Optional<ExtractedDocument> text = PlainText.read(original, name, mostCharacters);
            return (text.isPresent() ? text : PlainHtml.read(original, name, mostCharacters)).map(Extraction.Read::new);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
