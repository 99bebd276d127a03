package sourcebook;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import sourcebook.catalogue.ArchiveFolder;

/// A real server on a free loopback port with an archive of the test's own.
public final class TestServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private TestServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestServer start(Path archive) {
        return new TestServer(ServeApplication.start(new ArchiveFolder(archive), "127.0.0.1", 0));
    }

    public URI address() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
