package sourcebook.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Text files until they are searchable and durable, against bare Lucene with two threads on the same texts in memory.
/// Its time for each document, at several sizes of the corpus, shows how the cost grows.
final class IngestRow implements Row {
    private static final int THREADS = 2;
    private static final double TARGET = .6;

    /// Rounds of large corpora would take hours.
    private static final int DOCUMENTS_OF_SEVERAL_ROUNDS = 20_000;

    /// Larger corpora are read from their files as they are indexed.
    private static final long BYTES_IN_MEMORY = 1L << 30;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "files until searchable and durable, against bare Lucene with the texts in memory";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Corpus corpus = setting.corpus();
        List<String> texts = new ArrayList<>();
        if (corpus.bytes() <= BYTES_IN_MEMORY) {
            for (int i = 0; i < corpus.documents(); i++) {
                texts.add(text(corpus, i));
            }
        }
        boolean once = corpus.documents() > DOCUMENTS_OF_SEVERAL_ROUNDS;
        BareIndex.Items items = number -> item(number, texts.isEmpty() ? text(corpus, number) : texts.get(number));
        Rounds.Side limit = BareIndex.side(setting, corpus.documents(), items, THREADS);
        Rounds.Side product = () -> new Filled(setting.scratch("ingest"), corpus.folder(), corpus.documents());
        Rounds.Compared compared = once
                ? new Rounds.Compared(Rounds.once(limit), Rounds.once(product))
                : Rounds.of(setting, limit, product);
        double documents = corpus.documents();
        double rounds = compared.limit().wall().length;
        double limitSpeed = documents / (compared.limit().median() / 1e9);
        double speed = documents / (compared.product().median() / 1e9);
        return List.of(
                Figure.speed(name(), "documents a second", corpus.documents(), limitSpeed, speed, TARGET),
                Figure.cost(
                        name(),
                        "processor µs a document",
                        corpus.documents(),
                        compared.limit().processor() / 1e3 / documents / rounds,
                        compared.product().processor() / 1e3 / documents / rounds,
                        null),
                Figure.alone(
                        name(),
                        "ms a document",
                        corpus.documents(),
                        compared.product().median() / 1e6 / documents,
                        null));
    }

    private static String text(Corpus corpus, int number) throws IOException {
        Path file = corpus.folder().resolve(corpus.files().get(number));
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static BareIndex.Item item(int number, String text) {
        return new BareIndex.Item(Integer.toString(number), text, List.of("none"), "undated", "none");
    }
}
