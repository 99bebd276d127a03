package sourcebook.extraction.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.PackedText;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;

/// The messages about pages, in the form of [Wire]. Stateless.
public final class PageWire {
    private static final int SIZES = 1;
    private static final int IMAGE = 2;
    private static final int TEXT = 3;
    private static final int FAILED = 4;
    private static final int MARKUP = 5;

    private PageWire() {}

    public static void write(DataOutputStream out, PageRequest request) throws IOException {
        Wire.begin(out, Wire.PAGE_REQUEST);
        Wire.string(out, request.original().toString());
        Wire.string(out, request.key());
        Wire.string(out, request.mediaType());
        switch (request.want()) {
            case PageRequest.Sizes() -> out.writeByte(SIZES);
            case PageRequest.Image(int page, int width) -> {
                out.writeByte(IMAGE);
                out.writeInt(page);
                out.writeInt(width);
            }
            case PageRequest.Text(int page) -> {
                out.writeByte(TEXT);
                out.writeInt(page);
            }
            case PageRequest.Markup() -> out.writeByte(MARKUP);
        }
        out.flush();
    }

    /// The next request, or null when the parent has closed its end or is gone.
    public static @Nullable PageRequest readRequest(DataInputStream in) throws IOException {
        int kind = Wire.kind(in);
        if (kind < 0) {
            return null;
        }
        if (kind != Wire.PAGE_REQUEST) {
            throw new StreamCorruptedException("not a request for a page: " + kind);
        }
        Path original = Path.of(Wire.string(in));
        String key = Wire.string(in);
        String mediaType = Wire.string(in);
        int want = in.readUnsignedByte();
        return new PageRequest(
                original,
                key,
                mediaType,
                switch (want) {
                    case SIZES -> new PageRequest.Sizes();
                    case IMAGE -> new PageRequest.Image(in.readInt(), in.readInt());
                    case TEXT -> new PageRequest.Text(in.readInt());
                    case MARKUP -> new PageRequest.Markup();
                    default -> throw new StreamCorruptedException("nothing that can be wanted: " + want);
                });
    }

    public static void write(DataOutputStream out, PageAnswer answer) throws IOException {
        Wire.begin(out, Wire.PAGE_ANSWER);
        switch (answer) {
            case PageAnswer.Sizes(var pages) -> {
                out.writeByte(SIZES);
                out.writeInt(pages.size());
                for (PageAnswer.Size page : pages) {
                    out.writeFloat(page.width());
                    out.writeFloat(page.height());
                }
            }
            case PageAnswer.Image(String type, int width, int height, byte[] bytes) -> {
                out.writeByte(IMAGE);
                Wire.string(out, type);
                out.writeInt(width);
                out.writeInt(height);
                Wire.bytes(out, bytes);
            }
            case PageAnswer.Text(var text) -> {
                out.writeByte(TEXT);
                Wire.bytes(out, PackedText.pack(text));
            }
            case PageAnswer.Markup(String html, var pictures) -> {
                out.writeByte(MARKUP);
                Wire.string(out, html);
                out.writeInt(pictures.size());
                for (PageAnswer.Picture picture : pictures) {
                    Wire.string(out, picture.mediaType());
                    Wire.bytes(out, picture.bytes());
                }
            }
            case PageAnswer.Failed(var kind, String reason) -> {
                out.writeByte(FAILED);
                Wire.string(out, kind.name());
                Wire.string(out, reason);
            }
        }
        Wire.end(out);
    }

    /// What follows the kind of an answer about pages.
    static PageAnswer readAnswer(DataInputStream in) throws IOException {
        int form = in.readUnsignedByte();
        PageAnswer answer = switch (form) {
            case SIZES -> {
                List<PageAnswer.Size> pages = new ArrayList<>();
                for (int left = Wire.count(in); left > 0; left--) {
                    pages.add(new PageAnswer.Size(in.readFloat(), in.readFloat()));
                }
                yield new PageAnswer.Sizes(pages);
            }
            case IMAGE -> new PageAnswer.Image(Wire.string(in), in.readInt(), in.readInt(), Wire.bytes(in));
            case TEXT -> new PageAnswer.Text(PackedText.unpack(Wire.bytes(in)));
            case MARKUP -> {
                String html = Wire.string(in);
                List<PageAnswer.Picture> pictures = new ArrayList<>();
                for (int left = Wire.count(in); left > 0; left--) {
                    pictures.add(new PageAnswer.Picture(Wire.string(in), Wire.bytes(in)));
                }
                yield new PageAnswer.Markup(html, pictures);
            }
            case FAILED -> new PageAnswer.Failed(Wire.failure(Wire.string(in)), Wire.string(in));
            default -> throw new StreamCorruptedException("unknown kind of answer: " + form);
        };
        Wire.end(in);
        return answer;
    }
}
