package sourcebook.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import sourcebook.TestServer;
import sourcebook.catalogue.Ledger;

/// A real server with an archive of the test's own, and a real browser in front of it.
final class Stage implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final double TIMEOUT_MILLIS = 15_000;
    private static final Duration READ_WITHIN = Duration.ofSeconds(90);

    private final TestServer server;
    private final Playwright playwright;
    private final Browser browser;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /// Writes the documents (a sidecar among them), starts server and browser, and waits until every document is found.
    Stage(Path archive, Map<String, String> documents) {
        documents.forEach((name, text) -> write(archive.resolve(name), text));
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        server = TestServer.start(archive);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        until("all documents are read", () -> {
            var totals = server.bean(Ledger.class).totals();
            return totals.underWay() == 0 && totals.indexed() >= documents.size() - 1;
        });
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Browser tests need Chromium on the PATH: " + BROWSERS));
    }

    /// Waits until something holds, looking again every 50 ms.
    static void until(String what, BooleanSupplier holds) {
        Instant deadline = Instant.now().plus(READ_WITHIN);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not within " + READ_WITHIN.toSeconds() + " s: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    /// Opens an address in a browser that knows nothing yet.
    Page open(String address) {
        return open(address, ColorScheme.LIGHT, 1280, 900);
    }

    Page open(String address, ColorScheme scheme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setAcceptDownloads(true)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(TIMEOUT_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        go(page, address);
        return page;
    }

    void go(Page page, String address) {
        page.navigate(server.address().resolve(address).toString());
        page.waitForSelector("main > *");
        page.waitForLoadState(LoadState.NETWORKIDLE); // scripts that give keys and components their meaning are there
    }

    /// What the browser complained about since the last call: errors in scripts, breaches of the content policy.
    void assertNoComplaints() {
        List<String> found = List.copyOf(complaints);
        complaints.clear();
        assertEquals(List.of(), found);
    }

    /// For what a test provoked on purpose.
    void forgetComplaints() {
        complaints.clear();
    }

    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void close() {
        closePages();
        playwright.close();
        server.close();
    }
}
