package sourcebook.extraction.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import sourcebook.extraction.PageRequest;

/// A worker for pages in which misfortunes happen on demand, by the number of the page that is to be drawn.
public final class FaultyPages {
    public static final int HANGS = 901;
    public static final int EXITS = 902;
    public static final int TAKES_ALL_MEMORY = 903;

    /// A file beside the original, there as soon as a worker hangs.
    public static final String HANGING = "hanging";

    private FaultyPages() {}

    public static void main(String[] args) throws Exception {
        PageMain.serve(FaultyPages::happen);
    }

    private static void happen(PageRequest request) {
        if (request.want() instanceof PageRequest.Image(int page, int _)) {
            switch (page) {
                case HANGS -> {
                    tell(request.original().resolveSibling(HANGING));
                    while (true) {
                        LockSupport.park();
                    }
                }
                case EXITS -> Runtime.getRuntime().halt(134);
                case TAKES_ALL_MEMORY -> {
                    List<byte[]> kept = new ArrayList<>();
                    while (kept.size() < Integer.MAX_VALUE) {
                        kept.add(new byte[8 << 20]);
                    }
                }
                default -> {}
            }
        }
    }

    private static void tell(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
