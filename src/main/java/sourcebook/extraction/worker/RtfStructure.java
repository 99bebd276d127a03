package sourcebook.extraction.worker;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Makes headings and tables of the signs that [RtfMarks] put into an RTF text. Used once, for one document.
final class RtfStructure {
    private final Element body; // where blocks and tables come to stand
    private @Nullable Element table;
    private Element row = new Element("tr");
    private Element cell = new Element("td");

    private RtfStructure(Element body) {
        this.body = body;
    }

    /// @param html as made of the marked text
    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        for (TextNode bare : page.body().textNodes()) {
            if (!bare.isBlank()) {
                bare.wrap("<p></p>");
            }
        }
        List<Element> blocks = List.copyOf(page.body().children());
        RtfStructure structure = new RtfStructure(page.body().empty());
        blocks.forEach(structure::take); // to move each from its place would cost time for all that stand behind it
        structure.endTable();
        return page.body().html();
    }

    private void take(Element block) {
        String signs = signs(block);
        boolean empty = block.text().isBlank() && block.selectFirst("img") == null && !block.nameIs("img");
        int level = signs.chars()
                .map(sign -> sign - RtfMarks.HEADING + 1)
                .filter(one -> one >= 1 && one <= RtfMarks.MOST_LEVELS)
                .findFirst()
                .orElse(0);
        if (level > 0 && !empty) {
            block.tagName("h" + level);
            block.select("b, i").unwrap();
        }
        boolean endsCell = signs.indexOf(RtfMarks.CELL_END) >= 0;
        if (endsCell || signs.indexOf(RtfMarks.IN_TABLE) >= 0) {
            beginTable();
            if (!empty) {
                cell.appendChild(block);
            }
            if (endsCell) {
                endCell();
            }
        } else if (signs.indexOf(RtfMarks.ROW_END) >= 0) {
            endRow();
            if (!empty) {
                body.appendChild(block);
            }
        } else if (block.nameIs("img") && table != null && row.childNodeSize() + cell.childNodeSize() > 0) {
            cell.appendChild(block);
        } else if (!empty) {
            endTable();
            body.appendChild(block);
        }
    }

    /// Those inside, in their order; takes them out.
    private static String signs(Element block) {
        StringBuilder signs = new StringBuilder();
        block.nodeStream(TextNode.class).forEach(text -> {
            String whole = text.getWholeText();
            StringBuilder left = new StringBuilder();
            whole.chars().forEach(one -> (isSign(one) ? signs : left).append((char) one));
            if (left.length() < whole.length()) {
                text.text(left.toString());
            }
        });
        return signs.toString();
    }

    private static boolean isSign(int one) {
        return one >= RtfMarks.CELL_END && one < RtfMarks.HEADING + RtfMarks.MOST_LEVELS;
    }

    private void beginTable() {
        if (table == null) {
            table = body.appendElement("table");
        }
    }

    private void endCell() {
        row.appendChild(cell);
        cell = new Element("td");
    }

    private void endRow() {
        if (cell.childNodeSize() > 0) {
            endCell();
        }
        if (table != null && row.childNodeSize() > 0) {
            table.appendChild(row);
        }
        row = new Element("tr");
    }

    private void endTable() {
        endRow();
        table = null;
    }
}
