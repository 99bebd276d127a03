package sourcebook.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers outside of any controller with `application/problem+json` (RFC 9457): a status and a sentence.
public final class Problem {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Problem() {}

    /// Writes the whole answer.
    ///
    /// @param detail a sentence for a person
    public static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        ObjectNode json = MAPPER.createObjectNode()
                .put("type", "about:blank")
                .put("title", status.getReasonPhrase())
                .put("status", status.value())
                .put("detail", detail);
        byte[] body = MAPPER.writeValueAsBytes(json);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
