package sourcebook.search;

import java.util.Map;

/// How often words stand in the texts of some documents, as [Words] tells them apart; furniture is not counted.
///
/// @param running number of running words in these texts
/// @param of by word as it was asked for: its places, case and diacritics aside; 0 for what is not one word
public record Frequencies(long running, Map<String, Long> of) {
    public Frequencies {
        of = Map.copyOf(of);
    }

    /// Of a word that was asked for.
    public long of(String word) {
        return of.getOrDefault(word, 0L);
    }
}
