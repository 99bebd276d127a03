package sourcebook.reading;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.DocumentId;
import sourcebook.extraction.PictureType;

/// The images of saved web pages: those in the page itself, and those that the browser saved beside it,
/// in a folder such as `page_files`. Only files in folders below the page's own are ever read, whatever
/// the page says. Thread-safe.
final class SavedImages {
    private static final Logger LOG = LoggerFactory.getLogger(SavedImages.class);

    /// Larger originals are not parsed again for their images.
    private static final long MOST_BYTES = 30L << 20;

    private static final long MOST_BYTES_OF_IMAGE = 10L << 20;
    private static final int MOST_DOCUMENTS = 64;
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "avif");

    private final OriginalFile originals;
    private final Map<DocumentId, List<Path>> beside = Recent.most(MOST_DOCUMENTS); // picture N at N - 1

    SavedImages(OriginalFile originals) {
        this.originals = originals;
    }

    /// @param lean the page as it was kept
    PageImagesKept of(CataloguedDocument document, Document lean) {
        List<Element> elements = lean.select("img");
        if (elements.isEmpty()) {
            return PageImagesKept.NONE;
        }
        try {
            Path file = originals.of(document).orElse(null);
            if (file == null || Files.size(file) > MOST_BYTES) {
                return PageImagesKept.of(lean, lean, _ -> "");
            }
            return images(document, file, lean, Jsoup.parse(file));
        } catch (IOException unreadable) {
            LOG.info("The images of {} cannot be read", document.id().shortForm(), unreadable);
            return PageImagesKept.of(lean, lean, _ -> "");
        }
    }

    private PageImagesKept images(CataloguedDocument document, Path file, Document lean, Document original) {
        List<Path> found = new ArrayList<>();
        PageImagesKept images = PageImagesKept.of(
                lean,
                original,
                source -> beside(file, source)
                        .map(picture -> {
                            found.add(picture);
                            return "pictures/" + found.size();
                        })
                        .orElse(""));
        beside.put(document.id(), List.copyOf(found));
        return images;
    }

    /// @param number 1-based
    Optional<PageImage> picture(CataloguedDocument document, int number) {
        List<Path> known = beside.get(document.id());
        if (known == null) {
            known = lookUp(document);
        }
        if (number < 1 || number > known.size()) {
            return Optional.empty();
        }
        Path file = known.get(number - 1);
        try {
            byte[] bytes = Files.size(file) > MOST_BYTES_OF_IMAGE ? new byte[0] : Files.readAllBytes(file);
            String tag = document.id().value() + "-beside-" + number + "-"
                    + Files.getLastModifiedTime(file).toMillis();
            return PictureType.of(bytes).map(type -> new PageImage(bytes, type, tag));
        } catch (IOException gone) {
            LOG.debug("An image beside {} is gone", document.id().shortForm(), gone);
            return Optional.empty();
        }
    }

    private List<Path> lookUp(CataloguedDocument document) {
        try {
            Path file = originals.of(document).orElse(null);
            if (file != null && Files.size(file) <= MOST_BYTES) {
                Document page = Jsoup.parse(file);
                images(document, file, page, page);
            }
        } catch (IOException unreadable) {
            LOG.debug("The images of {} cannot be read", document.id().shortForm(), unreadable);
        }
        return beside.getOrDefault(document.id(), List.of());
    }

    /// The file that a page means: an image in a folder below the page's own, links resolved.
    static Optional<Path> beside(Path page, String source) {
        String path = source.strip().replaceAll("[?#].*$", "").replace('\\', '/');
        int dot = path.lastIndexOf('.');
        boolean named = dot >= 0 && ENDINGS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
        if (!named || path.startsWith("/") || path.contains(":")) {
            return Optional.empty();
        }
        try {
            Path folder = Optional.ofNullable(page.toAbsolutePath().getParent())
                    .orElseThrow()
                    .toRealPath();
            Path decoded = Path.of(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
            Path file = folder.resolve(decoded).normalize();
            if (decoded.isAbsolute() || !below(folder, file) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Path real = file.toRealPath();
            boolean hidden = false;
            for (Path name : folder.relativize(real)) {
                hidden |= name.toString().startsWith(".");
            }
            return below(folder, real) && !hidden && Files.size(real) <= MOST_BYTES_OF_IMAGE
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IllegalArgumentException | IOException unusable) {
            LOG.debug("No image beside {}: {}", page, source, unusable);
            return Optional.empty();
        }
    }

    private static boolean below(Path folder, Path file) {
        return file.startsWith(folder) && file.getNameCount() > folder.getNameCount();
    }
}
