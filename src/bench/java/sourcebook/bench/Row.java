package sourcebook.bench;

import java.util.List;

/// Something that is measured against a limit.
interface Row {
    /// The word by which it is asked for on the command line.
    String name();

    /// One line on what is compared with what.
    String about();

    /// Whether it is part of a run that names no rows; those that take very long, or that need something
    /// beside the corpus, are not.
    default boolean usual() {
        return true;
    }

    /// Whether it runs in this process alone and in seconds on a handful of documents, so that a test can try it.
    default boolean small() {
        return true;
    }

    /// Compares answers first, speeds then.
    ///
    /// @throws IllegalStateException when both sides do not answer the same, with the first difference
    List<Figure> measure(Setting setting) throws Exception;
}
