package sourcebook.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import sourcebook.analysis.ArchiveIdentity;
import sourcebook.analysis.Csv;
import sourcebook.analysis.Manifest;
import sourcebook.analysis.RecordFormat;
import sourcebook.analysis.Repetition;
import sourcebook.analysis.ResultExport;
import sourcebook.analysis.Work;
import sourcebook.api.AnalysisShapes;
import sourcebook.api.JsonShapes;
import sourcebook.search.SearchRequest;

@Command(
        name = "export",
        description = "Writes the records of all results of a query. Works while the archive is open elsewhere.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Mixin
    private final Asked asked = new Asked();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: csv).")
    private @Nullable RecordFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write; one that ends with .zip gets the manifest too (default: the terminal).")
    private @Nullable Path output;

    @Option(names = "--manifest", paramLabel = "FILE", description = "Where to write the manifest.")
    private @Nullable Path manifest;

    @Option(
            names = "--repeat",
            paramLabel = "MANIFEST",
            description = "Asks the search of an earlier export again and says what has changed since; with --output or"
                    + " --manifest it is exported again.")
    private @Nullable Path repeat;

    @Option(names = "--bom", description = "CSV with a byte order mark, for spreadsheets.")
    private boolean mark;

    @Option(names = "--json", description = "With --repeat: what has changed as JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (OpenForReading open = OpenForReading.of(archive.folder())) {
            ResultExport export = new ResultExport(
                    open.engine(),
                    open.catalogue(),
                    open.numbers(),
                    new ArchiveIdentity(open.database().source()),
                    Version.text());
            PrintWriter out = spec.commandLine().getOut();
            if (repeat == null) {
                export(export, asked.request(), format == null ? RecordFormat.CSV : format, out);
            } else {
                Manifest before = Manifest.read(Files.readString(repeat));
                Repetition repetition = export.compare(before, new Work());
                out.println(
                        json
                                ? JsonShapes.line(AnalysisShapes.repetition(repetition))
                                : repetition.documents() + " documents. " + repetition.sentence());
                if (output != null || manifest != null) {
                    export(export, before.request(), format == null ? before.format() : format, out);
                }
            }
            out.flush();
        }
        return 0;
    }

    private void export(ResultExport export, SearchRequest request, RecordFormat as, PrintWriter out)
            throws IOException {
        Path file = output;
        Manifest made;
        if (file != null) {
            try (OutputStream stream = Files.newOutputStream(file)) {
                made = write(export, request, as, file, stream);
            }
            out.printf("%d records written to %s%n", made.counts().records(), file);
        } else if (repeat == null) {
            out.print(mark && as == RecordFormat.CSV ? Csv.BYTE_ORDER_MARK : "");
            made = export.write(request, as, out, new Work());
        } else {
            made = export.manifest(request, as, new Work());
        }
        if (manifest != null) {
            Files.writeString(manifest, made.json());
        }
    }

    private Manifest write(ResultExport export, SearchRequest request, RecordFormat as, Path file, OutputStream stream)
            throws IOException {
        if (file.toString().endsWith(".zip")) {
            return export.zip(request, as, stream, new Work());
        }
        if (mark && as == RecordFormat.CSV) {
            stream.write(Csv.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8));
        }
        return export.write(request, as, stream, new Work());
    }
}
