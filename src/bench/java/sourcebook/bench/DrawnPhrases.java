package sourcebook.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.ingest.OpenArchive;

/// Phrases as they stand in the documents of an archive, drawn by chance, for a run's questions.
///
/// Bare Lucene does not join a word that is broken at a line end, and Sourcebook does; so that both are asked for the
/// same, no word is drawn that is broken anywhere.
final class DrawnPhrases {
    private static final Pattern BROKEN = Pattern.compile("(\\p{L}+)[-\u00AD\u2010][ \\t]*\\R\\s*(\\p{L}+)");

    /// Documents that are searched for broken words; more do not fit the time of a row.
    private static final int TRIES = 1_000;

    private final OpenArchive archive;
    private final List<DocumentId> documents;
    private final SplittableRandom random;
    private final Set<String> broken = new HashSet<>();

    DrawnPhrases(OpenArchive archive, long seed) throws IOException {
        this.archive = archive;
        documents = Setting.ids(archive);
        random = new SplittableRandom(seed);
        documents.forEach(document -> {
            Matcher words = BROKEN.matcher(text(document));
            while (words.find()) {
                broken.add((words.group(1) + words.group(2)).toLowerCase(java.util.Locale.ROOT));
            }
        });
    }

    private String text(DocumentId document) {
        return archive.catalogue().text(document).orElse(DocumentText.NONE).text();
    }

    /// What a phrase must be to be taken.
    interface Fit {
        boolean test(List<String> words) throws Exception;
    }

    /// Different phrases of so many words each, in small letters.
    ///
    /// @throws IllegalStateException if the texts have too few that fit
    List<List<String>> draw(int phrases, int least, int most, Fit fit) throws Exception {
        Set<List<String>> drawn = new LinkedHashSet<>();
        for (int i = 0; i < phrases * TRIES && drawn.size() < phrases; i++) {
            List<String> words = one(random.nextInt(least, most + 1));
            if (!words.isEmpty() && !overlaps(words) && !drawn.contains(words) && fit.test(words)) {
                drawn.add(words);
            }
        }
        if (drawn.size() < phrases) {
            throw new IllegalStateException("Only " + drawn.size() + " phrases were found; the corpus is too small.");
        }
        return List.copyOf(drawn);
    }

    /// Whether it could begin again before it ends, as `the the` does in `the the the`: Lucene's phrase query counts
    /// such hits twice, Sourcebook once.
    private static boolean overlaps(List<String> words) {
        return IntStream.range(1, words.size())
                .anyMatch(start -> words.subList(start, words.size()).equals(words.subList(0, words.size() - start)));
    }

    /// Words of plain letters with one blank between each, from somewhere in a text; none if there are none.
    private List<String> one(int length) {
        String text = text(documents.get(random.nextInt(documents.size())));
        if (text.length() < 200) {
            return List.of();
        }
        int at = random.nextInt(text.length() - 100);
        while (at < text.length() && text.charAt(at) != ' ') {
            at++;
        }
        List<String> words = new ArrayList<>();
        int from = at + 1;
        while (words.size() < length) {
            int to = from;
            while (to < text.length() && (text.charAt(to) | 0x20) >= 'a' && (text.charAt(to) | 0x20) <= 'z') {
                to++;
            }
            if (to == from || to == text.length() || text.charAt(to) != ' ') {
                return List.of();
            }
            String word = text.substring(from, to).toLowerCase(java.util.Locale.ROOT);
            if (broken.contains(word)) {
                return List.of();
            }
            words.add(word);
            from = to + 1;
        }
        return words;
    }
}
