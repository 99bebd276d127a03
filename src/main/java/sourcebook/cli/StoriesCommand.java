package sourcebook.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.api.StoryShapes;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.Catalogue;
import sourcebook.catalogue.CataloguedDocument;
import sourcebook.catalogue.Database;
import sourcebook.catalogue.Story;
import sourcebook.catalogue.StoryCopy;
import sourcebook.description.story.StoryComparer;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;
import sourcebook.search.SearchResult;
import sourcebook.search.Sort;

@Command(
        name = "stories",
        description = "Lists the stories that stand in several copies, each with its copies. Works while the archive is"
                + " open elsewhere.",
        mixinStandardHelpOptions = true)
final class StoriesCommand implements Callable<Integer> {
    /// Read at once; the more, the fewer searches.
    private static final int PAGE = 5_000;

    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Refinements refinements = new Refinements();

    @Parameters(
            paramLabel = "QUERY",
            arity = "0..*",
            description = "Only stories with a copy that matches; all without it.")
    private List<String> words = List.of();

    @Option(names = "--json", description = "One JSON object a line for each story.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ArchiveFolder folder = archive.folder();
        if (!Files.exists(folder.database())) {
            throw new IllegalArgumentException(
                    folder.root() + " is not an archive yet. `sourcebook ingest --archive DIR PATH…` makes one.");
        }
        SearchRequest request = refinements
                .apply(SearchRequest.of(String.join(" ", words)))
                .withSort(Sort.OLDEST)
                .withStories(true)
                .withSnippets(0)
                .withFacets(false);
        try (Database database = Database.openReadOnly(folder.database());
                SearchEngine engine = OpenForReading.engine(folder)) {
            Catalogue catalogue = new Catalogue(database, new StoryComparer());
            long listed = 0;
            SearchResult result;
            int offset = 0;
            do {
                result = engine.search(request.withPage(offset, PAGE));
                listed += print(out, result, catalogue);
                offset += PAGE;
            } while (offset < result.total());
            if (!json) {
                out.printf(
                        Locale.ROOT,
                        "%d documents are %d stories; %d of them in several copies%n",
                        result.copies(),
                        result.stories(),
                        listed);
            }
        }
        out.flush();
        return 0;
    }

    private long print(PrintWriter out, SearchResult result, Catalogue catalogue) {
        List<Story> stories = result.results().stream()
                .flatMap(one -> Optional.ofNullable(one.story()).stream())
                .flatMap(copies -> catalogue.stories().find(copies.id()).stream())
                .toList();
        for (Story story : stories) {
            if (json) {
                out.println(JsonShapes.line(StoryShapes.story(story, catalogue)));
            } else {
                print(out, story, catalogue);
            }
        }
        return stories.size();
    }

    private static void print(PrintWriter out, Story story, Catalogue catalogue) {
        out.printf(Locale.ROOT, "%s  %d copies%n", story.id(), story.copies().size());
        for (StoryCopy copy : story.copies()) {
            catalogue.find(copy.document()).ifPresent(document -> out.println("   " + line(copy, document)));
        }
        out.println();
    }

    private static String line(StoryCopy copy, CataloguedDocument document) {
        var date = document.record().date();
        String source = document.record().sourceText();
        return String.format(
                Locale.ROOT,
                "%-10s  %-6s %3.0f %%  %s%s  %s%s",
                date == null ? "undated" : date.value(),
                copy.role().name().toLowerCase(Locale.ROOT),
                Math.floor(copy.similarity() * 100),
                document.displayTitle(),
                source == null ? "" : " (" + source + ")",
                document.locations().isEmpty()
                        ? ""
                        : document.locations().getFirst().toString(),
                copy.byPerson() ? "  joined by a person" : "");
    }
}
