package sourcebook.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackedRecordTest {
    private static final Evidence BYLINE = Evidence.of("byline", Confidence.MEDIUM);

    private static DocumentRecord record(String title, Map<String, Evidenced<String>> custom) {
        return new DocumentRecord(
                new Evidenced<>(title, BYLINE),
                List.of(new Evidenced<>("Ada Löwe", BYLINE)),
                new Evidenced<>(PartialDate.parse("1994-05").orElseThrow(), BYLINE),
                null,
                List.of(new Evidenced<>("KE", new Evidence("mentions", "2 mentions", Confidence.HIGH))),
                List.of(),
                null,
                null,
                null,
                custom);
    }

    private static byte[] packed(DocumentRecord record) {
        return assertInstanceOf(byte[].class, PackedRecord.of(record));
    }

    @Test
    void aRecordComesBackFromAQuarterOfItsRoom() {
        DocumentRecord record = record("Fishing at night 漁", Map.of());
        byte[] packed = packed(record);
        assertEquals(record, PackedRecord.read(packed));
        assertTrue(packed.length * 4 < RecordJson.write(record).length(), "takes " + packed.length);
        String longTitle = "a title of a thousand pages ".repeat(10_000);
        assertEquals(record(longTitle, Map.of()), PackedRecord.read(packed(record(longTitle, Map.of()))));
    }

    /// Fails when somebody changes a dictionary with which records were packed.
    @Test
    void whatWasPackedWithTheFirstDictionaryIsStillRead() {
        byte[] packed = HexFormat.of()
                .parseHex("01000000da00000d010068466973686174206e69676862790500084e4e0a424c4ebc3065ece8b0642b1140");
        DocumentRecord record = new DocumentRecord(
                new Evidenced<>("Fishing at night", BYLINE),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                Map.of());
        assertEquals(record, PackedRecord.read(packed));
    }

    @Test
    void whatWasKeptPlainIsStillRead() {
        DocumentRecord record = record("Fishing at night", Map.of());
        assertEquals(record, PackedRecord.read(RecordJson.write(record).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theDatabaseCanAskForTheKeysOfASidecar() {
        DocumentRecord record = record("Fishing", Map.of("box", new Evidenced<>("12", BYLINE)));
        assertEquals(RecordJson.write(record), PackedRecord.of(record));
    }

    @Test
    void theSameRecordIsKeptOnce() {
        DocumentRecord record = record("Fishing", Map.of());
        assertEquals("", PackedRecord.unless(record, record("Fishing", Map.of())));
        assertArrayEquals(packed(record), (byte[]) PackedRecord.unless(record("Boats", Map.of()), record));
    }

    @Test
    void whatIsDamagedIsNotReadAsAnotherRecord() {
        byte[] packed = packed(record("Fishing", Map.of()));
        packed[0] = 99;
        assertThrows(IllegalStateException.class, () -> PackedRecord.read(packed));
        packed[0] = 1;
        packed[4]++;
        assertThrows(IllegalStateException.class, () -> PackedRecord.read(packed));
    }
}
