package sourcebook.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.DocumentText;
import sourcebook.search.Hit;
import sourcebook.search.SearchRequest;

/// What a word and a phrase find in each language.
class LanguageSearchTest {
    @TempDir
    Path folder;

    private LuceneSearchEngine engine;

    @BeforeEach
    void open() {
        engine = LuceneSearchEngine.open(folder, 16);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void hold(String name, String language, String text) {
        hold(name, language, DocumentText.of(text));
    }

    private void hold(String name, String language, DocumentText text) {
        DocumentRecord record = DocumentRecord.EMPTY.withLanguage(language.isEmpty() ? null : Samples.stated(language));
        engine.put(Samples.document(name, record, text));
        engine.commit(engine.committedSequence() + 1);
    }

    /// The words found in a document.
    private List<String> found(String name, String text, String query) {
        long counted = engine.search(SearchRequest.of(query).withCountHits(true)).results().stream()
                .filter(result -> result.id().equals(Samples.id(name)))
                .mapToLong(result -> result.hitCount())
                .sum();
        List<String> hits = engine.hits(Samples.id(name), query).stream()
                .map(hit -> text.substring(hit.start(), hit.end()))
                .toList();
        assertEquals(hits.size(), counted, query);
        return hits;
    }

    /// Holds a text in a language and tells what a query finds in it.
    private List<String> in(String language, String text, String query) {
        hold(language, language, text);
        return found(language, text, query);
    }

    @Test
    void aWordFindsItsFormsInEveryLanguageWithAStemmer() {
        String[][] cases = {
            {"ar", "افتتح المدرسة الجديدة", "مدرسة", "المدرسة"},
            {"bg", "новите градове", "град", "градове"},
            {"bn", "নতুন বইগুলো", "বই", "বইগুলো"},
            {"ca", "les escoles noves", "escola", "escoles"},
            {"ckb", "پیاوەکان هاتن", "پیاو", "پیاوەکان"},
            {"cs", "nové školy ve městech", "škola", "školy"},
            {"da", "de nye skoler", "skole", "skoler"},
            {"de", "die neuen Häuser", "Haus", "Häuser"},
            {"el", "τα νέα σχολεία", "ΣΧΟΛΕΊΟ", "σχολεία"},
            {"es", "las nuevas escuelas", "escuela", "escuelas"},
            {"et", "uued koolid", "kooli", "koolid"},
            {"eu", "eskola berriak", "berri", "berriak"},
            {"fa", "کتاب‌های تازه", "کتاب", "کتاب‌های"},
            {"fi", "uusissa kouluissa", "koulu", "kouluissa"},
            {"fr", "les étudiantes", "étudiant", "étudiantes"},
            {"ga", "leis an bhfear", "fear", "bhfear"},
            {"gl", "as novas escolas", "escola", "escolas"},
            {"hi", "नई किताबें", "किताब", "किताबें"},
            {"hu", "az új iskolákban", "iskola", "iskolákban"},
            {"hy", "նոր դպրոցում", "դպրոց", "դպրոցում"},
            {"id", "sekolah pendidikan", "didik", "pendidikan"},
            {"it", "le nuove scuole", "scuola", "scuole"},
            {"lt", "naujos mokyklos", "mokykla", "mokyklos"},
            {"lv", "jaunās skolas", "skola", "skolas"},
            {"ne", "नयाँ किताबहरू", "किताब", "किताबहरू"},
            {"nl", "de nieuwe scholen", "school", "scholen"},
            {"no", "de nye skolene", "skole", "skolene"},
            {"pl", "nowe szkoły partii", "partia", "partii"},
            {"pt", "as novas escolas", "escola", "escolas"},
            {"ro", "școlile noi", "școală", null},
            {"ru", "новые школы", "школа", "школы"},
            {"sr", "нове школе", "škola", "школе"},
            {"sv", "de nya skolorna", "skola", "skolorna"},
            {"ta", "புதிய புத்தகங்கள்", "புத்தகம்", "புத்தகங்கள்"},
            {"te", "కొత్త పుస్తకము", "పుస్తక", "పుస్తకము"},
            {"tr", "yeni kitaplar", "KİTAP", "kitaplar"},
            {"uk", "нові школи партії", "партія", "партії"},
        };
        StringBuilder wrong = new StringBuilder();
        for (String[] one : cases) {
            List<String> wanted = one[3] == null ? List.of() : List.of(one[3]);
            List<String> got = in(one[0], one[1], one[2]);
            if (!got.equals(wanted)) {
                wrong.append(one[0])
                        .append(": ")
                        .append(got)
                        .append(", not ")
                        .append(wanted)
                        .append('\n');
            }
            List<String> exact = found(one[0], one[1], '"' + one[2] + '"');
            if (!exact.isEmpty()) {
                wrong.append(one[0]).append(" quoted: ").append(exact).append('\n');
            }
        }
        assertEquals("", wrong.toString());
    }

    @Test
    void stemsOfTwoLanguagesNeverMix() {
        hold("fr", "fr", "un train, des trains");
        hold("en", "en", "they were trained");
        hold("sw", "sw", "trained na train");
        assertEquals(List.of("train", "trains"), found("fr", "un train, des trains", "train"));
        assertEquals(List.of(), found("fr", "un train, des trains", "training"));
        assertEquals(List.of("trained"), found("en", "they were trained", "train"));
        assertEquals(List.of("train"), found("sw", "trained na train", "train"));
    }

    @Test
    void aPageIsAnalysedInItsOwnLanguage() {
        String text = "les nouvelles écoles\fneue Häuser\fthe houses";
        DocumentText pages =
                new DocumentText(text, 0, List.of(0, 21, 33), "").withPageLanguages(List.of("fr", "de", ""));
        hold("p", "en", pages);
        assertEquals(List.of("écoles"), found("p", text, "école"));
        assertEquals(List.of("Häuser"), found("p", text, "haus"));
        assertEquals(List.of("houses"), found("p", text, "house"));
    }

    @Test
    void caseAndDiacriticsMeanWhatReadersMean() {
        String[][] same = {
            {"Straße", "STRASSE"},
            {"Müller", "muller"},
            {"ёлка", "елка"},
            {"Σοφός", "σοφοσ"},
            {"مُحَمَّد", "محمد"},
            {"أحمد", "احمد"},
            {"كتاب", "کتاب"},
            {"علي", "علی"},
            {"جمـــال", "جمال"},
            {"هٱلو", "هالو"},
            {"हिन्दी", "हिंदी"},
            {"ज़रूर", "जरूर"},
            {"KAPI", "kapı"},
            {"İstanbul", "istanbul"},
            {"１２３ＡＢＣ", "123abc"},
            {"ﾊﾟｰﾃｨｰ", "パーティー"},
            {"٢٠١٤", "2014"},
            {"می‌رود", "میرود"}
        };
        String[][] other = {{"мой", "мои"}, {"が", "か"}, {"ไม้", "ไม่"}, {"їх", "іх"}, {"サーバー", "サバ"}, {"कर्म", "करम"}};
        int n = 0;
        for (String[] pair : same) {
            hold("same" + n, "", pair[0]);
            assertEquals(List.of(pair[0]), found("same" + n, pair[0], '"' + pair[1] + '"'), pair[1]);
            assertEquals(List.of(pair[0]), found("same" + n++, pair[0], pair[1]), pair[1]);
        }
        for (String[] pair : other) {
            hold("other" + n, "", pair[0]);
            assertEquals(List.of(), found("other" + n++, pair[0], '"' + pair[1] + '"'), pair[1]);
        }
    }

    @Test
    void chineseIsAskedByWordsAndQuotedByCharacters() {
        String text = "中央党校举办的干部培训班，党\n校 培训结束。";
        hold("zh", "zh", text);
        assertEquals(List.of("党校", "培训", "党\n校", "培训"), found("zh", text, "党校培训"));
        assertEquals(List.of("党\n校 培训"), found("zh", text, "\"党校培训\""));
        assertEquals(List.of("班，党\n校"), found("zh", text, "\"班，党校\""));
        assertEquals(List.of(), found("zh", text, "\"班党校\""));
        assertEquals(List.of(), found("zh", text, "\"班x党校\""));
        assertEquals(List.of(), found("zh", text, "党校会议"));
        assertEquals(List.of("干部", "培训", "培训"), found("zh", text, "干部的培训"));
    }

    @Test
    void aMarkIsNotAnyWord() {
        hold("zh", "zh", "其中，国家；其中x国家");
        assertEquals(List.of("中，国家"), found("zh", "其中，国家；其中x国家", "\"中：国家\""));
        assertEquals(List.of("中x国家"), found("zh", "其中，国家；其中x国家", "\"中x国家\""));
        assertEquals(List.of(), found("zh", "其中，国家；其中x国家", "\"中国家\""));
    }

    @Test
    void traditionalCharactersAreDividedToo() {
        String text = "黨校的幹部正在培訓";
        hold("zh", "zh", text);
        assertEquals(List.of("黨校", "培訓"), found("zh", text, "黨校培訓"));
    }

    @Test
    void figuresAndLatinLettersStandAmongCharacters() {
        String text = "2010年ＡＢＣ公司在Ａ市";
        hold("zh", "zh", text);
        assertEquals(List.of("2010年ＡＢＣ公司"), found("zh", text, "\"2010年abc公司\""));
        assertEquals(List.of("2010年", "公司"), found("zh", text, "公司2010年"));
        assertEquals(List.of("ＡＢＣ"), found("zh", text, "ABC"));
    }

    @Test
    void japaneseInflectionsAreFoundByTheDictionaryForm() {
        String text = "学校で日本の教育を見直した。党の幹部は本を読んでいた。";
        hold("ja", "ja", text);
        assertEquals(List.of("読ん"), found("ja", text, "読む"));
        assertEquals(List.of("読ん"), found("ja", text, "読みました"));
        assertEquals(List.of(), found("ja", text, "\"読む\""));
        assertEquals(List.of("読んでいた"), found("ja", text, "\"読んでいた\""));
        assertEquals(List.of("教育", "見直し"), found("ja", text, "教育を見直す"));
        assertEquals(List.of("日本", "教育"), found("ja", text, "日本教育"));
    }

    @Test
    void koreanWordsAreFoundWithTheirParticles() {
        String text = "그는 평양에 있는 대학교에서 공부했다. 조선로동당의 간부학교는 KBS에서 보았다.";
        hold("ko", "ko", text);
        assertEquals(List.of("대학교"), found("ko", text, "대학교"));
        assertEquals(List.of("대학교"), found("ko", text, "대학교는"));
        assertEquals(List.of(), found("ko", text, "\"대학교\""));
        assertEquals(List.of("대학교에서 공부했다"), found("ko", text, "\"대학교에서 공부했다\""));
        assertEquals(List.of("조선로동당"), found("ko", text, "조선로동당"));
        assertEquals(List.of("학교", "간부", "학교"), found("ko", text, "간부학교에서"));
        assertEquals(List.of("KBS"), found("ko", text, "kbs"));
        assertEquals(List.of("보"), found("ko", text, "보다"));
    }

    @Test
    void thaiIsAskedByWordsAndQuotedByCharacters() {
        String text = "นักเรียนในโรงเรียนการเมืองของพรรค";
        hold("th", "th", text);
        assertEquals(List.of("โรงเรียน", "พรรค"), found("th", text, "โรงเรียนพรรค"));
        assertEquals(List.of("โรงเรียนการเมือง"), found("th", text, "\"โรงเรียนการเมือง\""));
        assertEquals(List.of("เรียนในโรง"), found("th", text, "\"เรียนในโรง\""));
        assertEquals(List.of(), found("th", text, "\"โรงเรียนพรรค\""));
    }

    @Test
    void hitsOfABareWordAreCountedOnceEach() {
        hold("fr", "fr", "né élevé, eleve, élève, ÉLÈVES");
        hold("x", "", "2010 and 2010년");
        long all = engine.hits(Samples.id("fr"), "élève").size();
        assertEquals(
                all,
                engine.search(SearchRequest.of("élève").withCountHits(true)).hitCount());
        assertEquals(
                2L, engine.search(SearchRequest.of("2010").withCountHits(true)).hitCount());
        assertEquals(List.of(new Hit(0, 4, 1), new Hit(9, 13, 1)), engine.hits(Samples.id("x"), "2010"));
    }
}
