package sourcebook.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// What a page of hits costs a browser and the server it is open from. Needs Chromium.
final class BrowserRow implements Row {
    /// Sessions that are opened between two looks at the heap, and how often: the median of the differences leaves out
    /// what a server makes once, and what it happens to hold at one look.
    private static final int SESSIONS = 5;

    private static final int LOOKS = 5;
    private static final int CLICKS = 40;
    private static final double TARGET_KILOBYTES = 600;
    private static final double TARGET_MILLIS = 100;
    private static final double TARGET_SESSION_KILOBYTES = 1_000;

    /// Clicks the first value of a facet of countries that is on the page, and waits until the address and the list
    /// have followed.
    private static final String CLICK = """
            async () => {
              const results = () => document.querySelector('.results');
              const before = [location.href, results()?.dataset.address];
              const box = document.querySelector('.facets .facet:nth-of-type(n+3) label input');
              const start = performance.now();
              box.click();
              while (location.href === before[0] || results()?.dataset.address === before[1]) {
                await new Promise(next => setTimeout(next, 1));
                if (performance.now() - start > 10000) { throw new Error('the list does not follow'); }
              }
              return performance.now() - start;
            }""";

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public String about() {
        return "bytes of the first page, a click on a facet in the browser, memory of a session on the server";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        String query = Program.phrases(setting, 1).getFirst().replace("\"", "").split(" ", 2)[0];
        String path = "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        int documents = setting.corpus().documents();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Program.Served served = Program.serve(setting.archive().root(), "", query);
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment))) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
            String address = served.address().resolve(path).toString();
            double kilobytes = weight(browser, address) / 1e3;
            double[] clicks = clicks(browser, address);
            double session = session(browser, served, address) / 1e3;
            return List.of(
                    Figure.alone(name(), "first page, kB over the wire", documents, kilobytes, TARGET_KILOBYTES),
                    Figure.alone(
                            name(),
                            "click on a facet → list changed, ms, median",
                            documents,
                            clicks[clicks.length / 2],
                            TARGET_MILLIS),
                    Figure.alone(
                            name(),
                            "click on a facet → list changed, ms, p99",
                            documents,
                            clicks[clicks.length - 1],
                            null),
                    Figure.alone(name(), "a session on the server, kB", documents, session, TARGET_SESSION_KILOBYTES));
        }
    }

    /// Bytes that one more session adds to the heap.
    private static double session(Browser browser, Program.Served served, String address) throws Exception {
        leave(open(browser, address)); // what the first one makes is for all
        double[] added = new double[LOOKS];
        double before = served.retained();
        for (int look = 0; look < LOOKS; look++) {
            for (int i = 0; i < SESSIONS; i++) {
                leave(open(browser, address));
            }
            double now = served.retained();
            added[look] = (now - before) / SESSIONS;
            before = now;
        }
        Arrays.sort(added);
        return added[LOOKS / 2];
    }

    private static Page open(Browser browser, String address) {
        Page page = browser.newContext().newPage();
        page.navigate(address);
        page.waitForSelector(".results");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return page;
    }

    /// Closes a page without a farewell, so that the server keeps what it keeps of an open one.
    private static void leave(Page page) {
        BrowserContext context = page.context();
        context.setOffline(true);
        context.close();
    }

    private static long weight(Browser browser, String address) {
        BrowserContext context = browser.newContext();
        Page page = context.newPage();
        AtomicLong bytes = new AtomicLong();
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(
                        Math.round(event.get("encodedDataLength").getAsDouble())));
        page.navigate(address);
        page.waitForSelector(".results");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        context.close();
        return bytes.get();
    }

    /// Milliseconds, sorted. Every second click takes the one before back.
    private static double[] clicks(Browser browser, String address) {
        Page page = open(browser, address);
        List<Double> times = new ArrayList<>();
        for (int i = -4; i < CLICKS; i++) {
            double millis = ((Number) page.evaluate(CLICK)).doubleValue();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            if (i >= 0) {
                times.add(millis);
            }
        }
        page.context().close();
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static Path chromium() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The row needs Chromium on the PATH."));
    }
}
