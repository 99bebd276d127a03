package sourcebook.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sourcebook.analysis.ArchiveIdentity;
import sourcebook.analysis.NewSince;
import sourcebook.analysis.SavedSearch;
import sourcebook.analysis.SavedSearches;
import sourcebook.api.AnalysisShapes;
import sourcebook.api.JsonShapes;
import sourcebook.api.PageAddress;
import sourcebook.catalogue.DocumentNumbers;
import sourcebook.ingest.OpenArchive;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchRequest;

@Command(
        name = "searches",
        description = "Lists the saved searches with what is new. Works while the archive is open elsewhere; saving,"
                + " removing and looking do not.",
        mixinStandardHelpOptions = true)
final class SearchesCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Asked asked = new Asked();

    @Option(names = "--person", paramLabel = "NAME", description = "Whose searches; needed where there are accounts.")
    private String person = SavedSearches.SHARED;

    @Option(names = "--save", paramLabel = "NAME", description = "Saves QUERY with its filters under this name.")
    private String save = "";

    @Option(names = "--look", paramLabel = "ID", description = "What this search finds now is no longer new.")
    private List<Long> look = List.of();

    @Option(names = "--remove", paramLabel = "ID", description = "Removes this search.")
    private List<Long> remove = List.of();

    @Option(names = "--restore", paramLabel = "ID", description = "Brings a removed search back.")
    private List<Long> restore = List.of();

    @Option(names = "--json", description = "One JSON object a line for each search.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean changes = !save.isEmpty() || !look.isEmpty() || !remove.isEmpty() || !restore.isEmpty();
        if (changes) {
            try (OpenArchive open = OpenArchive.open(archive.folder())) {
                SavedSearches searches = new SavedSearches(
                        open.database().source(), open.engine(), new DocumentNumbers(open.database()));
                change(searches, open.engine());
                print(searches);
            }
        } else {
            try (OpenForReading open = OpenForReading.of(archive.folder())) {
                if (new ArchiveIdentity(open.database().source()).id().isEmpty()) {
                    return 0; // of an older program, which kept none
                }
                print(new SavedSearches(open.database().source(), open.engine(), open.numbers()));
            }
        }
        return 0;
    }

    private void change(SavedSearches searches, SearchEngine engine) {
        if (!save.isEmpty()) {
            SearchRequest request = engine.spelledOut(asked.request());
            searches.save(person, save, PageAddress.of(request), request);
        }
        look.forEach(id -> check(searches.look(person, id).isPresent(), id));
        restore.forEach(id -> check(searches.restore(person, id).isPresent(), id));
        remove.forEach(id -> check(searches.remove(person, id), id));
    }

    private static void check(boolean there, long id) {
        if (!there) {
            throw new IllegalArgumentException("There is no saved search " + id + ".");
        }
    }

    private void print(SavedSearches searches) {
        PrintWriter out = spec.commandLine().getOut();
        for (SavedSearch search : searches.list(person)) {
            NewSince found = searches.newSince(search);
            out.println(
                    json
                            ? JsonShapes.line(AnalysisShapes.search(search, found))
                            : search.id() + "\t" + search.name() + "\t"
                                    + (found.counted()
                                            ? found.stories() + " new stories, " + found.documents() + " new documents"
                                            : "too costly to count what is new")
                                    + "\t" + search.request().query());
        }
        out.flush();
    }
}
