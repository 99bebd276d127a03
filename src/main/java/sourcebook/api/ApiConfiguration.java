package sourcebook.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import sourcebook.access.Problem;
import sourcebook.analysis.Works;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the REST interface needs beside its controllers.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    /// After the controllers (0), before the views, which take every address that is left.
    private static final int AFTER_CONTROLLERS = 10;

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(ObjectNode.class, new ObjectSchema())
                .replaceWithSchema(JsonNode.class, new ObjectSchema());
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sourcebook")
                        .version("1")
                        .description(
                                "The REST interface of one archive: search, documents, ingest, ledger, citations. The "
                                        + "same JSON as the command line prints. Errors are `application/problem+json` with a "
                                        + "sentence in `detail`."));
    }

    @Bean(destroyMethod = "close")
    Works works() {
        return new Works();
    }

    /// Before the server waits for the requests under way, as it does first of all.
    @Bean
    ApplicationListener<ContextClosedEvent> endOfWorks(Works works) {
        return event -> works.close();
    }

    @Bean
    SimpleUrlHandlerMapping nothingElseThere() {
        HttpRequestHandler handler = (request, response) -> Problem.write(
                response,
                HttpStatus.NOT_FOUND,
                "There is nothing at this address. /api/openapi.json describes what there is.");
        return new SimpleUrlHandlerMapping(Map.of("/api", handler, "/api/**", handler), AFTER_CONTROLLERS);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.addUrlPatterns("/api/*");
        return registration;
    }
}
