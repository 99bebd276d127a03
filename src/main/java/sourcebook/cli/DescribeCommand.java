package sourcebook.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import sourcebook.api.JsonShapes;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.ingest.FolderDescriber;
import sourcebook.ingest.FolderDescriber.Described;
import sourcebook.ingest.Settings;

@Command(
        name = "describe",
        description = "Says what would be recorded of files: title, date, source, countries… with the evidence."
                + " Needs no archive and keeps nothing.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "One JSON object a line for each document, in any order.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Failure.ifMissing(paths);
        PrintWriter out = spec.commandLine().getOut();
        try (FolderDescriber describer = new FolderDescriber(Settings.defaults().extraction())) {
            describer.describe(paths, described -> {
                if (json) {
                    out.println(line(described));
                } else {
                    print(out, described);
                }
                out.flush();
            });
        }
        return 0;
    }

    private static String line(Described described) {
        String status = described.description() == null ? "failed" : described.reason() == null ? "described" : "empty";
        return JsonShapes.line(JsonShapes.description(
                described.file(),
                described.inner(),
                described.id() == null ? null : described.id().value(),
                status,
                described.reason(),
                described.mediaType(),
                described.description()));
    }

    private static void print(PrintWriter out, Described described) {
        out.println(described.file() + (described.inner().isEmpty() ? "" : "!/" + described.inner()));
        if (described.reason() != null) {
            out.println("  " + described.reason());
        }
        if (described.description() != null) {
            DocumentRecord record = described.description().record();
            print(out, "title", record.title());
            record.creators().forEach(creator -> print(out, "creator", creator));
            print(out, "date", record.date());
            print(out, "source", record.source());
            record.about().forEach(country -> print(out, "about", country));
            record.publishedIn().forEach(country -> print(out, "published in", country));
            print(out, "language", record.language());
            print(out, "type", record.type());
            print(out, "address", record.url());
            List<String> languages = described.description().text().pageLanguages();
            if (!languages.isEmpty()) {
                out.printf("  %-13s %s%n", "by page", String.join(" ", languages));
            }
        }
    }

    private static void print(PrintWriter out, String name, @Nullable Evidenced<?> value) {
        if (value != null) {
            out.printf(
                    "  %-13s %s   [%s; %s]%n",
                    name,
                    value.value(),
                    value.evidence().describe(),
                    value.evidence().confidence().name().toLowerCase(Locale.ROOT));
        }
    }
}
