package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import sourcebook.catalogue.DocumentText;

/// Random texts in some of many languages and scripts, out of few words in several forms, so that much of it meets:
/// with combining marks, words broken at line ends and pages, and pages in other languages.
final class RandomTexts {
    private static final Map<String, String[]> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "en",
                    ("peace peaceful Peace treaty treaties treat co operation cooperation cooperate inter national"
                                    + " international nation nations of the The a govern government governments Café"
                                    + " cafe\u0301 CAFE Straße strasse 1989 89 U.S don't self-determination run running"
                                    + " ning x xx ﬁne fine soft\u00ADhyphen softhyphen \uD835\uDC29eace 中 国 政策 中国")
                            .split(" ")),
            Map.entry("fr", "l école e\u0301coles formation formé formée forme parti partis de la né".split(" ")),
            Map.entry("de", "die Schule Schulen Häuser Haus haus Straße STRASSE Partei Parteien und".split(" ")),
            Map.entry("pl", "szkoła szkoły szkołach partia partii partię i w łódź Łodzi lodzi".split(" ")),
            Map.entry("tr", "okul okullar KAPI kapı kapılar İstanbul istanbul ve bir parti".split(" ")),
            Map.entry("sw", "shule ya chama school trained elimu na kwa formé".split(" ")),
            Map.entry(
                    "ru",
                    "школа школы школ партия партии ёлка елка мой мои и не война Войны мирный мир ный й".split(" ")),
            Map.entry("uk", "школа школи партія партії їх іх мій не війна".split(" ")),
            Map.entry("sr", "школа школе škola škole партија partije и u".split(" ")),
            Map.entry("el", "σχολείο σχολεία ΣΧΟΛΕΊΟ κόμμα κόμματα το σοφός και".split(" ")),
            Map.entry("ar", "مدرسة المدرسة مدارس حزب الحزب أحزاب مُحَمَّد محمد في".split(" ")),
            Map.entry("fa", "کتاب کتاب‌ها كتابها حزب می‌رود مدرسه در و".split(" ")),
            Map.entry("hi", "किताब किताबें हिन्दी हिंदी ज़रूर जरूर और दल".split(" ")),
            Map.entry("zh", "党校 培训 中国 干部 的 国家 学习 其中 黨校 2010年 ＡＢＣ 中央党校 \uD842\uDFB7".split(" ")),
            Map.entry("ja", "読む 読んだ 学校 で 教育 見直した 見直す サーバー ｶﾞ 党校 東京".split(" ")),
            Map.entry("ko", "대학교 대학교에서 조선로동당의 조선로동당 간부학교 학교는 공부했다 KBS에서 갔다".split(" ")),
            Map.entry("th", "โรงเรียน การเมือง พรรค นักเรียน ไม้ ไม่ ใน ของ กำ".split(" "))));

    /// Function words by language, which follow each other in any order, over and over.
    private static final Map<String, String[]> FUNCTION_WORDS = Map.of(
            "en", "of the in The the to a and it's between that ofthe".split(" "),
            "fr", "de la le là À et".split(" "),
            "de", "die der und in für".split(" "),
            "ru", "и не в".split(" "),
            "el", "το και".split(" "),
            "sw", "na ya kwa".split(" "));

    /// One of so many words begins a run of function words.
    private static final int RUN = 8;

    private static final String[] SEPARATORS = {
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        " ",
        "\n",
        "\n",
        ", ",
        ". ",
        " — ",
        "-",
        "'",
        "_",
        "/",
        "\t",
        "-\n",
        "-\n",
        "-\n",
        "\u2010 \n  ",
        "\u00AD\n",
        "-\f",
        "-\r\n",
        " (",
        ") ",
        "…",
        "·"
    };
    private static final String[] UNSPACED_SEPARATORS = {
        "", "", "", "", "", "\n", " ", "，", "。", "・", "\r\n", "（", "\u200B", "-\n"
    };
    private static final String[] PAGE_ENDS = {"\f", "\f", "\n", "-\f", "-\n", " ", ""};

    private static final int LANGUAGES_AT_ONCE = 4;

    private final Random random;
    private final List<String> languages;

    RandomTexts(Random random) {
        this.random = random;
        List<String> all = new ArrayList<>(WORDS.keySet());
        Collections.shuffle(all, random);
        languages = new ArrayList<>(all.subList(0, LANGUAGES_AT_ONCE));
        if (random.nextBoolean()) {
            languages.set(0, "en");
        }
    }

    /// Codes of the languages that are written here.
    List<String> languages() {
        return languages;
    }

    String language() {
        return pick(languages);
    }

    /// A word of one of the languages, as texts have it.
    String word() {
        return word(language());
    }

    String word(String language) {
        return pick(WORDS.get(language));
    }

    static boolean unspaced(String language) {
        return language.equals("zh") || language.equals("ja") || language.equals("th");
    }

    /// A text with pages, mostly in one language.
    ///
    /// @param words most words of it
    DocumentText text(String language, int words) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<String> of = new ArrayList<>();
        boolean mixed = random.nextInt(3) == 0;
        for (int page = random.nextInt(4); page >= 0; page--) {
            starts.add(text.length());
            String written = mixed && random.nextBoolean() ? language() : language;
            of.add(written.equals(language) && random.nextBoolean() ? "" : written);
            if (random.nextInt(8) > 0) {
                stretch(written, random.nextInt(1 + words / 2), text);
                text.append(page > 0 ? pick(PAGE_ENDS) : "");
            }
        }
        DocumentText made = new DocumentText(text.toString(), 0, starts, furniture(language));
        return mixed ? made.withPageLanguages(of) : made;
    }

    private String furniture(String language) {
        StringBuilder furniture = new StringBuilder();
        if (random.nextInt(3) > 0) {
            stretch(language, random.nextInt(30), furniture);
        }
        return furniture.toString();
    }

    /// Words with what stands between them.
    void stretch(String language, int words, StringBuilder text) {
        for (int i = words; i > 0; i--) {
            String of = random.nextInt(8) == 0 ? language() : language;
            if (random.nextInt(RUN) == 0) {
                run(FUNCTION_WORDS.getOrDefault(of, FUNCTION_WORDS.get("en")), text);
            }
            text.append(word(of)).append(pick(unspaced(of) ? UNSPACED_SEPARATORS : SEPARATORS));
        }
    }

    /// Some of the words, often the same again; seldom parted by more than a blank.
    private void run(String[] words, StringBuilder text) {
        int few = 1 + random.nextInt(words.length);
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            text.append(words[random.nextInt(few)]).append(random.nextInt(6) == 0 ? pick(SEPARATORS) : " ");
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String pick(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
