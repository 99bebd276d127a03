package sourcebook.starter;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where the longer words of the collection may be broken at a line end.
final class Hyphens {
    private static final Map<String, String> BREAKS = Arrays.stream("""
            pro-gramme pro-grammes ex-change syl-la-bus syl-la-buses par-tic-i-pants lec-tur-ers lec-tur-er
            in-sti-tu-tions de-ci-sion or-gan-i-sa-tion dis-ci-pline time-ta-bles time-ta-ble in-ter-views
            lit-er-a-ture doc-trine ex-cur-sion for-got-ten col-lected com-pared les-son les-sons ex-am-ples
            for-eign build-ing bud-get hol-i-days del-e-ga-tions mem-bers ar-range-ment wa-ter-falls li-brar-i-an
            some-body ti-tles bor-row-ing dis-cussed edi-tion il-lus-tra-tion res-i-den-tial com-mit-tee stair-case
            vil-lage coun-cil ma-jor-ity ad-journed con-clu-sion re-sis-tance skel-e-ton pre-sent sev-eral im-age
            trav-el teach-ing peo-ple trac-tor fac-tory re-main-der prov-inces pass-port pol-i-tics chan-nel
            af-fec-tion eval-u-a-tion pho-to-graph prin-ci-pal ide-ol-ogy se-lec-tion nei-ther fur-ther
            in-clude schools let-ters dec-ades ap-pear char-ac-ter re-turn-ed print-ed trans-lated un-opened
            po-lit-i-cal train-ing di-vided trea-ts weak-er strong-er moral ad-vised min-utes drily
            """.split("\\s+"))
            .collect(Collectors.toMap(word -> word.replace("-", ""), Function.identity(), (a, b) -> a));

    private Hyphens() {}

    /// The longest beginning of `word`, with its hyphen, that still fits behind `line`; empty when none does.
    static String head(String word, StringBuilder line, Typesetter.Style style, float width) throws IOException {
        String bare = word.replaceAll("[^\\p{L}]+$", "").replaceAll("^[^\\p{L}]+", "");
        String breaks = BREAKS.get(bare.toLowerCase(Locale.ROOT));
        if (breaks == null) {
            return "";
        }
        int before = word.indexOf(bare);
        String best = "";
        int letters = 0;
        for (String syllable : breaks.split("-")) {
            letters += syllable.length();
            if (letters == bare.length() || letters < 2) {
                continue;
            }
            String part = word.substring(0, before + letters) + "-";
            if (Typesetter.fits(line, part, style, width)) {
                best = part;
            }
        }
        return best;
    }

    /// How many characters of `word` stand in `part`.
    static int taken(String word, String part) {
        return word.startsWith(part) ? part.length() : part.length() - 1;
    }
}
