package sourcebook.analysis;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sourcebook.search.Hit;
import sourcebook.search.SearchResult;

/// The bytes by which lines of a concordance are sorted: unsigned, compared from the first, each text ended by a zero.
///
/// Words are joined with blanks, which in the Unicode collation stand before every letter: so the sequences are
/// compared word by word, and case and accents decide only between sequences that are else equal. Not for several
/// threads.
final class ConcordanceKeys {
    /// Words that are compared; lines that agree in more keep the order of the documents.
    private static final int WORDS = 8;

    private static final int KNOWN = 0;
    private static final int UNKNOWN = 1;

    private final ConcordanceSort sort;
    private final Map<String, String> countryNames;
    private final Collator collator = Collator.getInstance(ULocale.ROOT);
    private final RawCollationKey key = new RawCollationKey();

    /// @param countryNames names by code
    ConcordanceKeys(ConcordanceSort sort, Map<String, String> countryNames) {
        this.sort = sort;
        this.countryNames = countryNames;
    }

    /// @param group the place of its group among the groups
    /// @param number of the line in the order of documents and hits: makes the key unique
    byte[] key(int group, SearchResult.Result document, ConcordanceText text, Hit hit, long number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(group).array());
        byte[] own = switch (sort.by()) {
            case DOCUMENT ->
                sort.descending()
                        ? ByteBuffer.allocate(Long.BYTES).putLong(number).array()
                        : new byte[0];
            case BEFORE -> words(text.wordsBefore(hit, sort.word(), WORDS));
            case AFTER -> words(text.wordsAfter(hit, sort.word(), WORDS));
            case HIT -> words(text.wordsOf(hit));
            case DATE -> known(bytes, document.date() == null ? "" : document.date(), false);
            case SOURCE -> known(bytes, document.source() == null ? "" : document.source(), true);
            case COUNTRY -> known(bytes, countries(document), true);
        };
        if (sort.descending()) {
            for (int i = 0; i < own.length; i++) {
                own[i] = (byte) ~own[i];
            }
        }
        bytes.writeBytes(own);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return bytes.toByteArray();
    }

    private String countries(SearchResult.Result document) {
        List<String> names = new ArrayList<>();
        document.countries().forEach(code -> names.add(countryNames.getOrDefault(code, code)));
        return names.stream().sorted(collator).collect(Collectors.joining(", "));
    }

    /// The unknown come last, in both directions.
    private byte[] known(ByteArrayOutputStream bytes, String value, boolean collated) {
        bytes.write(value.isEmpty() ? UNKNOWN : KNOWN);
        return collated ? collated(value) : (value + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] words(List<String> words) {
        return collated(String.join(" ", words));
    }

    private byte[] collated(String text) {
        collator.getRawCollationKey(text, key);
        byte[] bytes = new byte[key.size];
        System.arraycopy(key.bytes, 0, bytes, 0, key.size);
        return bytes;
    }
}
