package sourcebook.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import sourcebook.analysis.Csv;
import sourcebook.search.Asker;

/// Answers that a browser saves as a file, written while they are made. When the other side has gone, writing fails and
/// the work that feeds it ends.
final class Download {
    private Download() {}

    /// Says what comes; nothing has been written before.
    static void announce(HttpServletResponse response, String mediaType, String fileName) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /// Writes text.
    interface Text {
        void to(Writer out, Asker reader) throws IOException;
    }

    /// A CSV file.
    ///
    /// @param mark whether a byte order mark tells spreadsheets that it is UTF-8
    /// @param text given who waits for it
    static void csv(HttpServletResponse response, String fileName, boolean mark, Text text) throws IOException {
        announce(response, "text/csv; charset=utf-8; header=present", fileName);
        DownloadStream stream = new DownloadStream(response, "");
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        if (mark) {
            out.write(Csv.BYTE_ORDER_MARK);
        }
        try {
            text.to(out, stream);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        out.flush();
        stream.finish();
    }
}
