package sourcebook.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/// The content security policy of the page: no inline script but the ones this answer carries, told apart by a number
/// drawn for this answer alone; nothing from any other host; in no other site's frame.
///
/// Two concessions, both Flow's at this version: `unsafe-eval`, since its client makes functions of the expressions the
/// server sends, and `unsafe-inline` for styles (never for scripts), since its components write style elements.
@Component
final class ContentPolicy implements VaadinServiceInitListener {
    private static final int NONCE_BYTES = 18; // 144 bits; the specification asks for at least 128
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(ContentPolicy::apply);
    }

    private static void apply(IndexHtmlResponse response) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        // Before anything is painted: the chosen theme, so that a dark page never flashes light.
        Element theme = new Element("script").attr("src", "frontend/theme.js");
        Element base = response.getDocument().head().selectFirst("base");
        if (base == null) {
            response.getDocument().head().prependChild(theme);
        } else {
            base.after(theme);
        }
        response.getDocument().getElementsByTag("script").forEach(script -> script.attr("nonce", nonce));
        response.getVaadinResponse().setHeader("Content-Security-Policy", policy(nonce));
        response.getVaadinResponse().setHeader("X-Content-Type-Options", "nosniff");
    }

    private static String policy(String nonce) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'",
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
