package sourcebook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
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

/// The rooms of one open archive as beans. [OpenArchive] owns them and closes them in the right order.
@Configuration(proxyBeanMethods = false)
class ArchiveBeans {
    @Bean
    ArchiveFolder archiveFolder(Environment environment) {
        String folder = Objects.requireNonNull(
                environment.getProperty("sourcebook.archive"), "The property sourcebook.archive names the folder");
        return new ArchiveFolder(Path.of(folder));
    }

    @Bean(destroyMethod = "close")
    OpenArchive openArchive(Opening opening) throws IOException {
        return opening.archive();
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

    /// Page images, drawn by processes of their own and kept beside the index: both can be made again.
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

    /// Documents without printed pages in parts.
    @Bean
    CleanPage cleanPage(OpenArchive archive, PageReader pages) {
        return new CleanPage(
                id -> archive.catalogue().kept(id).flatMap(KeptExtraction::unpack), archive.originals()::of, pages);
    }

    /// Follows the folder from the moment the server answers.
    @Bean
    Following following(Ingest ingest) {
        return new Following(ingest);
    }

    @Bean
    Citations citations(DataSource dataSource) {
        return new Citations(dataSource);
    }

    @Bean
    CitationExport citationExport() {
        return new CitationExport();
    }

    @Bean
    DocumentNumbers documentNumbers(OpenArchive archive) {
        return new DocumentNumbers(archive.database());
    }

    @Bean
    ArchiveIdentity archiveIdentity(DataSource dataSource) {
        return new ArchiveIdentity(dataSource);
    }

    @Bean(destroyMethod = "close")
    Concordance concordance(SearchEngine engine, Catalogue catalogue, ArchiveFolder folder) {
        return new Concordance(engine, catalogue, folder.spool());
    }

    @Bean
    Collocates collocates(SearchEngine engine) {
        return new Collocates(engine);
    }

    @Bean
    BatchSearch batchSearch(SearchEngine engine) {
        return new BatchSearch(engine);
    }

    @Bean(destroyMethod = "close")
    BatchRuns batchRuns(BatchSearch search) {
        return new BatchRuns(search);
    }

    @Bean
    ResultExport resultExport(
            SearchEngine engine, Catalogue catalogue, DocumentNumbers numbers, ArchiveIdentity identity) {
        String version = getClass().getPackage().getImplementationVersion();
        return new ResultExport(engine, catalogue, numbers, identity, version == null ? "development" : version);
    }

    @Bean
    SavedSearches savedSearches(DataSource dataSource, SearchEngine engine, DocumentNumbers numbers) {
        return new SavedSearches(dataSource, engine, numbers);
    }

    @Bean
    SearchHistory searchHistory(DataSource dataSource) {
        return new SearchHistory(dataSource);
    }

    @Bean
    StoryFeed storyFeed(SavedSearches searches, Catalogue catalogue, ArchiveIdentity identity) {
        return new StoryFeed(searches, catalogue, identity);
    }
}
