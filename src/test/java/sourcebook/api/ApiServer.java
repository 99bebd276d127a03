package sourcebook.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;
import sourcebook.access.RawHttp;
import sourcebook.access.RawHttp.Answer;
import sourcebook.analysis.ArchiveIdentity;
import sourcebook.analysis.BatchRuns;
import sourcebook.analysis.BatchSearch;
import sourcebook.analysis.Collocates;
import sourcebook.analysis.Concordance;
import sourcebook.analysis.ResultExport;
import sourcebook.analysis.SavedSearches;
import sourcebook.analysis.SearchHistory;
import sourcebook.analysis.StoryFeed;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.catalogue.Ledger;
import sourcebook.citation.CitationExport;
import sourcebook.citation.Citations;
import sourcebook.extraction.PageWorkers;
import sourcebook.ingest.Ingest;
import sourcebook.ingest.KeptExtraction;
import sourcebook.ingest.OpenArchive;
import sourcebook.ingest.Originals;
import sourcebook.reading.CleanPage;
import sourcebook.reading.PageReader;
import sourcebook.search.SearchEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real server over a real archive, without the views.
final class ApiServer implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final RawHttp http;

    ApiServer(Path archive) {
        this.context = new SpringApplication(Rooms.class)
                .run(
                        "--server.port=0",
                        "--server.shutdown=immediate",
                        "--sourcebook.archive=" + archive,
                        "--test.rooms=true",
                        "--spring.servlet.multipart.max-file-size=1MB",
                        "--springdoc.api-docs.path=/api/openapi.json",
                        "--springdoc.packages-to-scan=sourcebook.api",
                        "--springdoc.model-converters.polymorphic-converter.enabled=false");
        this.http = new RawHttp(
                ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    RawHttp http() {
        return http;
    }

    Ingest ingest() {
        return context.getBean(Ingest.class);
    }

    Catalogue catalogue() {
        return context.getBean(Catalogue.class);
    }

    JsonNode json(String path) throws IOException {
        return read(http.get(path), 200);
    }

    JsonNode json(String method, String path, String body) throws IOException {
        return read(http.json(method, path, body), 200);
    }

    static JsonNode read(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ", got " + answer.status() + ": " + answer.text());
        }
        return MAPPER.readTree(answer.text());
    }

    /// The sentence of a refusal, after a look at its form.
    static String refusal(Answer answer, int status) {
        JsonNode json = read(answer, status);
        if (!answer.header("content-type").startsWith("application/problem+json")
                || json.get("status").intValue() != status
                || answer.text().contains("Exception")
                || answer.text().contains("\tat ")) {
            throw new AssertionError("Not a problem as it should be: " + answer.headers() + answer.text());
        }
        return json.get("detail").stringValue();
    }

    /// Sends files as a browser's form does.
    Answer upload(String part, String fileName, String content) throws IOException {
        String body = "--boundary\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--boundary--\r\n";
        return http.send(
                "POST",
                "/api/ingest",
                body.getBytes(StandardCharsets.UTF_8),
                "Content-Type: multipart/form-data; boundary=boundary");
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration
    @ConditionalOnProperty("test.rooms") // a scan of all rooms must not take these for the real ones
    @EnableAutoConfiguration(
            excludeName = {
                "com.vaadin.flow.spring.SpringBootAutoConfiguration",
                "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
                "com.vaadin.flow.spring.VaadinScopesConfig"
            })
    @ComponentScan(
            basePackages = {"sourcebook.api", "sourcebook.access"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$(Rooms|Things)"))
    static class Rooms {
        @Bean(destroyMethod = "close")
        OpenArchive openArchive(Environment environment) throws IOException {
            return OpenArchive.open(new ArchiveFolder(Path.of(environment.getRequiredProperty("sourcebook.archive"))));
        }

        @Bean(destroyMethod = "")
        DataSource dataSource(OpenArchive archive) {
            return archive.database().source();
        }

        @Bean
        Catalogue catalogue(OpenArchive archive) {
            return archive.catalogue();
        }

        @Bean
        Ledger ledger(OpenArchive archive) {
            return archive.ledger();
        }

        @Bean(destroyMethod = "")
        SearchEngine searchEngine(OpenArchive archive) {
            return archive.engine();
        }

        @Bean(destroyMethod = "")
        Ingest ingest(OpenArchive archive) {
            return archive.ingest();
        }

        @Bean
        Originals originals(OpenArchive archive) {
            return archive.originals();
        }

        @Bean(destroyMethod = "close")
        PageReader pageReader(OpenArchive archive) {
            return new PageReader(
                    archive.folder().pages(),
                    PageReader.CACHE_BYTES,
                    archive.catalogue(),
                    archive.originals()::of,
                    id -> archive.catalogue().kept(id).flatMap(KeptExtraction::unpack),
                    new PageWorkers(PageWorkers.Settings.defaults()));
        }

        @Bean
        CleanPage cleanPage(OpenArchive archive, PageReader pages) {
            return new CleanPage(
                    id -> archive.catalogue().kept(id).flatMap(KeptExtraction::unpack), archive.originals()::of, pages);
        }

        @Bean
        Citations citations(DataSource database) {
            return new Citations(database);
        }

        @Bean
        CitationExport citationExport() {
            return new CitationExport();
        }

        @Bean(destroyMethod = "close")
        Concordance concordance(OpenArchive archive) {
            return new Concordance(
                    archive.engine(), archive.catalogue(), archive.folder().spool());
        }

        @Bean
        Collocates collocates(SearchEngine engine) {
            return new Collocates(engine);
        }

        @Bean(destroyMethod = "close")
        BatchRuns batchRuns(SearchEngine engine) {
            return new BatchRuns(new BatchSearch(engine));
        }

        @Bean
        ArchiveIdentity archiveIdentity(DataSource database) {
            return new ArchiveIdentity(database);
        }

        @Bean
        ResultExport resultExport(OpenArchive archive, ArchiveIdentity identity) {
            return new ResultExport(
                    archive.engine(), archive.catalogue(), new DocumentNumbers(archive.database()), identity, "test");
        }

        @Bean
        SavedSearches savedSearches(OpenArchive archive) {
            return new SavedSearches(
                    archive.database().source(), archive.engine(), new DocumentNumbers(archive.database()));
        }

        @Bean
        SearchHistory searchHistory(DataSource database) {
            return new SearchHistory(database);
        }

        @Bean
        StoryFeed storyFeed(SavedSearches searches, Catalogue catalogue, ArchiveIdentity identity) {
            return new StoryFeed(searches, catalogue, identity);
        }
    }
}
