package sourcebook.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import sourcebook.access.Problem;

/// Refuses bodies that are larger than any sensible one before they are read into memory. Uploads of files go to disk
/// and have a limit of their own.
final class BodyLimit extends OncePerRequestFilter {
    private static final long MOST_BYTES = 16L << 20; // the ids of 200,000 documents

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
        if (!upload && request.getContentLengthLong() > MOST_BYTES) {
            Problem.write(
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body of the request is larger than " + (MOST_BYTES >> 20) + " MB.");
        } else if (!upload && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            Problem.write(response, HttpStatus.LENGTH_REQUIRED, "The length of the request's body has to be given.");
        } else {
            chain.doFilter(request, response);
        }
    }
}
