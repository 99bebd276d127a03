package sourcebook.catalogue;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// The identity of a document: the SHA-256 of its original's bytes, as 64 lower-case hexadecimal digits.
///
/// Equal bytes are one document, wherever and however often they were found. Immutable.
public record DocumentId(String value) implements Comparable<DocumentId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /// Digits of the short form: 48 bits, a collision among a million documents has a chance of 1 in 500.
    private static final int SHORT_LENGTH = 12;

    public DocumentId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a document id (64 hexadecimal digits): " + value);
        }
    }

    /// The first 12 digits, as used in addresses of pages.
    public String shortForm() {
        return value.substring(0, SHORT_LENGTH);
    }

    /// The 32 bytes, as the catalogue keeps them.
    byte[] bytes() {
        return HexFormat.of().parseHex(value);
    }

    /// @param bytes 32 of them
    static DocumentId of(byte[] bytes) {
        return new DocumentId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
