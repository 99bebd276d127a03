package sourcebook.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/// Lucene's phrase query over the positions of words, nothing else: the limit of [PhraseRow]. For one thread.
final class BarePhrases implements AutoCloseable {
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    /// @param folder of an index by [BarePageIndex]
    BarePhrases(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /// Finds the best documents; how many there are in all.
    long find(List<String> words, int best) throws IOException {
        return searcher.search(
                        new PhraseQuery(BarePageIndex.TEXT, words.toArray(String[]::new)),
                        new TopScoreDocCollectorManager(best, Integer.MAX_VALUE))
                .totalHits
                .value();
    }

    /// How many documents there are, and nothing else.
    long count(List<String> words) throws IOException {
        return searcher.count(new PhraseQuery(BarePageIndex.TEXT, words.toArray(String[]::new)));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
