package sourcebook.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import sourcebook.search.IndexDamagedException;

/// Says what went wrong: `application/problem+json` with a sentence, never a stack trace.
@RestControllerAdvice
final class Failures extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @ExceptionHandler
    ProblemDetail missing(NotThere missing) {
        return problem(HttpStatus.NOT_FOUND, missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail bad(BadRequest bad) {
        return problem(HttpStatus.BAD_REQUEST, bad.getMessage());
    }

    @ExceptionHandler
    ProblemDetail upload(MultipartException unreadable) {
        LOG.debug("An upload was unreadable", unreadable);
        return problem(HttpStatus.BAD_REQUEST, "The upload broke off, or is not a form with files.");
    }

    @ExceptionHandler
    ProblemDetail damaged(IndexDamagedException damaged, HttpServletResponse response) {
        LOG.error("The index failed", damaged);
        cutOff(damaged, response);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, damaged.getMessage());
    }

    /// The client has hung up, or the server is ending.
    @ExceptionHandler
    ProblemDetail cancelled(CancellationException ended, HttpServletResponse response) {
        LOG.debug("A request was given up", ended);
        cutOff(ended, response);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "This was not finished: the server is ending, or nobody waited for it any more.");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception failure, HttpServletResponse response) throws Exception {
        cutOff(failure, response);
        LOG.error("A request failed", failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The server failed at this request; its log says why.");
    }

    /// An answer that has begun cannot become a refusal, and must not end as if it were whole: thrown on, the failure
    /// closes the connection, so that whoever reads the answer sees that it is cut off.
    private static <E extends Exception> void cutOff(E failure, HttpServletResponse response) throws E {
        if (response.isCommitted()) {
            throw failure;
        }
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail detail =
                problem(status, sentence(failure, body instanceof ProblemDetail given ? given.getDetail() : null));
        return super.handleExceptionInternal(failure, detail, headers, status, request);
    }

    private static String sentence(Exception failure, @Nullable String otherwise) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> "The body of the request is not readable JSON.";
            case MethodArgumentTypeMismatchException wrong ->
                "“" + wrong.getValue() + "” is not a number, as " + wrong.getName() + " has to be.";
            case MaxUploadSizeExceededException large ->
                "The upload is too large. Copy the file into the archive's folder instead.";
            case HttpRequestMethodNotSupportedException wrong ->
                "There is no " + wrong.getMethod() + " here; there are "
                        + String.join(
                                ", ", wrong.getSupportedMethods() == null ? new String[0] : wrong.getSupportedMethods())
                        + ".";
            case HttpMediaTypeNotSupportedException wrong ->
                "A body of the type " + wrong.getContentType() + " is not understood here.";
            case HttpMediaTypeNotAcceptableException wrong -> "There is no answer of the type that is asked for.";
            default -> otherwise == null ? "The request cannot be answered." : otherwise;
        };
    }

    private static ProblemDetail problem(HttpStatusCode status, @Nullable String sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence == null ? "" : sentence);
    }
}
