package sourcebook.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mentions as the database keeps them: [#FORM], then, as [Varints], how many different names of countries there are,
/// each with its code (a byte for the length, ASCII) and length; then for each mention which of them it is, and how far
/// it begins behind the last one's beginning. Older archives have lines of text in a frame of zstd.
final class PackedMentions {
    private static final byte FORM = 1;

    private record Name(String country, int length) {}

    private PackedMentions() {}

    static byte[] pack(List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return new byte[0];
        }
        Map<Name, Integer> names = new LinkedHashMap<>();
        int[] which = new int[mentions.size()];
        int room = 1 + Varints.MOST_BYTES + 2 * Varints.MOST_BYTES * which.length;
        for (int i = 0; i < which.length; i++) {
            Mention mention = mentions.get(i);
            Name name = new Name(mention.country(), mention.end() - mention.start());
            Integer met = names.putIfAbsent(name, names.size());
            which[i] = met == null ? names.size() - 1 : met;
            room += met == null ? 1 + name.country().length() + Varints.MOST_BYTES : 0;
        }
        ByteBuffer packed = ByteBuffer.allocate(room);
        packed.put(FORM);
        Varints.put(packed, names.size());
        for (Name name : names.keySet()) {
            byte[] code = name.country().getBytes(StandardCharsets.US_ASCII);
            packed.put((byte) code.length).put(code);
            Varints.put(packed, name.length());
        }
        int last = 0;
        for (int i = 0; i < which.length; i++) {
            Varints.put(packed, which[i]);
            Varints.put(packed, mentions.get(i).start() - last);
            last = mentions.get(i).start();
        }
        return Arrays.copyOf(packed.array(), packed.position());
    }

    static List<Mention> unpack(byte[] column) {
        if (column.length == 0) {
            return List.of();
        }
        if (PackedTexts.isWholeFrame(column)) {
            return lines(PackedTexts.wholeFrame(column));
        }
        ByteBuffer packed = ByteBuffer.wrap(column);
        if (packed.get() != FORM) {
            throw new IllegalStateException("Mentions packed in an unknown form: " + column[0]);
        }
        List<Name> names = new ArrayList<>();
        for (int left = Varints.get(packed); left > 0; left--) {
            byte[] code = new byte[packed.get()];
            packed.get(code);
            names.add(new Name(new String(code, StandardCharsets.US_ASCII), Varints.get(packed)));
        }
        List<Mention> mentions = new ArrayList<>();
        int last = 0;
        while (packed.hasRemaining()) {
            Name name = names.get(Varints.get(packed));
            last += Varints.get(packed);
            mentions.add(new Mention(name.country(), last, last + name.length()));
        }
        return mentions;
    }

    /// A line for each, its country, how far it begins behind the last one's beginning, and its length.
    private static List<Mention> lines(String text) {
        List<Mention> mentions = new ArrayList<>();
        int last = 0;
        for (String line : text.lines().toList()) {
            String[] parts = line.split(" ", -1);
            last += Integer.parseInt(parts[1]);
            mentions.add(new Mention(parts[0], last, last + Integer.parseInt(parts[2])));
        }
        return mentions;
    }
}
