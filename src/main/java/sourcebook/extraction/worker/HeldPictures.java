package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;
import sourcebook.extraction.PageAnswer.Picture;
import sourcebook.extraction.PictureType;

/// The pictures that a document holds, by the names under which its text may speak of them. Those that
/// are too large, or in a form no browser shows, are left out. Used for one document.
final class HeldPictures implements EmbeddedDocumentExtractor {
    private static final int MOST_BYTES = 8 << 20; // of one
    private static final long MOST_BYTES_IN_ALL = 48L << 20;
    private static final int MOST = 500;

    private final Progress progress;
    private final IntConsumer arrived;
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>(); // by each of its names; 1-based
    private long bytes;

    /// @param arrived told the number of each that the parser comes across
    HeldPictures(Progress progress, IntConsumer arrived) {
        this.progress = progress;
        this.arrived = arrived;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /// The number of the picture that is meant; 0 if it is not held.
    int number(String name) {
        String wanted = name.startsWith("embedded:") ? name.substring("embedded:".length()) : name;
        Integer known = numbers.get(wanted);
        if (known != null) {
            return known;
        }
        if (wanted.startsWith("cid:")) { // Outlook makes such names of the file's: cid:image001.png@01D5F1A2.3B4C
            return numbers.getOrDefault(wanted.substring(4).replaceFirst("@.*", ""), 0);
        }
        String path = wanted.replaceFirst("^(?:\\.{1,2}/)+", "");
        return path.isEmpty()
                ? 0
                : numbers.entrySet().stream()
                        .filter(one -> one.getKey().endsWith("/" + path))
                        .mapToInt(Map.Entry::getValue)
                        .min()
                        .orElse(0);
    }

    /// @return its number; 0 if it is left out
    int add(InputStream in, List<String> names) throws IOException {
        progress.moved();
        if (pictures.size() == MOST) {
            return 0;
        }
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        String type = PictureType.of(content).orElse("");
        if (content.length > MOST_BYTES || bytes + content.length > MOST_BYTES_IN_ALL || type.isEmpty()) {
            return 0;
        }
        bytes += content.length;
        pictures.add(new Picture(type, content));
        names.stream().filter(name -> !name.isBlank()).forEach(name -> numbers.putIfAbsent(name, pictures.size()));
        return pictures.size();
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        String kind = String.valueOf(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE));
        return !kind.toUpperCase(Locale.ROOT).equals("THUMBNAIL");
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        if (!shouldParseEmbedded(metadata) || "true".equals(metadata.get("rtf_meta:thumbnail"))) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (String name : new String[] {
            metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY),
            metadata.get(TikaCoreProperties.EMBEDDED_RELATIONSHIP_ID),
            metadata.get(TikaCoreProperties.INTERNAL_PATH)
        }) {
            names.add(name == null ? "" : name);
        }
        int number = add(stream, names);
        if (number > 0) {
            arrived.accept(number);
        }
    }
}
