package sourcebook.search.lucene.language;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes the endings of declension and conjugation from Ukrainian words; Lucene has no stemmer for the language that
/// works without a dictionary of its own.
final class UkrainianStemFilter extends TokenFilter {
    private static final List<String> REFLEXIVE = List.of("ся", "сь");

    /// The longer ones first: of adjectives, nouns, and verbs.
    private static final List<String> ENDINGS = List.of(
            "іями", "ього", "ьому", "ьою", "ого", "ому", "ими", "іми", "ами", "ями", "ові", "еві", "єві", "іям", "іях",
            "ією", "ємо", "емо", "имо", "їмо", "ете", "єте", "ите", "їте", "ють", "уть", "ять", "ать", "ить", "їть",
            "али", "или", "ала", "ила", "ати", "ити", "ути", "ій", "їй", "ої", "ою", "ею", "єю", "ім", "їм", "их", "іх",
            "їх", "им", "ий", "ах", "ях", "ам", "ям", "ів", "їв", "ом", "ем", "єм", "ія", "ії", "ію", "ьо", "єш", "еш",
            "иш", "їш", "ав", "ив", "а", "я", "о", "е", "є", "и", "і", "ї", "у", "ю", "ь", "й");

    private static final int SHORTEST_STEM = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    UkrainianStemFilter(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        without(REFLEXIVE);
        without(ENDINGS);
        return true;
    }

    private void without(List<String> endings) {
        String word = term.toString();
        for (String ending : endings) {
            if (word.length() - ending.length() >= SHORTEST_STEM && word.endsWith(ending)) {
                term.setLength(word.length() - ending.length());
                return;
            }
        }
    }
}
