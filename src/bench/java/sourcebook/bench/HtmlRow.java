package sourcebook.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Saved web pages until they are searchable, body and furniture told apart and described, against Tika in this
/// process and bare Lucene with two threads. The pages are made of the corpus's texts, with menus and teasers around
/// them.
final class HtmlRow implements Row {
    private static final int THREADS = 2;
    private static final int MOST = 2_000;
    private static final double TARGET = .5;

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String about() {
        return "web pages until searchable, against Tika in this process and bare Lucene";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Corpus corpus = setting.corpus();
        int documents = Math.min(MOST, corpus.documents());
        Path folder = setting.scratch("html-pages");
        List<byte[]> pages = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            Path file = corpus.folder().resolve(corpus.files().get(i));
            byte[] page =
                    page(i, Files.readString(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("page-" + i + ".html"), page);
            pages.add(page);
        }
        Rounds.Compared compared = Rounds.of(
                setting,
                BareIndex.side(setting, documents, number -> item(number, pages.get(number)), THREADS),
                () -> new Filled(setting.scratch("html-archive"), folder, documents));
        return List.of(
                Figure.speed(
                        name(),
                        "documents a second",
                        documents,
                        documents / (compared.limit().median() / 1e9),
                        documents / (compared.product().median() / 1e9),
                        TARGET),
                Figure.cost(
                        name(),
                        "processor µs a document",
                        documents,
                        compared.limit().processor() / 1e3 / documents / setting.rounds(),
                        compared.product().processor() / 1e3 / documents / setting.rounds(),
                        null));
    }

    private static BareIndex.Item item(int number, byte[] page) throws IOException {
        BodyContentHandler text = new BodyContentHandler(-1);
        try {
            new JSoupParser().parse(new ByteArrayInputStream(page), text, new Metadata(), new ParseContext());
        } catch (SAXException | TikaException unreadable) {
            throw new IOException(unreadable);
        }
        return new BareIndex.Item(Integer.toString(number), text.toString(), List.of("none"), "undated", "none");
    }

    private static String page(int number, String text) {
        String[] paragraphs = text.strip().split("\n+", -1);
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(paragraphs[0])
                .append(" | The Courier</title></head><body><nav><ul>");
        for (String entry : List.of("Home", "World", "Politics", "Business", "Science", "Sport", "Opinion")) {
            page.append("<li><a href=\"/")
                    .append(entry)
                    .append("\">")
                    .append(entry)
                    .append("</a></li>");
        }
        page.append("</ul></nav><article><h1>").append(paragraphs[0]).append("</h1>");
        for (int i = 1; i < paragraphs.length; i++) {
            page.append("<p>").append(paragraphs[i]).append("</p>");
        }
        page.append("</article><aside><h2>Most read</h2><ul>");
        for (int i = 0; i < 8; i++) {
            page.append("<li><a href=\"/item/")
                    .append(number + i)
                    .append("\">Another headline of the day, number ")
                    .append((number * 7 + i) % 50)
                    .append("</a></li>");
        }
        return page.append("</ul></aside><footer>© The Courier. All rights reserved.</footer></body></html>")
                .toString();
    }
}
