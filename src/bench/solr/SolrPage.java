import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrInputDocument;

/// Result pages of embedded Solr beside those of bare Lucene of the same version: phrase, all facets, ten snippets, the
/// exact total. Run by the row `solr` of the benchmark from its source, on the class path of the pom beside it:
///
///     java -cp … SolrPage.java FOLDER ROUNDS
///
/// FOLDER holds `documents` and `questions` as the row wrote them; indexes are made in it. Totals and facets of all
/// questions are compared first. Prints `bare MEDIAN P99` and `solr MEDIAN P99` in milliseconds, over questions, each
/// of which counts with the median of its rounds; two rounds before do not count. Nothing is cached between questions.
public final class SolrPage {
    private static final int RESULTS = 10;
    private static final int SNIPPET = 200;
    private static final FacetsConfig CONFIG = new FacetsConfig();

    private SolrPage() {}

    record Item(String id, String title, String path, String date, String text, List<String[]> facets) {}

    /// @param facets values with their numbers by facet
    record Page(long total, Map<String, Map<String, Long>> facets, List<List<String>> results) {}

    interface Asked {
        Page page(String[] words) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").setLevel(Level.OFF);
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<Item> items = items(folder.resolve("documents"));
        TreeSet<String> facets = items.stream()
                .flatMap(item -> item.facets().stream())
                .map(facet -> facet[0])
                .collect(Collectors.toCollection(TreeSet::new));
        List<String[]> questions =
                Files.readAllLines(folder.resolve("questions")).stream().map(line -> line.split(" ")).toList();
        facets.forEach(facet -> CONFIG.setMultiValued(facet, true));
        try (Bare bare = new Bare(folder.resolve("bare"), items, facets);
                Solr solr = new Solr(folder.resolve("solr"), items, facets)) {
            for (String[] words : questions) {
                same(words, bare.page(words), solr.page(words));
            }
            List<Asked> sides = List.of(bare::page, solr::page);
            double[][][] each = new double[2][questions.size()][rounds];
            for (int round = -2; round < rounds; round++) {
                for (int turn = 0; turn < 2; turn++) {
                    int side = Math.floorMod(round + turn, 2);
                    for (int i = 0; i < questions.size(); i++) {
                        long start = System.nanoTime();
                        sides.get(side).page(questions.get(i));
                        if (round >= 0) {
                            each[side][i][round] = (System.nanoTime() - start) / 1e6;
                        }
                    }
                }
            }
            for (int side = 0; side < 2; side++) {
                double[] medians = Arrays.stream(each[side])
                        .mapToDouble(times -> Arrays.stream(times).sorted().toArray()[rounds / 2])
                        .sorted()
                        .toArray();
                System.out.println((side == 0 ? "bare " : "solr ") + medians[medians.length / 2] + " "
                        + medians[(int) Math.ceil(.99 * medians.length) - 1]);
            }
        }
        System.exit(0); // threads of Solr's
    }

    private static void same(String[] words, Page bare, Page solr) {
        String phrase = String.join(" ", words);
        if (bare.total() != solr.total()) {
            throw new IllegalStateException("Totals of " + phrase + " differ: " + bare.total() + ", " + solr.total());
        }
        if (!bare.facets().equals(solr.facets())) {
            throw new IllegalStateException("Facets of " + phrase + " differ: " + bare.facets() + ", " + solr.facets());
        }
        if (bare.results().size() != solr.results().size()) {
            throw new IllegalStateException("Results of " + phrase + " differ in number");
        }
    }

    private static List<Item> items(Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String id = string(in);
                String[] rest = {string(in), string(in), string(in), string(in)};
                List<String[]> facets = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    facets.add(new String[] {string(in), string(in)});
                }
                items.add(new Item(id, rest[0], rest[1], rest[2], rest[3], facets));
            }
        } catch (EOFException end) {
            return items;
        }
    }

    private static String string(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /// Lucene and nothing else.
    private static final class Bare implements AutoCloseable {
        private final FSDirectory directory;
        private final DirectoryReader reader;
        private final IndexSearcher searcher;
        private final SortedSetDocValuesReaderState state;
        private final TreeSet<String> shown;

        Bare(Path folder, List<Item> items, TreeSet<String> shown) throws IOException {
            this.shown = shown;
            FieldType words = new FieldType();
            words.setTokenized(true);
            words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
            words.freeze();
            directory = FSDirectory.open(folder);
            try (IndexWriter writer =
                    new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(256))) {
                for (Item item : items) {
                    Document document = new Document();
                    document.add(new StringField("id", item.id(), Field.Store.YES));
                    document.add(new StoredField("title", item.title()));
                    document.add(new StoredField("path", item.path()));
                    document.add(new StoredField("date", item.date()));
                    document.add(new StoredField("body", item.text()));
                    document.add(new Field("text", item.text(), words));
                    item.facets().forEach(facet -> document.add(new SortedSetDocValuesFacetField(facet[0], facet[1])));
                    writer.addDocument(CONFIG.build(document));
                }
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            state = new DefaultSortedSetDocValuesReaderState(reader, CONFIG);
        }

        Page page(String[] words) throws IOException {
            PhraseQuery query = new PhraseQuery("text", words);
            Object[] found = searcher.search(
                    query,
                    new MultiCollectorManager(
                            new TopScoreDocCollectorManager(RESULTS, null, Integer.MAX_VALUE),
                            new FacetsCollectorManager()));
            TopDocs top = (TopDocs) found[0];
            SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, (FacetsCollector) found[1]);
            Map<String, Map<String, Long>> facets = new TreeMap<>();
            for (String facet : shown) {
                Map<String, Long> values = new HashMap<>();
                var children = counts.getAllChildren(facet);
                if (children != null) {
                    for (LabelAndValue value : children.labelValues) {
                        values.put(value.label, value.value.longValue());
                    }
                }
                facets.put(facet, values);
            }
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
            StoredFields stored = searcher.storedFields();
            List<List<String>> results = new ArrayList<>();
            for (ScoreDoc one : top.scoreDocs) {
                Document document = stored.document(one.doc);
                results.add(List.of(
                        document.get("id"),
                        document.get("title"),
                        document.get("path"),
                        document.get("date"),
                        snippet(document.get("body"), one.doc, weight)));
            }
            return new Page(top.totalHits.value, facets, results);
        }

        private String snippet(String text, int number, Weight weight) throws IOException {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(number, reader.leaves()));
            Matches matches = weight.matches(leaf, number - leaf.docBase);
            MatchesIterator each = matches == null ? null : matches.getMatches("text");
            if (each == null || !each.next()) {
                return "";
            }
            int from = Math.max(0, each.startOffset() - SNIPPET / 3);
            return text.substring(from, Math.min(text.length(), Math.max(each.endOffset(), from + SNIPPET)));
        }

        @Override
        public void close() throws IOException {
            reader.close();
            directory.close();
        }
    }

    /// Solr in this process, without caches between questions.
    private static final class Solr implements AutoCloseable {
        private static final String CONFIGURATION =
                """
                <config>
                  <luceneMatchVersion>9.12</luceneMatchVersion>
                  <schemaFactory class="ClassicIndexSchemaFactory"/>
                  <indexConfig><ramBufferSizeMB>256</ramBufferSizeMB></indexConfig>
                  <updateHandler class="solr.DirectUpdateHandler2"/>
                  <query><enableLazyFieldLoading>false</enableLazyFieldLoading></query>
                  <requestHandler name="/select" class="solr.SearchHandler"/>
                </config>
                """;

        private static final String SCHEMA =
                """
                <schema name="page" version="1.6">
                  <fieldType name="string" class="solr.StrField" docValues="true"/>
                  <fieldType name="words" class="solr.TextField" positionIncrementGap="100">
                    <analyzer><tokenizer class="solr.StandardTokenizerFactory"/><filter class="solr.LowerCaseFilterFactory"/></analyzer>
                  </fieldType>
                  <field name="id" type="string" indexed="true" stored="true" required="true"/>
                  <field name="title" type="string" indexed="false" stored="true" docValues="false"/>
                  <field name="path" type="string" indexed="false" stored="true" docValues="false"/>
                  <field name="date" type="string" indexed="false" stored="true" docValues="false"/>
                  <field name="text" type="words" indexed="true" stored="true" storeOffsetsWithPositions="true"/>
                  <dynamicField name="facet_*" type="string" indexed="false" stored="false" multiValued="true"/>
                  <uniqueKey>id</uniqueKey>
                </schema>
                """;

        private final EmbeddedSolrServer server;
        private final String[] facets;

        Solr(Path home, List<Item> items, TreeSet<String> shown) throws Exception {
            Path configuration = Files.createDirectories(home.resolve("page/conf"));
            Files.writeString(home.resolve("solr.xml"), "<solr/>");
            Files.writeString(home.resolve("page/core.properties"), "name=page\n");
            Files.writeString(configuration.resolve("solrconfig.xml"), CONFIGURATION);
            Files.writeString(configuration.resolve("schema.xml"), SCHEMA);
            facets = shown.stream().map(facet -> "facet_" + facet).toArray(String[]::new);
            server = new EmbeddedSolrServer(home, "page");
            List<SolrInputDocument> some = new ArrayList<>();
            for (Item item : items) {
                SolrInputDocument document = new SolrInputDocument();
                document.addField("id", item.id());
                document.addField("title", item.title());
                document.addField("path", item.path());
                document.addField("date", item.date());
                document.addField("text", item.text());
                item.facets().forEach(facet -> document.addField("facet_" + facet[0], facet[1]));
                some.add(document);
                if (some.size() == 1_000) {
                    server.add(some);
                    some.clear();
                }
            }
            if (!some.isEmpty()) {
                server.add(some);
            }
            server.commit();
        }

        Page page(String[] words) throws Exception {
            SolrQuery query = new SolrQuery("text:\"" + String.join(" ", words) + "\"")
                    .setRows(RESULTS)
                    .setFields("id", "title", "path", "date")
                    .setFacet(true)
                    .setFacetLimit(-1)
                    .setFacetMinCount(1)
                    .addFacetField(facets)
                    .setHighlight(true)
                    .addHighlightField("text")
                    .setHighlightFragsize(SNIPPET)
                    .setHighlightSnippets(1);
            query.set("hl.method", "unified");
            QueryResponse answer = server.query(query);
            Map<String, Map<String, Long>> counted = new TreeMap<>();
            answer.getFacetFields()
                    .forEach(facet -> counted.put(
                            facet.getName().substring("facet_".length()),
                            facet.getValues().stream()
                                    .collect(Collectors.toMap(value -> value.getName(), value -> value.getCount()))));
            List<List<String>> results = answer.getResults().stream()
                    .map(document -> List.of(
                            String.valueOf(document.getFieldValue("id")),
                            String.valueOf(document.getFieldValue("title")),
                            answer.getHighlighting()
                                    .get(String.valueOf(document.getFieldValue("id")))
                                    .getOrDefault("text", List.of())
                                    .toString()))
                    .toList();
            return new Page(answer.getResults().getNumFound(), counted, results);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
