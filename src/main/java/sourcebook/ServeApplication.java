package sourcebook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import sourcebook.catalogue.ArchiveFolder;

/// The web server: an open archive, its rooms as beans, the views and the REST interface found by component scan.
///
/// Only the rooms that hold beans are scanned: to read all seven hundred classes took an eighth of the context's time.
@SpringBootApplication(scanBasePackages = {"sourcebook.access", "sourcebook.api", "sourcebook.ui"})
@Import(ArchiveBeans.class)
public class ServeApplication {
    private static final Logger LOG = LoggerFactory.getLogger(ServeApplication.class);

    /// For the build alone, which writes down the beans of this context. The program begins in [Sourcebook].
    public static void main(String[] arguments) {
        SpringApplication.run(ServeApplication.class, arguments);
    }

    /// Starts the server and returns its context; closing that closes the archive.
    ///
    /// @param address to bind to
    /// @param port 0 for any free one
    public static ConfigurableApplicationContext start(ArchiveFolder folder, String address, int port) {
        SpringApplication application = new SpringApplication(ServeApplication.class);
        application.setMainApplicationClass(ServeApplication.class); // under whose name the build wrote the beans down
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("sourcebook.archive", folder.root().toString());
        properties.put("server.address", address);
        properties.put("server.port", port);
        application.setDefaultProperties(properties);
        Opening opening = Opening.begin(folder);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("opening", opening));
        try {
            return Rehearsal.asked() // whose address nothing in the environment may overrule
                    ? application.run("--server.address=" + address, "--server.port=" + port)
                    : application.run();
        } catch (RuntimeException | Error failed) {
            opening.abandon();
            throw failed;
        }
    }

    /// Runs the server until the process is told to end.
    static int serve(ArchiveFolder folder, String address, int port) throws IOException, InterruptedException {
        folder.create();
        if (Rehearsal.asked()) {
            return rehearse(folder);
        }
        CountDownLatch closed = new CountDownLatch(1);
        ConfigurableApplicationContext context = start(folder, address, port);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            boolean here = InetAddress.getByName(address).isLoopbackAddress();
            LOG.info(
                    "The archive {} is open at http://{}:{}",
                    folder.root(),
                    here ? "127.0.0.1" : address,
                    web.getWebServer().getPort());
        }
        closed.await();
        return 0;
    }

    private static int rehearse(ArchiveFolder folder) throws IOException, InterruptedException {
        Rehearsal.prepare(folder.root());
        Rehearsal.keepLibrary();
        try (ConfigurableApplicationContext context = start(folder, "127.0.0.1", 0)) {
            if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
                Rehearsal.play(
                        URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + "/"));
            }
        }
        return 0;
    }
}
