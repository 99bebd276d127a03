package sourcebook.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.IndexedDocument;

/// Random documents in many languages and scripts, and random questions to them, out of few words in several forms.
final class LanguageCorpus {
    private static final Map<String, String[]> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("en", "the school schools schooling train trained party Parties of co operation".split(" ")),
            Map.entry("fr", "l école écoles formation formé formée forme parti partis de la né".split(" ")),
            Map.entry("de", "die Schule Schulen Häuser Haus haus Straße STRASSE Partei Parteien und".split(" ")),
            Map.entry("pl", "szkoła szkoły szkołach partia partii partię i w łódź Łodzi lodzi".split(" ")),
            Map.entry("tr", "okul okullar KAPI kapı kapılar İstanbul istanbul ve bir parti".split(" ")),
            Map.entry("sw", "shule ya chama school trained elimu na kwa formé".split(" ")),
            Map.entry("ru", "школа школы школ партия партии ёлка елка мой мои и не война".split(" ")),
            Map.entry("uk", "школа школи партія партії їх іх мій не війна".split(" ")),
            Map.entry("sr", "школа школе škola škole партија partije и u".split(" ")),
            Map.entry("el", "σχολείο σχολεία ΣΧΟΛΕΊΟ κόμμα κόμματα το σοφός και".split(" ")),
            Map.entry("ar", "مدرسة المدرسة مدارس حزب الحزب أحزاب مُحَمَّد محمد في".split(" ")),
            Map.entry("fa", "کتاب کتاب‌ها كتابها حزب می‌رود مدرسه در و".split(" ")),
            Map.entry("hi", "किताब किताबें हिन्दी हिंदी ज़रूर जरूर और दल".split(" ")),
            Map.entry("zh", "党校 培训 中国 干部 的 国家 学习 其中 黨校 2010年 ＡＢＣ 中央党校".split(" ")),
            Map.entry("ja", "読む 読んだ 学校 で 教育 見直した 見直す サーバー ｶﾞ 党校 東京".split(" ")),
            Map.entry("ko", "대학교 대학교에서 조선로동당의 조선로동당 간부학교 학교는 공부했다 KBS에서 갔다".split(" ")),
            Map.entry("th", "โรงเรียน การเมือง พรรค นักเรียน ไม้ ไม่ ใน ของ กำ".split(" "))));

    private static final String[] SEPARATORS = {
        " ", " ", " ", " ", " ", "\n", ", ", ". ", " — ", "-", "'", "/", "-\n", "\u2010 \n ", "\u00AD\n", "-\f", "…"
    };
    private static final String[] UNSPACED_SEPARATORS = {
        "", "", "", "", "", "\n", " ", "，", "。", "・", "\r\n", "（", "\u200B"
    };

    private final Random random;
    private final List<String> codes = List.copyOf(WORDS.keySet());

    LanguageCorpus(Random random) {
        this.random = random;
    }

    IndexedDocument document(String name) {
        String language = pick(codes);
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        boolean mixed = random.nextInt(3) == 0;
        for (int page = random.nextInt(4); page >= 0; page--) {
            starts.add(text.length());
            String written = mixed && random.nextBoolean() ? pick(codes) : language;
            pages.add(written.equals(language) && random.nextBoolean() ? "" : written);
            page(written, text);
            text.append(page > 0 ? "\f" : "");
        }
        DocumentText made = new DocumentText(text.toString(), 0, starts, "");
        boolean known = random.nextInt(5) > 0;
        DocumentRecord record = DocumentRecord.EMPTY.withLanguage(known ? Samples.stated(language) : null);
        return Samples.document(name, record, mixed ? made.withPageLanguages(pages) : made);
    }

    private void page(String language, StringBuilder text) {
        for (int i = 1 + random.nextInt(25); i > 0; i--) {
            String of = random.nextInt(8) == 0 ? pick(codes) : language;
            text.append(pick(List.of(WORDS.get(of))))
                    .append(pick(List.of(unspaced(of) ? UNSPACED_SEPARATORS : SEPARATORS)));
        }
    }

    private static boolean unspaced(String language) {
        return language.equals("zh") || language.equals("ja") || language.equals("th");
    }

    String query(List<IndexedDocument> documents) {
        return switch (random.nextInt(8)) {
            case 0 -> word() + " " + word();
            case 1 -> "(" + word() + " OR " + quoted(documents) + ")";
            case 2 -> word() + " -" + word();
            case 3, 4 -> quoted(documents);
            default -> word();
        };
    }

    private String word() {
        String language = pick(codes);
        String word = pick(List.of(WORDS.get(language)));
        return switch (random.nextInt(6)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 ->
                unspaced(language)
                        ? word + pick(List.of(WORDS.get(language)))
                        : word.replace("é", "e").replace("ł", "l");
            case 2 -> unspaced(language) ? word + word() : word;
            default -> word;
        };
    }

    /// A stretch of a document as it stands there, or with its words joined that are broken at line ends.
    private String quoted(List<IndexedDocument> documents) {
        String text = documents.get(random.nextInt(documents.size())).text().text();
        int from = random.nextInt(text.length());
        String stretch = text.substring(from, Math.min(text.length(), from + 1 + random.nextInt(20)));
        return '"' + (random.nextBoolean() ? stretch.replaceAll("[-\u2010\u00AD]\\s+", "") : stretch) + '"';
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
