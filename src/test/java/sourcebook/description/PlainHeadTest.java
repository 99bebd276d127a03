package sourcebook.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;

/// What the first lines of texts without markup say in many scripts, and what stands behind names.
final class PlainHeadTest {
    private static final String ENGLISH =
            "\n\nThe harbour was closed for a week, and the boats lay on the beach until the wind turned to the south.\n";

    private final Describer describer = new Describer();

    private DocumentRecord text(String text) {
        return describer.describe(Documents.text(text)).record();
    }

    private List<String> creators(String head, String body) {
        return text(head + "\n\n" + body).creators().stream()
                .map(Evidenced::value)
                .toList();
    }

    @Test
    void bylinesAreReadInTheirScripts() {
        String chinese = "港口关闭了一个星期，渔船停在沙滩上，直到风向转南。渔民们说，今年的鱼比去年少。";
        assertEquals(List.of("王小明"), creators("港口关闭\n作者：王小明", chinese));
        assertEquals(List.of("王小明", "李华"), creators("港口关闭\n本报记者 王小明 李华 湖畔报道", chinese));
        assertEquals(List.of("李华"), creators("港口关闭\n（记者李华报道）", chinese));
        assertEquals(List.of("欧阳文"), creators("港口关闭\n文/欧阳文", chinese));
        assertEquals(List.of("김하늘"), creators("항구 폐쇄\n글 김하늘 기자", "항구가 일주일 동안 폐쇄되었고 배들은 바람이 바뀔 때까지 해변에 있었다."));
        assertEquals(List.of("山田花子"), creators("港が閉鎖\n（山田花子記者）", "港は一週間閉鎖され、船は風が変わるまで浜辺にあった。漁師たちは待っていた。"));
        String arabic = "أغلق الميناء أسبوعا كاملا وبقيت القوارب على الشاطئ حتى تحولت الريح إلى الجنوب.";
        assertEquals(List.of("سلمى الحداد"), creators("إغلاق الميناء\nبقلم: سلمى الحداد", arabic));
        assertEquals(List.of("سلمى الحداد"), creators("إغلاق الميناء\nبقلم سلمى الحداد", arabic));
        String russian = "Порт был закрыт неделю, и лодки лежали на берегу, пока ветер не подул с юга.";
        assertEquals(List.of("Мария Волкова"), creators("Порт закрыт\nАвтор: Мария Волкова", russian));
        assertEquals(List.of("И. Степной"), creators("Порт закрыт\nАвтор статьи: И. Степной", russian));
        assertEquals(List.of(), creators("Порт закрыт", russian));
        assertEquals(List.of(), creators("港口关闭", chinese + "记者在港口看到，渔民们正在修船。"));
    }

    @Test
    void anImprintLineNamesThePaperAndTheDay() {
        DocumentRecord english = text("Harbour closed\nHarbour Gazette, 4 May 2010" + ENGLISH);
        assertEquals("Harbour Gazette", english.sourceText());
        assertEquals("2010-05-04", String.valueOf(english.date().value()));
        DocumentRecord chinese = text("湖畔日报 2012年4月5日\n港口关闭\n\n港口关闭了一个星期，渔船停在沙滩上，直到风向转南。\n");
        assertEquals("湖畔日报", chinese.sourceText());
        assertEquals("2012-04-05", String.valueOf(chinese.date().value()));
        DocumentRecord russian = text("Степной вестник, Караганда, 14 мая 2010\nПорт закрыт\n\n"
                + "Порт был закрыт неделю, и лодки лежали на берегу, пока ветер не подул с юга.\n");
        assertEquals("Степной вестник", russian.sourceText());
        assertEquals("2010-05-14", String.valueOf(russian.date().value()));
        assertEquals(
                "",
                String.valueOf(text("Canberra, 25 August 1971" + ENGLISH).sourceText())
                        .replace("null", ""));
        assertEquals(
                "",
                String.valueOf(text("Good news from the harbour, 4 May 2010" + ENGLISH)
                                .sourceText())
                        .replace("null", ""));
    }

    @Test
    void aSlogansPlaceIsNotInTheName() {
        assertEquals("Fjordly", Tagline.without("Fjordly | Norway's popular news platform", ""));
        assertEquals("Der Fjordbote", Tagline.without("Der Fjordbote - Aktuelle Nachrichten aus dem Norden", ""));
        assertEquals("Fjordly", Tagline.without("Fjordly – All about boats", "fjordly.example"));
        assertEquals("Radio North | Fjord service", Tagline.without("Radio North | Fjord service", ""));
        assertEquals("Breaking news - The Fjord", Tagline.without("Breaking news - The Fjord", ""));
        assertEquals("Agency: News", Tagline.without("Agency: News", ""));
    }

    @Test
    void whatStandsBehindANameIsNoPartOfIt() {
        assertEquals("Jane Doe", Affiliation.without("Jane Doe, dpa"));
        assertEquals("Reuters", Affiliation.without("Reuters, Washington, Nov"));
        assertEquals("Jane Doe", Affiliation.without("Jane Doe, Staff Writer"));
        assertEquals("Jane Doe, John Roe", Affiliation.without("Jane Doe, John Roe, Nairobi"));
        assertEquals("Ida Berg", Affiliation.without("Ida Berg, Korrespondentin in Wien"));
        assertEquals("Okoro, Mary", Affiliation.without("Okoro, Mary"));
        assertEquals("Ministry of Trade, Kenya", Affiliation.without("Ministry of Trade, Kenya"));
    }
}
