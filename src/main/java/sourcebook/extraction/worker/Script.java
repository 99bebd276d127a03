package sourcebook.extraction.worker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A script as Tesseract's detection names it, with the languages Tesseract has models for, the likeliest first; and
/// the choice of models for a page. Latin has no list: it is written by whatever no other script claims.
@SuppressWarnings("ImmutableEnumChecker") // both lists are made by List.of
enum Script {
    LATIN("Latin", List.of("Latin")),
    FRAKTUR("Fraktur", List.of("Fraktur"), "frk", "deu_latf", "deu_frak", "dan_frak", "swe_frak", "slk_frak"),
    CYRILLIC(
            "Cyrillic",
            List.of("Cyrillic"),
            "rus",
            "ukr",
            "bul",
            "bel",
            "srp",
            "mkd",
            "kaz",
            "kir",
            "mon",
            "tgk",
            "tat",
            "uzb_cyrl",
            "aze_cyrl"),
    ARABIC("Arabic", List.of("Arabic"), "ara", "fas", "urd", "pus", "uig", "snd", "kur_ara"),
    HAN("Chinese", List.of("Han"), "chi_sim", "chi_tra"),
    JAPANESE("Japanese", List.of("Japanese", "Hiragana", "Katakana"), "jpn"),
    KOREAN("Korean", List.of("Korean", "Hangul"), "kor"),
    GREEK("Greek", List.of("Greek"), "ell", "grc"),
    HEBREW("Hebrew", List.of("Hebrew"), "heb", "yid"),
    DEVANAGARI("Devanagari", List.of("Devanagari"), "hin", "mar", "nep", "san"),
    BENGALI("Bengali", List.of("Bengali"), "ben", "asm"),
    GURMUKHI("Gurmukhi", List.of("Gurmukhi"), "pan"),
    GUJARATI("Gujarati", List.of("Gujarati"), "guj"),
    ORIYA("Oriya", List.of("Oriya"), "ori"),
    TAMIL("Tamil", List.of("Tamil"), "tam"),
    TELUGU("Telugu", List.of("Telugu"), "tel"),
    KANNADA("Kannada", List.of("Kannada"), "kan"),
    MALAYALAM("Malayalam", List.of("Malayalam"), "mal"),
    SINHALA("Sinhala", List.of("Sinhala"), "sin"),
    THAI("Thai", List.of("Thai"), "tha"),
    LAO("Lao", List.of("Lao"), "lao"),
    KHMER("Khmer", List.of("Khmer"), "khm"),
    MYANMAR("Burmese", List.of("Myanmar"), "mya"),
    TIBETAN("Tibetan", List.of("Tibetan"), "bod", "dzo"),
    GEORGIAN("Georgian", List.of("Georgian"), "kat", "kat_old"),
    ARMENIAN("Armenian", List.of("Armenian"), "hye"),
    ETHIOPIC("Ethiopic", List.of("Ethiopic"), "amh", "tir"),
    SYRIAC("Syriac", List.of("Syriac"), "syr"),
    THAANA("Thaana", List.of("Thaana"), "div"),
    CHEROKEE("Cherokee", List.of("Cherokee"), "chr"),
    CANADIAN_ABORIGINAL("Canadian Aboriginal", List.of("Canadian_Aboriginal"), "iku");

    private static final int MOST_MODELS = 4; // each costs about as much time again
    private static final String ENGLISH = "eng";

    /// Latin languages by how much print there is in them: with more than the most installed, these are taken.
    private static final List<String> LATIN_FIRST = List.of(
            ENGLISH, "fra", "deu", "spa", "por", "ita", "nld", "pol", "ces", "tur", "ron", "swe", "hun", "vie", "ind");

    /// Models that are not languages: detection, mathematics; and those for upright columns, which Tesseract loads by
    /// itself.
    private static final Set<String> NO_LANGUAGES = Set.of("osd", "equ", "snum");

    private final String words;
    private final List<String> detected;

    private final List<String> languages;

    Script(String words, List<String> detected, String... languages) {
        this.words = words;
        this.detected = detected;

        this.languages = List.of(languages);
    }

    /// The script of a name that detection gives, Latin for one that is not known.
    static Script detected(String name) {
        return Arrays.stream(values())
                .filter(script -> script.detected.contains(name))
                .findFirst()
                .orElse(LATIN);
    }

    /// What is installed and can recognise text at all.
    static List<String> usable(List<String> installed) {
        return installed.stream()
                .filter(name -> !NO_LANGUAGES.contains(name) && !name.endsWith("_vert"))
                .toList();
    }

    /// The models for a page in this script, the chief one first; empty when none is installed.
    ///
    /// A model of the whole script is better than a handful of languages, and quicker. Pages in other scripts than
    /// Latin quote Latin, which English reads; broken script is read by the models for roman type, if there is no
    /// other.
    ///
    /// @param installed as `tesseract --list-langs` names them: `eng`, `chi_sim`, `script/Cyrillic`
    List<String> models(List<String> installed) {
        List<String> usable = usable(installed);
        List<String> whole = usable.stream().filter(this::isWhole).limit(1).toList();
        List<String> own = whole.isEmpty() ? languages(usable) : whole;
        if (own.isEmpty()) {
            return switch (this) {
                case FRAKTUR -> LATIN.models(installed);
                case HAN -> JAPANESE.models(installed); // a page of Japanese may hold few kana
                default -> List.of();
            };
        }
        Stream<String> more = this == LATIN ? Stream.of() : Stream.of(ENGLISH).filter(usable::contains);
        return Stream.concat(own.stream().limit(this == LATIN ? MOST_MODELS : MOST_MODELS - 1), more)
                .toList();
    }

    /// The models to begin with, when nothing is known of a page: those for Latin, or else some.
    static List<String> anyModels(List<String> installed) {
        List<String> latin = LATIN.models(installed);
        return latin.isEmpty() ? usable(installed).stream().limit(MOST_MODELS).toList() : latin;
    }

    /// What a person must install: `OCR in Arabic script (tesseract-ocr-ara)`.
    String need() {
        String model = languages.isEmpty() ? ENGLISH : languages.getFirst();
        return "OCR in %s script (tesseract-ocr-%s)".formatted(words, model.replace('_', '-'));
    }

    private boolean isWhole(String model) {
        if (!model.startsWith("script/")) {
            return false;
        }
        String name = model.substring("script/".length());
        return detected.contains(name) || (this == HAN && name.startsWith("HanS"));
    }

    private List<String> languages(List<String> usable) {
        if (this != LATIN) {
            return languages.stream().filter(usable::contains).toList();
        }
        Set<String> others = Arrays.stream(values())
                .flatMap(script -> script.languages.stream())
                .collect(Collectors.toSet());
        List<String> latin = usable.stream()
                .filter(name -> !name.startsWith("script/") && !others.contains(name) && !name.contains("_cyrl"))
                .toList();
        var ordered = new LinkedHashSet<>(LATIN_FIRST);
        ordered.retainAll(latin);
        ordered.addAll(latin);
        return new ArrayList<>(ordered);
    }
}
