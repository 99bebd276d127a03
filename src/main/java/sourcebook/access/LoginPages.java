package sourcebook.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The few pages that are there before a login: plain forms without script. On a server that needs no account they lead
/// to the archive.
@Controller
final class LoginPages {
    static final String LOGIN = "/login";
    static final String LOGOUT = "/logout";
    static final String FIRST_START = "/first-start";
    static final Set<String> PATHS = Set.of(LOGIN, LOGOUT, FIRST_START);

    private final Access access;

    LoginPages(Access access) {
        this.access = access;
    }

    /// @param said why this page is shown: `wrong`, `wait`, `out`, `ready` or nothing
    @GetMapping(LOGIN)
    ResponseEntity<String> login(@RequestParam(name = "said", defaultValue = "") String said) {
        if (!access.required()) {
            return to("/");
        }
        if (!access.hasAccount()) {
            return to(FIRST_START);
        }
        return page(HttpStatus.OK, LoginForms.login(said));
    }

    @GetMapping(LOGOUT)
    ResponseEntity<String> logout() {
        return access.required() ? page(HttpStatus.OK, LoginForms.logout(access.currentPerson())) : to("/");
    }

    @GetMapping(FIRST_START)
    ResponseEntity<String> firstStart() {
        return access.required() && !access.hasAccount()
                ? page(HttpStatus.OK, LoginForms.firstStart("", null))
                : to(LOGIN);
    }

    @PostMapping(FIRST_START)
    ResponseEntity<String> create(
            @RequestParam(name = "token", defaultValue = "") String token,
            @RequestParam(name = "name", defaultValue = "") String name,
            @RequestParam(name = "password", defaultValue = "") String password,
            @RequestParam(name = "again", defaultValue = "") String again,
            HttpServletRequest request) {
        if (!access.required() || access.hasAccount()) {
            return to(LOGIN);
        }
        if (!password.equals(again)) {
            return refused(name, "The two passwords are not the same.");
        }
        return switch (access.createAccount(token, name, password, request.getRemoteAddr())) {
            case FirstStart.Done done -> to(LOGIN + "?said=ready");
            case FirstStart.Refused(String sentence) -> refused(name, sentence);
        };
    }

    private static ResponseEntity<String> refused(String name, @Nullable String sentence) {
        return page(HttpStatus.BAD_REQUEST, LoginForms.firstStart(name, sentence));
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(html);
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
