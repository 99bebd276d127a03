package sourcebook.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// Hashes passwords, and compares. Thread-safe.
///
/// Passwords are compared in Unicode's composed form (NFC, as RFC 8265 asks), since keyboards of different systems
/// write the same accented letter differently.
final class Password {
    static final int LEAST_CHARACTERS = 12;
    /// bcrypt reads no further.
    static final int MOST_BYTES = 72;

    private static final int COST = 12; // about a quarter of a second, for who guesses too
    private static final int KEY_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(COST);
    private final byte[] key = new byte[KEY_BYTES];
    private volatile byte @Nullable [] lastRight;

    Password() {
        new SecureRandom().nextBytes(key);
    }

    /// What is wrong with a new password, as a sentence.
    static Optional<String> objection(String password, String name) {
        String composed = composed(password);
        if (composed.codePointCount(0, composed.length()) < LEAST_CHARACTERS) {
            return Optional.of("The password needs at least " + LEAST_CHARACTERS
                    + " characters. A few words in a row are easy to remember.");
        }
        if (composed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("The password is longer than " + MOST_BYTES + " bytes.");
        }
        if (composed.equalsIgnoreCase(name) || composed.codePoints().distinct().count() < 3) {
            return Optional.of("This password is too easy to guess.");
        }
        return Optional.empty();
    }

    String hash(String password) {
        return String.valueOf(bcrypt.encode(composed(password)));
    }

    /// Whether a password is the one of `hash`. Slow on purpose.
    boolean matches(String password, String hash) {
        String composed = composed(password);
        boolean matches =
                composed.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES && bcrypt.matches(composed, hash);
        if (matches) {
            lastRight = digest(composed, hash);
        }
        return matches;
    }

    /// Whether it is the one that was right last. Quick, since programs send it with every request: what is remembered
    /// is a digest under a key that never leaves this process's memory.
    boolean wasRight(String password, String hash) {
        byte[] right = lastRight;
        return right != null && MessageDigest.isEqual(right, digest(composed(password), hash));
    }

    private byte[] digest(String composed, String hash) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update(hash.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(composed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + MAC, impossible);
        }
    }

    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
