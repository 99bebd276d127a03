package sourcebook.access;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/// The pages before the login, as HTML. Whatever a person typed is escaped.
final class LoginForms {
    /// Flow's client, which gets this page in place of an answer when a session has ended, looks for the comment and
    /// goes where it says.
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · Sourcebook</title>
            <link rel="icon" href="/frontend/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/frontend/sourcebook.css">
            <link rel="stylesheet" href="/frontend/access.css">
            </head>
            <body class="door">
            <!-- Vaadin-Refresh: /login -->
            <main>
            <p class="brand">Sourcebook</p>
            <h1>%1$s</h1>
            %2$s</main>
            </body>
            </html>
            """;

    private LoginForms() {}

    static String login(String said) {
        String message = switch (said) {
            case "wrong" -> bad("Name or password is wrong.");
            case "wait" -> bad("Too many wrong attempts. Wait a little, then try again.");
            case "out" -> note("You are logged out.");
            case "ready" -> note("The account is made. Log in with it.");
            default -> "";
        };
        return FRAME.formatted("Log in", message + """
                <form method="post" action="/login">
                <label for="name">Name</label>
                <input id="name" name="name" autocomplete="username" required autofocus>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button class="primary">Log in</button>
                </form>
                """);
    }

    static String logout(String person) {
        return FRAME.formatted("Log out", """
                <p>You are logged in as %s.</p>
                <form method="post" action="/logout">
                <button class="primary">Log out</button>
                <a href="/">Back to the archive</a>
                </form>
                """.formatted(HtmlUtils.htmlEscape(person)));
    }

    static String firstStart(String name, @Nullable String refusal) {
        String message = refusal == null ? "" : bad(refusal);
        return FRAME.formatted(
                "First start", """
                <p>This archive can be reached over a network, so it needs an account. The server's log shows a token that
                proves that it is yours.</p>
                %s<form method="post" action="/first-start">
                <label for="token">Token from the log</label>
                <input id="token" name="token" autocomplete="off" spellcheck="false" required autofocus>
                <label for="name">Name</label>
                <input id="name" name="name" autocomplete="username" maxlength="64" required value="%s">
                <label for="password">Password <span class="small">at least %d characters</span></label>
                <input id="password" name="password" type="password" autocomplete="new-password" minlength="%3$d" required>
                <label for="again">Password again</label>
                <input id="again" name="again" type="password" autocomplete="new-password" required>
                <button class="primary">Make the account</button>
                </form>
                """.formatted(message, HtmlUtils.htmlEscape(name), Password.LEAST_CHARACTERS));
    }

    private static String bad(String sentence) {
        return "<p class=\"bad\" role=\"alert\">" + HtmlUtils.htmlEscape(sentence) + "</p>\n";
    }

    private static String note(String sentence) {
        return "<p role=\"status\">" + HtmlUtils.htmlEscape(sentence) + "</p>\n";
    }
}
