package sourcebook.extraction.worker;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.NonSeekableRandomAccessReadInputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jspecify.annotations.Nullable;

/// A page as the reading of a whole document takes it: its instructions lie in memory, and its fonts stay in the
/// document's cache for the pages after it, where PDFBox forgets them page by page and parses them again. The cache
/// holds them softly, so that memory is not lost to them.
final class ReadPage extends PDPage {
    /// Instructions that are longer, decoded, are read as they come.
    private static final int MOST_BYTES = 64 << 20;

    private final @Nullable ResourceCache cache;
    private @Nullable PDResources resources;

    /// @param cache the document's
    ReadPage(PDPage page, @Nullable ResourceCache cache) {
        super(page.getCOSObject());
        this.cache = cache;
    }

    @Override
    @SuppressWarnings("NullAway") // a page without resources has none, as in the class extended
    public PDResources getResources() {
        if (resources == null
                && PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES)
                        instanceof COSDictionary dictionary) {
            resources = new PDResources(dictionary, cache);
        }
        return resources;
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() throws IOException {
        RandomAccessRead slow = super.getContentsForStreamParsing();
        boolean endless = slow instanceof NonSeekableRandomAccessReadInputStream;
        PageContent fast = PageContent.of(slow, endless, MOST_BYTES);
        return fast != null ? fast : super.getContentsForStreamParsing();
    }
}
