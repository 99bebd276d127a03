package sourcebook.analysis;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Sets of documents, by their numbers, as few bytes.
final class DocumentSet {
    private static final int BUFFER = 8 << 10;
    private static final int MOST_BYTES = 16 << 20; // a hundred million documents

    private DocumentSet() {}

    static byte[] pack(BitSet numbers) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(numbers.toByteArray());
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /// @throws IllegalArgumentException when these are no such bytes
    static BitSet unpack(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                bytes.write(buffer, 0, length);
                if ((length == 0 && !inflater.finished()) || bytes.size() > MOST_BYTES) {
                    throw new IllegalArgumentException("This is not a whole set of documents.");
                }
            }
            return BitSet.valueOf(bytes.toByteArray());
        } catch (DataFormatException damaged) {
            throw new IllegalArgumentException("This is not a set of documents.", damaged);
        } finally {
            inflater.end();
        }
    }
}
