package sourcebook.extraction.worker;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import sourcebook.extraction.Extraction.Kind;
import sourcebook.extraction.PageAnswer;
import sourcebook.extraction.PageRequest;

/// The main of a worker process that draws pages. The last original stays open, so that of a long one
/// only the first page costs the opening.
public final class PageMain {
    private static final System.Logger LOG = System.getLogger(PageMain.class.getName());

    private final Progress progress;
    private @Nullable OpenOriginal open;
    private @Nullable MarkupReader markup;
    private String key = "";

    private PageMain(Progress progress) {
        this.progress = progress;
    }

    public static void main(String[] args) throws InterruptedException, IOException {
        serve(_ -> {});
    }

    /// What is done before a page is drawn; tests let misfortunes happen here.
    interface Before {
        void drawing(PageRequest request);
    }

    static void serve(Before before) throws InterruptedException, IOException {
        Jpeg2000Reader.register();
        new WorkerLoop<>(PageWire::readRequest).run(start -> {
            var main = new PageMain(new Progress(start));
            return (request, out) -> {
                PageAnswer answer = main.answer(request, before);
                PageWire.write(out, answer);
                return !(answer instanceof PageAnswer.Failed(var kind, var _) && kind == Kind.OUT_OF_MEMORY);
            };
        });
    }

    private PageAnswer answer(PageRequest request, Before before) {
        try {
            before.drawing(request);
            return switch (request.want()) {
                case PageRequest.Sizes() -> new PageAnswer.Sizes(opened(request).sizes());
                case PageRequest.Image(int page, int width) ->
                    EncodedImage.of(opened(request).image(page, width));
                case PageRequest.Text(int page) ->
                    new PageAnswer.Text(opened(request).text(page));
                case PageRequest.Markup() -> markup().read(request.original(), request.mediaType());
            };
        } catch (Unreadable e) {
            return new PageAnswer.Failed(e.failed().kind(), e.failed().reason());
        } catch (OutOfMemoryError e) {
            return new PageAnswer.Failed(
                    Kind.OUT_OF_MEMORY, "Drawing it needs more memory than a worker process may have.");
        } catch (StackOverflowError e) {
            return new PageAnswer.Failed(Kind.BROKEN, "It is nested too deeply to be drawn.");
        } catch (IOException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "cannot draw " + request, e);
            return new PageAnswer.Failed(Kind.BROKEN, "It cannot be drawn: " + Sentence.of(e));
        }
    }

    private MarkupReader markup() throws IOException {
        MarkupReader known = markup;
        MarkupReader reader = known == null ? new MarkupReader(progress) : known;
        markup = reader;
        return reader;
    }

    private OpenOriginal opened(PageRequest request) throws IOException {
        OpenOriginal known = open;
        if (known != null && key.equals(request.key())) {
            return known;
        }
        if (known != null) {
            open = null;
            known.close();
        }
        if (!Files.isReadable(request.original())) {
            throw new Unreadable(Kind.UNREADABLE, "The file cannot be opened.");
        }
        OpenOriginal fresh = request.mediaType().equals("application/pdf")
                ? new PdfPages(request.original(), progress)
                : new PicturePages(request.original(), progress);
        open = fresh;
        key = request.key();
        return fresh;
    }
}
