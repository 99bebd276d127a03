package sourcebook;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.util.LibraryLoaderUtil;

/// A server's first minutes, played to itself: documents are read, a page is opened, searches are asked. The launcher
/// runs it once after a build, so that the JVM keeps what it loaded and linked on the way for every later start.
///
/// It is `serve` itself with the system property [#ASKED], over an archive that holds nothing else. Whatever goes wrong
/// in it only makes later starts slower.
final class Rehearsal {
    /// Set to `true`, the server rehearses and ends instead of waiting.
    static final String ASKED = "sourcebook.rehearsal";

    /// Where SQLite's driver looks for its native library first. Finding none there it takes it out of its jar at every
    /// start, and compares the copy byte by byte.
    private static final String LIBRARY_FOLDER = "org.sqlite.lib.path";

    /// On a machine with much else to do the workers take their time.
    private static final Duration READ_WITHIN = Duration.ofSeconds(90);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final int ROUNDS = 5;
    private static final int SAMPLES = 12;

    private static final List<String> QUERIES = List.of(
            "?q=school", "?q=%22party+school%22", "?q=party+OR+school&year=2011", "?q=title%3Aschool+teach*", "");
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern VIEW = Pattern.compile("\"v-uiId\"\\s*:\\s*(\\d+)");
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"((?:VAADIN|frontend|aura)[^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f]{8,})\"");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(ANSWERED_WITHIN)
            .build();
    private final URI server;

    private Rehearsal(URI server) {
        this.server = server;
    }

    static boolean asked() {
        return Boolean.getBoolean(ASKED);
    }

    /// Puts documents in the folder that the server will read.
    static void prepare(Path folder) throws IOException {
        for (int i = 0; i < SAMPLES; i++) {
            Files.writeString(folder.resolve("item-" + i + ".txt"), """
                    The party school number %d opens its doors

                    By Anna Peters
                    The Morning Herald, %d March 2011

                    LUSAKA - Teachers from Zambia and Tanzania came to the party school. They teach what was taught
                    in Beijing, said the head of the school, who had been to China %d times.
                    """.formatted(i, i + 1, i));
            Files.writeString(folder.resolve("page-" + i + ".html"), """
                    <!doctype html><html lang="en"><head><title>School %d - Southern Times</title>
                    <meta property="article:published_time" content="2012-05-%02dT08:00:00Z">
                    <meta name="author" content="John Banda"></head><body><nav><a href="/">Home</a></nav>
                    <article><h1>School %d</h1><p>The school for the young members of the party in Namibia has
                    received %d visitors, the party told the Southern Times.</p></article></body></html>
                    """.formatted(i, i + 1, i, i + 20));
        }
    }

    /// Puts SQLite's library where the launcher tells later starts to look for it, if it does.
    static void keepLibrary() throws IOException {
        String folder = System.getProperty(LIBRARY_FOLDER);
        if (folder != null) {
            keepLibrary(Path.of(folder));
        }
    }

    static void keepLibrary(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        try (InputStream library =
                Rehearsal.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library != null) {
                Path kept = Files.createDirectories(folder).resolve(name);
                Path whole = kept.resolveSibling(name + ".new"); // one launcher rehearses at a time
                Files.copy(library, whole, StandardCopyOption.REPLACE_EXISTING);
                Files.move(whole, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void play(URI server) throws IOException, InterruptedException {
        new Rehearsal(server).play();
    }

    private void play() throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(READ_WITHIN);
        while (!get("api/search?q=school").contains("\"total\":" + 2 * SAMPLES)
                && Instant.now().isBefore(latest)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        Matcher file = FILE.matcher(get(""));
        while (file.find()) {
            get(file.group(1));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (String query : QUERIES) {
                open(query);
                String found = get("api/search" + query);
                Matcher id = ID.matcher(found);
                if (id.find()) {
                    get("api/documents/" + id.group(1));
                }
            }
        }
        get("api/suggest?q=scho");
    }

    /// A view, as the client of the page asks for it: the page, what it begins with, the first place to go to.
    private void open(String query) throws IOException, InterruptedException {
        get(query);
        String begun = get("?v-r=init&location=&query=" + query.replaceFirst("\\?", ""));
        Matcher key = KEY.matcher(begun);
        Matcher view = VIEW.matcher(begun);
        if (!key.find() || !view.find()) {
            return;
        }
        String going = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"/","query":"%s",\
                "appShellTitle":"","historyState":{"idx":0},"trigger":""}}],"syncId":0,"clientId":0}""".formatted(key.group(1), query.replaceFirst("\\?", ""));
        send(HttpRequest.newBuilder(server.resolve("?v-r=uidl&v-uiId=" + view.group(1)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(going)));
    }

    private String get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.resolve(address.isEmpty() ? "/" : address)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                browser.send(request.timeout(ANSWERED_WITHIN).build(), BodyHandlers.ofString());
        return answer.body();
    }
}
