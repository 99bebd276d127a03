package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Models are chosen by the script of the page and by what is installed.
class ScriptTest {
    private static final List<String> MANY = List.of(
            "ara",
            "chi_sim",
            "chi_sim_vert",
            "chi_tra",
            "deu",
            "eng",
            "equ",
            "fas",
            "fra",
            "frk",
            "jpn",
            "kor",
            "osd",
            "pol",
            "rus",
            "spa",
            "tur",
            "ukr");

    @Test
    void latinIsEnglishAndTheCommonestOthers() {
        assertThat(Script.LATIN.models(MANY)).containsExactly("eng", "fra", "deu", "spa");
        assertThat(Script.LATIN.models(List.of("osd", "lat", "eng"))).containsExactly("eng", "lat");
        assertThat(Script.LATIN.models(List.of("osd", "rus"))).isEmpty();
    }

    @Test
    void otherScriptsHaveTheirOwnWithEnglishForQuotations() {
        assertThat(Script.CYRILLIC.models(MANY)).containsExactly("rus", "ukr", "eng");
        assertThat(Script.ARABIC.models(MANY)).containsExactly("ara", "fas", "eng");
        assertThat(Script.detected("Han").models(MANY)).containsExactly("chi_sim", "chi_tra", "eng");
        assertThat(Script.detected("Japanese").models(MANY)).containsExactly("jpn", "eng");
        assertThat(Script.detected("Hangul").models(MANY)).containsExactly("kor", "eng");
        assertThat(Script.detected("Fraktur").models(MANY)).containsExactly("frk", "eng");
        assertThat(Script.detected("Fraktur").models(List.of("eng", "deu"))).containsExactly("eng", "deu");
        assertThat(Script.detected("Han").models(List.of("jpn"))).containsExactly("jpn");
        assertThat(Script.GREEK.models(MANY)).isEmpty();
    }

    @Test
    void oneModelOfAWholeScriptIsEnough() {
        List<String> scripts = List.of("eng", "fra", "rus", "script/Latin", "script/Cyrillic", "script/HanS");
        assertThat(Script.LATIN.models(scripts)).containsExactly("script/Latin");
        assertThat(Script.CYRILLIC.models(scripts)).containsExactly("script/Cyrillic", "eng");
        assertThat(Script.HAN.models(scripts)).containsExactly("script/HanS", "eng");
    }

    @Test
    void somethingIsTriedWithoutKnowingTheScript() {
        assertThat(Script.anyModels(MANY)).containsExactly("eng", "fra", "deu", "spa");
        assertThat(Script.anyModels(List.of("osd", "tha"))).containsExactly("tha");
        assertThat(Script.usable(List.of("osd", "equ", "jpn_vert"))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAsItsPackageIs() {
        assertThat(Script.ARABIC.need()).isEqualTo("OCR in Arabic script (tesseract-ocr-ara)");
        assertThat(Script.HAN.need()).isEqualTo("OCR in Chinese script (tesseract-ocr-chi-sim)");
        assertThat(Script.LATIN.need()).isEqualTo("OCR in Latin script (tesseract-ocr-eng)");
    }
}
