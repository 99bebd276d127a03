package sourcebook.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps pages of other origins from using the archive through the browser of a person who may.
///
/// - A server on this computer alone answers only to this computer's names, so that a foreign name made to point here
///   (DNS rebinding) is of no use.
/// - What the browser says is sent by a page of another origin (Fetch Metadata, or `Origin` where the browser sends no
///   metadata: over plain HTTP) is refused, unless it is a mere visit by a link. That covers all that changes anything,
///   so there are no tokens in forms.
///
/// Programs other than browsers send neither header and are not concerned.
final class Guard extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK_NAMES =
            Set.of("localhost", "127.0.0.1", "[::1]", "::1", "[0:0:0:0:0:0:0:1]");
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<String> FRAMES = Set.of("iframe", "frame", "object", "embed", "fencedframe");

    private final Binding binding;

    Guard(Binding binding) {
        this.binding = binding;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!known(request.getServerName())) {
            Problem.write(
                    response,
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server answers to localhost and 127.0.0.1 only. Further names can be given in sourcebook.names.");
        } else if (foreign(request)) {
            Problem.write(
                    response, HttpStatus.FORBIDDEN, "The request was sent by a page of another site and is refused.");
        } else {
            chain.doFilter(request, response);
        }
    }

    /// With an account, a foreign name gives nothing away: cookies and passwords belong to names.
    private boolean known(@Nullable String host) {
        if (binding.accountRequired()) {
            return true;
        }
        String name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        return LOOPBACK_NAMES.contains(name)
                || binding.names().contains(name)
                || name.equals(binding.address().toLowerCase(Locale.ROOT));
    }

    private boolean foreign(HttpServletRequest request) {
        boolean reads = READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.UPGRADE) == null;
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            return !(reads && visit(request));
        }
        if (site != null || reads) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !own(origin, request.getHeader(HttpHeaders.HOST));
    }

    /// Whether a whole page is asked for, in a window of its own, as by clicking on a link elsewhere.
    private static boolean visit(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && (destination == null || !FRAMES.contains(destination));
    }

    private boolean own(String origin, @Nullable String host) {
        Optional<URI> parsed = parse(origin);
        if (parsed.isEmpty() || parsed.get().getAuthority() == null) {
            return false; // "null": a page without an origin, such as one in a sandbox
        }
        String name = parsed.get().getHost();
        return parsed.get().getAuthority().equalsIgnoreCase(host)
                || (name != null && binding.names().contains(name.toLowerCase(Locale.ROOT)));
    }

    private static Optional<URI> parse(String origin) {
        try {
            return Optional.of(URI.create(origin));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
