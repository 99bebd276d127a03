package sourcebook.ui;

import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import sourcebook.reading.CleanPage;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a text for the browser, which makes elements of them: never markup of the document's own.
///
/// @param parts ascending; empty when nothing is known of the text's parts
/// @param address of the document in the API, before the names of its pictures
record Structure(List<CleanPage.Part> parts, String address) {
    static final Structure NONE = new Structure(List.of(), "");

    Structure {
        parts = List.copyOf(parts);
    }

    /// The parts that begin in a stretch of the text.
    ArrayNode json(int from, int to) {
        ArrayNode nodes = JacksonUtils.createArrayNode();
        for (int i = first(from); i < parts.size() && parts.get(i).start() < to; i++) {
            CleanPage.Part part = parts.get(i);
            ObjectNode node = nodes.addObject();
            node.put("kind", part.kind().name().toLowerCase(java.util.Locale.ROOT));
            node.put("start", part.start());
            node.put("end", part.end());
            node.put("level", part.level());
            node.put("group", part.group());
            node.put("row", part.row());
            node.put("ordered", part.ordered());
            node.put("column", part.column());
            node.put("alt", part.alt());
            node.put("source", part.source().startsWith("data:") ? part.source() : address(part.source()));
            if (!part.written().isEmpty()) {
                ArrayNode looks = node.putArray("looks");
                part.written()
                        .forEach(written -> looks.addArray()
                                .add(look(written.look()))
                                .add(written.start())
                                .add(written.end()));
            }
        }
        return nodes;
    }

    private String address(String source) {
        return source.isEmpty() ? "" : address + "/" + source;
    }

    /// Name of an element, or of a class that reading.css knows.
    private static String look(CleanPage.Look look) {
        return switch (look) {
            case STRONG -> "strong";
            case EMPHASIS -> "em";
            case SIGN -> "sign";
            case LINE_END -> "line-end";
        };
    }

    /// Where a stretch that begins at `from` may end: where a part begins, near `wanted`.
    int seam(int from, int wanted, int end) {
        if (parts.isEmpty()) {
            return wanted;
        }
        int at = first(wanted);
        return at < parts.size() && parts.get(at).start() > from
                ? Math.min(end, parts.get(at).start())
                : end;
    }

    /// Index of the first part that begins at `from` or later.
    private int first(int from) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
