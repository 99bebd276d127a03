package sourcebook.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import sourcebook.access.Problem;

/// The answer to what fails before or outside of any controller: the same form as everywhere.
@Hidden
@Controller
final class ErrorAnswer implements ErrorController {

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = Optional.ofNullable(code instanceof Integer number ? HttpStatus.resolve(number) : null)
                .orElse(HttpStatus.NOT_FOUND);
        Problem.write(
                response,
                status,
                switch (status) {
                    case BAD_REQUEST -> "The request is malformed.";
                    case NOT_FOUND -> "There is nothing at this address.";
                    case CONTENT_TOO_LARGE -> "The request is too large.";
                    case INTERNAL_SERVER_ERROR -> "The server failed at this request; its log says why.";
                    default -> status.getReasonPhrase() + ".";
                });
    }
}
