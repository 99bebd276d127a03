package sourcebook.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text of the collection: one paragraph a line, its kind told by what the line begins with.
record StarterText(List<Paragraph> paragraphs) {

    /// What a paragraph is, and what its line begins with.
    enum Kind {
        TITLE("# "),
        HEADING("## "),
        BYLINE("~ "),
        ABSTRACT("= "),
        MARK("! "),
        PLAIN("");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /// @param kind what it is
    /// @param text without the sign
    record Paragraph(Kind kind, String text) {}

    static StarterText of(String name) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : read(name).split("\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(paragraph(line));
            }
        }
        return new StarterText(List.copyOf(paragraphs));
    }

    /// A resource as it is.
    static String read(String name) {
        try (InputStream in = StarterText.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No such resource: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String title() {
        return first(Kind.TITLE);
    }

    String byline() {
        return first(Kind.BYLINE);
    }

    private String first(Kind kind) {
        return paragraphs.stream()
                .filter(paragraph -> paragraph.kind() == kind)
                .map(Paragraph::text)
                .findFirst()
                .orElseThrow();
    }

    private static Paragraph paragraph(String line) {
        for (Kind kind : Kind.values()) {
            if (line.startsWith(kind.sign)) {
                return new Paragraph(kind, line.substring(kind.sign.length()).strip());
            }
        }
        throw new IllegalStateException("Every line begins with nothing");
    }
}
