package sourcebook.access;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every answer says to a browser, written before anything else sees the request: an answer that is made by a
/// forward, as those of the views are, is closed before a later moment comes. The page of the views sets its own
/// content
/// security policy, with a number for each script.
final class ResponseHeaders {
    static final String POLICY = "Content-Security-Policy";

    /// Data are never a document: nothing in them is loaded, run or shown in a frame.
    private static final String DATA =
            "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /// The pages before the login: their style sheets and the picture in the tab, no script at all.
    private static final String FORMS = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";
    private static final String UNUSED_FEATURES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private static final List<String> STATIC = List.of("/frontend/", "/VAADIN/", "/aura/", "/webjars/");

    private ResponseHeaders() {}

    static void configure(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(FrameOptionsConfig::deny)
                // not no-referrer, under which browsers hide the origin of a form sent to the same server (see Guard)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(UNUSED_FEATURES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .cacheControl(cache -> cache.disable())
                .addHeaderWriter(byPath())
                .withObjectPostProcessor(new Eagerly());
    }

    private static HeaderWriter byPath() {
        return (request, response) -> {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            if (path.equals("/api") || path.startsWith("/api/") || path.equals("/error")) {
                response.setHeader(POLICY, DATA);
            } else if (LoginPages.PATHS.contains(path)) {
                response.setHeader(POLICY, FORMS);
            }
            if (path.endsWith("/original")) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache"); // it has a tag to ask by
            } else if (!path.endsWith("/image") && STATIC.stream().noneMatch(path::startsWith)) { // says so itself
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        };
    }

    private static final class Eagerly implements ObjectPostProcessor<HeaderWriterFilter> {
        @Override
        public <O extends HeaderWriterFilter> O postProcess(O filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
