package sourcebook.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/// A secret that is good for one thing once: 128 random bits, in groups that can be read aloud.
final class Token {
    private static final int BYTES = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String digits;

    Token() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        this.digits = HexFormat.of().formatHex(random);
    }

    /// Takes as long for a wrong text as for the right one. Blanks, hyphens and case are of no account.
    boolean is(String typed) {
        String bare = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(digits.getBytes(StandardCharsets.UTF_8), bare.getBytes(StandardCharsets.UTF_8));
    }

    /// As it is printed: never in an exception, an answer or an address.
    String text() {
        return digits.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }
}
