package sourcebook.analysis;

/// How strongly two words belong together.
public enum CollocateMeasure {
    /// How sure it is that they do: the log-likelihood ratio G² (Dunning 1993). Grows with the size of the archive;
    /// above 10.83 chance explains it once in a thousand times.
    LOG_LIKELIHOOD("log-likelihood"),
    /// How typical they are of each other: logDice (Rychlý 2008), 14 at most, and the same for archives of any size.
    LOG_DICE("logDice");

    private final String label;

    CollocateMeasure(String label) {
        this.label = label;
    }

    /// The field's name for it.
    public String label() {
        return label;
    }

    /// @param together places where the word stands near a hit
    /// @param frequency of the word in the archive
    /// @param window running words near hits
    /// @param hits number of hits
    /// @param words running words of the archive
    double of(long together, long frequency, long window, long hits, long words) {
        return switch (this) {
            case LOG_LIKELIHOOD -> logLikelihood(together, frequency, window, words);
            case LOG_DICE -> 14 + Math.log(2.0 * together / (hits + frequency)) / Math.log(2);
        };
    }

    /// Twice the sum of observed times the logarithm of observed by expected, over the four cells: the word or another,
    /// near a hit or elsewhere.
    private static double logLikelihood(long together, long frequency, long window, long words) {
        double both = cell(together, (double) window * frequency / words);
        double elsewhere = cell(frequency - together, (double) (words - window) * frequency / words);
        double others = cell(window - together, (double) window * (words - frequency) / words);
        double rest =
                cell(words - window - frequency + together, (double) (words - window) * (words - frequency) / words);
        return Math.max(0, 2 * (both + elsewhere + others + rest));
    }

    private static double cell(long observed, double expected) {
        return observed <= 0 ? 0 : observed * Math.log(observed / expected);
    }
}
