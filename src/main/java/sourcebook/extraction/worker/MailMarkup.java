package sourcebook.extraction.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.stream.Field;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import sourcebook.extraction.PageAnswer;

/// The HTML bodies of a message, or of a page saved as MHTML, with the pictures that came with them. Used
/// for one message.
final class MailMarkup {
    private final Progress progress;
    private final HeldPictures pictures;
    private final List<Document> bodies = new ArrayList<>();

    private MailMarkup(Progress progress) {
        this.progress = progress;
        this.pictures = new HeldPictures(progress, _ -> {});
    }

    /// Without any HTML in it, the markup is empty.
    ///
    /// @param mostCharacters of the markup; more are refused
    static PageAnswer.Markup of(Path original, String mediaType, Progress progress, int mostCharacters)
            throws IOException {
        Message message = MailReader.parsed(original);
        try {
            MailMarkup markup = new MailMarkup(progress);
            boolean onlyFirst = mediaType.equals("multipart/related"); // a web page; the rest is frames of it
            markup.gather(message, onlyFirst);
            return new PageAnswer.Markup(markup.html(mostCharacters), markup.pictures.pictures());
        } finally {
            message.dispose();
        }
    }

    private void gather(Entity entity, boolean onlyFirst) throws IOException {
        progress.moved();
        if (entity.getBody() instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                gather(part, onlyFirst);
            }
            return;
        }
        String type = MailReader.type(entity);
        if (type.startsWith("image/")) {
            pictures.add(new ByteArrayInputStream(MailReader.bytes(entity)), names(entity));
        } else if (type.equals("text/html")
                && !(onlyFirst && !bodies.isEmpty())
                && !"attachment".equalsIgnoreCase(entity.getDispositionType())) {
            bodies.add(Jsoup.parse(Decoded.html(MailReader.bytes(entity), Decoded.named(MailReader.declared(entity)))
                    .text()));
        }
    }

    /// As a body speaks of it: by its identifier, or by its address.
    private static List<String> names(Entity entity) {
        List<String> names = new ArrayList<>();
        Field id = entity.getHeader().getField("Content-ID");
        Field location = entity.getHeader().getField("Content-Location");
        if (id != null) {
            names.add("cid:" + id.getBody().strip().replaceAll("^<|>$", ""));
        }
        if (location != null) {
            names.add(location.getBody().strip());
        }
        return names;
    }

    private String html(int mostCharacters) throws Unreadable {
        StringBuilder html = new StringBuilder();
        for (Document body : bodies) {
            body.select("script, style, head, template, noscript, svg, math, object, iframe, select")
                    .remove();
            for (Element image : body.select("img")) {
                String source = image.attr("src").strip();
                int number = source.isEmpty() ? 0 : pictures.number(source);
                image.attributes().asList().stream()
                        .filter(attribute -> !attribute.getKey().equals("alt"))
                        .toList()
                        .forEach(attribute -> image.removeAttr(attribute.getKey()));
                if (number > 0) {
                    image.attr("src", "pictures/" + number);
                }
            }
            body.outputSettings().prettyPrint(false);
            html.append("<div>").append(body.body().html()).append("</div>");
            if (html.length() > mostCharacters) {
                throw Draft.tooMuchText(mostCharacters);
            }
        }
        return html.toString();
    }
}
