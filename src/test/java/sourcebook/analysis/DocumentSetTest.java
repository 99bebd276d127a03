package sourcebook.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class DocumentSetTest {
    @Test
    void aSetComesBackAsItWas() {
        BitSet numbers = new BitSet();
        numbers.set(1, 70);
        numbers.set(1_000_000);
        assertEquals(numbers, DocumentSet.unpack(DocumentSet.pack(numbers)));
        assertEquals(new BitSet(), DocumentSet.unpack(DocumentSet.pack(new BitSet())));
    }

    @Test
    void aFewBytesThatSwellAreRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(new byte[17 << 20]);
        }
        assertTrue(packed.size() < 1 << 16);
        assertThrows(IllegalArgumentException.class, () -> DocumentSet.unpack(packed.toByteArray()));
        assertThrows(IllegalArgumentException.class, () -> DocumentSet.unpack(new byte[] {1, 2, 3}));
    }
}
