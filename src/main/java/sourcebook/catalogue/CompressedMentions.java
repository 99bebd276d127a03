package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Mentions as the database keeps them: a line for each, its country, how far it begins behind the last one's
/// beginning, and its length; zstd.
final class CompressedMentions {
    private CompressedMentions() {}

    static byte[] pack(List<Mention> mentions) {
        StringBuilder lines = new StringBuilder();
        int last = 0;
        for (Mention mention : mentions) {
            lines.append(mention.country()).append(' ').append(mention.start() - last);
            lines.append(' ').append(mention.end() - mention.start()).append('\n');
            last = mention.start();
        }
        return CompressedText.pack(lines.toString());
    }

    static List<Mention> unpack(byte[] packed) {
        List<Mention> mentions = new ArrayList<>();
        int last = 0;
        for (String line : CompressedText.unpack(packed).lines().toList()) {
            String[] parts = line.split(" ", -1);
            last += Integer.parseInt(parts[1]);
            mentions.add(new Mention(parts[0], last, last + Integer.parseInt(parts[2])));
        }
        return mentions;
    }
}
