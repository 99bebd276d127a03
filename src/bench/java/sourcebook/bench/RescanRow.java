package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sourcebook.ingest.OpenArchive;

/// A look at a folder of which nothing changed, against `find` with size and time.
final class RescanRow implements Row {
    private static final double TARGET = 3;

    @Override
    public String name() {
        return "rescan";
    }

    @Override
    public String about() {
        return "a look at unchanged files, against find with size and time";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Corpus corpus = setting.corpus();
        try (OpenArchive open = OpenArchive.open(setting.archive())) {
            Rounds.Compared compared = Rounds.of(
                    setting, () -> find(corpus.folder()), () -> open.ingest().ingest(List.of(corpus.folder())));
            return List.of(
                    Figure.cost(
                            name(),
                            "ms, median",
                            corpus.documents(),
                            compared.limit().median() / 1e6,
                            compared.product().median() / 1e6,
                            TARGET),
                    Figure.alone(
                            name(),
                            "processor ms",
                            corpus.documents(),
                            compared.product().processor() / 1e6 / setting.rounds(),
                            null));
        }
    }

    private static void find(Path folder) throws IOException, InterruptedException {
        int status = new ProcessBuilder("find", folder.toString(), "-printf", "%s %T@\\n")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("find ended with " + status);
        }
    }
}
