package sourcebook.search.lucene.language;

import static java.lang.Character.UnicodeScript.ARABIC;
import static java.lang.Character.UnicodeScript.ARMENIAN;
import static java.lang.Character.UnicodeScript.BENGALI;
import static java.lang.Character.UnicodeScript.CYRILLIC;
import static java.lang.Character.UnicodeScript.DEVANAGARI;
import static java.lang.Character.UnicodeScript.GREEK;
import static java.lang.Character.UnicodeScript.HEBREW;
import static java.lang.Character.UnicodeScript.LATIN;
import static java.lang.Character.UnicodeScript.TAMIL;
import static java.lang.Character.UnicodeScript.TELUGU;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.gl.GalicianStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ro.RomanianNormalizationFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.stempel.StempelFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.te.TeluguNormalizationFilter;
import org.apache.lucene.analysis.te.TeluguStemFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/// A language that has a stemmer: its ISO 639 code, its scripts, what Lucene's analyser of the language does to a
/// word, and the words the analyser calls common. Immutable.
@SuppressWarnings("ImmutableEnumChecker") // nobody changes them
enum StemmedLanguage {
    ARABIC_(
            "ar",
            in -> new ArabicStemFilter(new ArabicNormalizationFilter(in)),
            ArabicAnalyzer::getDefaultStopSet,
            ARABIC),
    BASQUE("eu", snowball(BasqueStemmer::new), BasqueAnalyzer::getDefaultStopSet, LATIN),
    BENGALI_(
            "bn",
            in -> new BengaliStemFilter(new BengaliNormalizationFilter(new IndicNormalizationFilter(in))),
            BengaliAnalyzer::getDefaultStopSet,
            BENGALI),
    BULGARIAN("bg", BulgarianStemFilter::new, BulgarianAnalyzer::getDefaultStopSet, CYRILLIC),
    CATALAN("ca", snowball(CatalanStemmer::new), CatalanAnalyzer::getDefaultStopSet, LATIN),
    CZECH("cs", CzechStemFilter::new, CzechAnalyzer::getDefaultStopSet, LATIN),
    DANISH("da", snowball(DanishStemmer::new), DanishAnalyzer::getDefaultStopSet, LATIN),
    DUTCH("nl", snowball(DutchStemmer::new), DutchAnalyzer::getDefaultStopSet, LATIN),
    /// Its words are stemmed as they are folded, without the detour of a stream.
    ENGLISH("en", snowball(EnglishStemmer::new), () -> CommonEnglish.WORDS, LATIN),
    ESTONIAN("et", snowball(EstonianStemmer::new), EstonianAnalyzer::getDefaultStopSet, LATIN),
    FINNISH("fi", snowball(FinnishStemmer::new), FinnishAnalyzer::getDefaultStopSet, LATIN),
    FRENCH("fr", FrenchLightStemFilter::new, FrenchAnalyzer::getDefaultStopSet, LATIN),
    GALICIAN("gl", GalicianStemFilter::new, GalicianAnalyzer::getDefaultStopSet, LATIN),
    GERMAN(
            "de",
            in -> new GermanLightStemFilter(new GermanNormalizationFilter(in)),
            GermanAnalyzer::getDefaultStopSet,
            LATIN),
    GREEK_("el", in -> new GreekStemFilter(new GreekLowerCaseFilter(in)), GreekAnalyzer::getDefaultStopSet, GREEK),
    HINDI(
            "hi",
            in -> new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(in))),
            HindiAnalyzer::getDefaultStopSet,
            DEVANAGARI),
    HUNGARIAN("hu", snowball(HungarianStemmer::new), HungarianAnalyzer::getDefaultStopSet, LATIN),
    ARMENIAN_("hy", snowball(ArmenianStemmer::new), ArmenianAnalyzer::getDefaultStopSet, ARMENIAN),
    INDONESIAN("id", IndonesianStemFilter::new, IndonesianAnalyzer::getDefaultStopSet, LATIN),
    IRISH("ga", snowball(IrishStemmer::new), IrishAnalyzer::getDefaultStopSet, LATIN),
    ITALIAN("it", ItalianLightStemFilter::new, ItalianAnalyzer::getDefaultStopSet, LATIN),
    LATVIAN("lv", LatvianStemFilter::new, LatvianAnalyzer::getDefaultStopSet, LATIN),
    LITHUANIAN("lt", snowball(LithuanianStemmer::new), LithuanianAnalyzer::getDefaultStopSet, LATIN),
    NEPALI(
            "ne",
            in -> new SnowballFilter(new IndicNormalizationFilter(in), new NepaliStemmer()),
            NepaliAnalyzer::getDefaultStopSet,
            DEVANAGARI),
    NORWEGIAN("no", snowball(NorwegianStemmer::new), NorwegianAnalyzer::getDefaultStopSet, LATIN),
    PERSIAN(
            "fa",
            in -> new PersianStemFilter(new PersianNormalizationFilter(new ArabicNormalizationFilter(in))),
            PersianAnalyzer::getDefaultStopSet,
            ARABIC),
    POLISH(
            "pl",
            in -> new StempelFilter(in, new StempelStemmer(PolishAnalyzer.getDefaultTable())),
            PolishAnalyzer::getDefaultStopSet,
            LATIN),
    PORTUGUESE("pt", PortugueseLightStemFilter::new, PortugueseAnalyzer::getDefaultStopSet, LATIN),
    ROMANIAN(
            "ro",
            in -> new SnowballFilter(new RomanianNormalizationFilter(in), new RomanianStemmer()),
            RomanianAnalyzer::getDefaultStopSet,
            LATIN),
    RUSSIAN("ru", snowball(RussianStemmer::new), RussianAnalyzer::getDefaultStopSet, CYRILLIC),
    /// Written in two scripts, which Lucene brings together.
    SERBIAN(
            "sr",
            in -> new SerbianNormalizationFilter(new SnowballFilter(in, new SerbianStemmer())),
            SerbianAnalyzer::getDefaultStopSet,
            LATIN,
            CYRILLIC),
    SORANI(
            "ckb",
            in -> new SoraniStemFilter(new SoraniNormalizationFilter(in)),
            SoraniAnalyzer::getDefaultStopSet,
            ARABIC),
    SPANISH("es", SpanishLightStemFilter::new, SpanishAnalyzer::getDefaultStopSet, LATIN),
    SWEDISH("sv", snowball(SwedishStemmer::new), SwedishAnalyzer::getDefaultStopSet, LATIN),
    TAMIL_(
            "ta",
            in -> new SnowballFilter(new IndicNormalizationFilter(in), new TamilStemmer()),
            TamilAnalyzer::getDefaultStopSet,
            TAMIL),
    TELUGU_(
            "te",
            in -> new TeluguStemFilter(new TeluguNormalizationFilter(new IndicNormalizationFilter(in))),
            TeluguAnalyzer::getDefaultStopSet,
            TELUGU),
    TURKISH("tr", snowball(TurkishStemmer::new), TurkishAnalyzer::getDefaultStopSet, LATIN),
    UKRAINIAN("uk", UkrainianStemFilter::new, () -> CharArraySet.EMPTY_SET, CYRILLIC),
    YIDDISH("yi", snowball(YiddishStemmer::new), () -> CharArraySet.EMPTY_SET, HEBREW);

    /// Languages that another one's stemmer serves: those of one speech community, and the written forms of one.
    private static final Map<String, String> SERVED =
            Map.of("nb", "no", "nn", "no", "hr", "sr", "bs", "sr", "sh", "sr", "cnr", "sr", "ms", "id");

    private static final int LONGEST_COMMON = 5;

    /// Stemmers keep the word they work on.
    private static final ThreadLocal<Map<StemmedLanguage, WordPipe>> STEMMERS =
            ThreadLocal.withInitial(() -> new EnumMap<>(StemmedLanguage.class));

    private static final Map<StemmedLanguage, Set<String>> COMMON = new ConcurrentHashMap<>();

    private static final Map<String, StemmedLanguage> BY_CODE = byCode();

    final String code;
    final Set<UnicodeScript> scripts;
    private final UnaryOperator<TokenStream> stemmer;
    private final Supplier<CharArraySet> commonWords;

    StemmedLanguage(
            String code,
            UnaryOperator<TokenStream> stemmer,
            Supplier<CharArraySet> commonWords,
            UnicodeScript... scripts) {
        this.code = code;
        this.stemmer = stemmer;
        this.commonWords = commonWords;
        this.scripts = Set.of(scripts);
    }

    /// The language whose stemmer serves a language, given by its code; null if there is none.
    static @Nullable StemmedLanguage of(String code) {
        return BY_CODE.get(code);
    }

    /// The stem of a word, both without case.
    String stem(String spelled) {
        return STEMMERS.get()
                .computeIfAbsent(this, language -> new WordPipe(language.stemmer))
                .through(spelled);
    }

    /// Whether a folded word is among the shortest of the language's common words. These make up a third of any text
    /// and have few forms; a stem beside each would be as long a list again.
    boolean common(String folded) {
        return commonWords().contains(folded);
    }

    Set<String> commonWords() {
        return COMMON.computeIfAbsent(this, StemmedLanguage::shortCommonWords);
    }

    private Set<String> shortCommonWords() {
        Set<String> words = new HashSet<>();
        commonWords.get().forEach(word -> words.add(Folding.folded(new String((char[]) word))));
        words.removeIf(word -> word.length() > LONGEST_COMMON);
        return Set.copyOf(words);
    }

    private static UnaryOperator<TokenStream> snowball(Supplier<SnowballStemmer> stemmer) {
        return in -> new SnowballFilter(in, stemmer.get());
    }

    private static Map<String, StemmedLanguage> byCode() {
        Map<String, StemmedLanguage> languages = new HashMap<>();
        for (StemmedLanguage language : values()) {
            languages.put(language.code, language);
        }
        SERVED.forEach((code, by) -> languages.put(code, languages.get(by)));
        return Map.copyOf(languages);
    }
}
