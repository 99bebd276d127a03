package sourcebook.analysis;

/// A word that stands near the hits of a search more often than chance would have it.
///
/// @param word as the index has it: without case and diacritics
/// @param together places where it stands near a hit; a place near two hits counts once, the hits' own words never
/// @param frequency in all texts of the selection: what the search is narrowed to, or the whole archive
/// @param expected how often it would stand near hits if it stood anywhere
/// @param functionWord whether it is one of the commonest words of its language, which say little
public record Collocate(
        String word,
        long together,
        long frequency,
        double expected,
        double logLikelihood,
        double logDice,
        boolean functionWord) {
    public double value(CollocateMeasure measure) {
        return switch (measure) {
            case LOG_LIKELIHOOD -> logLikelihood;
            case LOG_DICE -> logDice;
        };
    }
}
