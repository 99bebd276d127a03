package sourcebook.access;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import sourcebook.catalogue.Database;

/// A real server with this room alone and a few things to get at behind it.
final class Door implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    Door(Path database, Map<String, Object> properties) {
        SpringApplication application = new SpringApplication(Rooms.class);
        application.setDefaultProperties(properties);
        this.context = application.run("--server.port=0", "--test.database=" + database, "--server.shutdown=immediate");
    }

    int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    RawHttp http() {
        return new RawHttp(port());
    }

    Access access() {
        return context.getBean(Access.class);
    }

    Binding binding() {
        return context.getBean(Binding.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration
    @ConditionalOnProperty("test.database") // a scan of all rooms must not take these for the real ones
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                "com.vaadin.flow.spring.VaadinScopesConfig"
            })
    @Import({AccessConfiguration.class, LoginPages.class, Things.class})
    static class Rooms {
        @Bean
        Database database(Environment environment) {
            return Database.open(Path.of(environment.getRequiredProperty("test.database")));
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(Database database) {
            return database.source();
        }
    }

    @RestController
    @ConditionalOnProperty("test.database")
    static class Things {
        private final Access access;

        Things(Access access) {
            this.access = access;
        }

        @GetMapping({"/", "/page", "/api/thing", "/api/health", "/VAADIN/thing"})
        String read() {
            return "read by " + access.currentPerson();
        }

        @PostMapping({"/", "/api/thing", "/VAADIN/thing"})
        String write() {
            return "written by " + access.currentPerson();
        }
    }
}
