package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import org.apache.tika.parser.txt.CharsetDetector;
import org.jspecify.annotations.Nullable;

/// Bytes as text: a byte order mark decides, then what the document declares, then strict UTF-8, and only then a guess.
///
/// @param charset the one that was used
record Decoded(String text, Charset charset) {
    private static final char REPLACEMENT = '\uFFFD';

    private static final int HEAD = 1 << 16; // a declaration later than this is not looked for
    private static final Pattern DECLARED = Pattern.compile(
            "<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.+-]+)|^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.+-]+)",
            Pattern.CASE_INSENSITIVE);

    /// Plain text. `declared` comes from outside of it (a mail header) and may be null.
    static Decoded plain(byte[] bytes, @Nullable Charset declared) throws IOException {
        Decoded marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        if (declared == null || !sevenBit(bytes)) { // of the 7-bit charsets (ISO-2022-JP) all is valid UTF-8
            String utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return new Decoded(utf8, StandardCharsets.UTF_8);
            }
        }
        Charset charset = declared != null ? declared : guess(bytes);
        return new Decoded(new String(bytes, charset), charset);
    }

    /// HTML. Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever an old template declares: in any other charset
    /// that would be an accident of the rarest kind.
    static Decoded html(byte[] bytes, @Nullable Charset outer) throws IOException {
        Decoded marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        Charset declared = outer != null ? outer : declared(bytes);
        boolean sevenBit = sevenBit(bytes);
        if (!sevenBit || declared == null) {
            String utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return new Decoded(utf8, StandardCharsets.UTF_8);
            }
        }
        Charset charset = declared != null ? declared : guess(bytes);
        return new Decoded(new String(bytes, charset), charset);
    }

    /// A charset by the name a document uses for it; browsers' meaning of the Latin names; null when unknown.
    static @Nullable Charset named(@Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.strip());
            String canonical = charset.name();
            if (canonical.equals("ISO-8859-1") || canonical.equals("US-ASCII")) {
                return Charset.forName("windows-1252");
            }
            return canonical.equals("GB2312") ? Charset.forName("GB18030") : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var matcher = DECLARED.matcher(head);
        while (matcher.find()) {
            Charset charset = named(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            if (charset != null) {
                // whoever can read this declaration byte by byte is not reading UTF-16
                return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
            }
        }
        return null;
    }

    private static @Nullable Decoded byMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return new Decoded(new String(b, 3, b.length - 3, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
        if (b.length >= 4 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE && b[2] == 0 && b[3] == 0) {
            Charset utf32 = Charset.forName("UTF-32LE");
            return new Decoded(new String(b, 4, b.length - 4, utf32), utf32);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE);
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
        }
        return null;
    }

    private static boolean sevenBit(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    static @Nullable String strict(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) < 0) { // what is not in the charset would have become one
            return text;
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Charset guess(byte[] bytes) {
        var detector = new CharsetDetector();
        detector.setText(bytes);
        var match = detector.detect();
        Charset guessed = match == null ? null : named(match.getName());
        return guessed == null ? Charset.forName("windows-1252") : guessed;
    }
}
