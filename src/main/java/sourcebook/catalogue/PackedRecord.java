package sourcebook.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A record as a column of the database keeps it: of most a frame, for what their JSON says is mostly its own keys; of
/// those with columns of a sidecar's the JSON itself, which is asked for its keys inside the database. Every record was
/// once kept as the latter, so both are read.
///
/// A frame has a byte in front with the number of its dictionary, and the length of the JSON (four bytes). The
/// dictionary, a resource, is never changed: other words are another one, with another number.
final class PackedRecord {
    /// No JSON of a record begins so.
    private static final byte NUMBER = 1;

    private static final int FRONT = 1 + Integer.BYTES;

    /// Records are short: a higher level saves hardly a byte.
    private static final int LEVEL = 9;

    private static final Frames FRAMES = new Frames(LEVEL, dictionary());

    private PackedRecord() {}

    /// The value of a column that holds a record.
    static Object of(DocumentRecord record) {
        String json = RecordJson.write(record);
        if (!record.custom().isEmpty()) {
            return json;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] frame = FRAMES.pack(bytes);
        return ByteBuffer.allocate(FRONT + frame.length)
                .put(NUMBER)
                .putInt(bytes.length)
                .put(frame)
                .array();
    }

    /// The same of a column beside one with another record: nothing if both are the same, as most are.
    static Object unless(DocumentRecord same, DocumentRecord record) {
        return record.equals(same) ? "" : of(record);
    }

    /// The record of a column.
    ///
    /// @param column its bytes, of JSON in UTF-8
    static DocumentRecord read(byte[] column) {
        return RecordJson.readRecord(new String(json(column), StandardCharsets.UTF_8));
    }

    private static byte[] json(byte[] column) {
        if (column.length == 0 || column[0] == '{') {
            return column;
        }
        if (column[0] != NUMBER || column.length < FRONT) {
            throw new IllegalStateException("A record packed with an unknown dictionary: "
                    + Arrays.toString(Arrays.copyOf(column, Math.min(column.length, FRONT))));
        }
        int length = ByteBuffer.wrap(column).getInt(1);
        return FRAMES.unpack(column, FRONT, column.length - FRONT, length);
    }

    private static byte[] dictionary() {
        String name = "/sourcebook/catalogue/record-" + NUMBER + ".dictionary";
        try (InputStream resource = PackedRecord.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return resource.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
