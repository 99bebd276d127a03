package sourcebook.description.html;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Hashes of the blocks of a page, by which pages of one site are compared: of their letters and
/// digits, without case (FNV-1a, 64 bits). Pure.
final class Fingerprint {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /// Shorter texts are headings ("Background"), names and days, which articles share by nature.
    private static final int SHORTEST = 16;

    private Fingerprint() {}

    /// 0 for a text that is too short to tell.
    static long of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        long hash = BASIS;
        int letters = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ c) * PRIME;
                letters += c >= 0x2E80 ? 2 : 1; // signs that stand for syllables and words say more
            }
        }
        return letters < SHORTEST ? 0 : hash;
    }

    static Set<Long> of(Collection<Block> blocks) {
        Set<Long> hashes = new HashSet<>();
        for (Block block : blocks) {
            long hash = of(block.text());
            if (hash != 0) {
                hashes.add(hash);
            }
        }
        return hashes;
    }
}
