package sourcebook.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sourcebook.search.Frequencies;
import sourcebook.search.Hit;
import sourcebook.search.Layer;
import sourcebook.search.Match;
import sourcebook.search.SearchEngine;
import sourcebook.search.SearchResult;
import sourcebook.search.Words;

/// Counts the words near the hits of a search, in all that matches and exactly, and compares with how often they stand
/// in all texts of the selection that its filters make, whether or not these match: in the whole archive where nothing
/// is chosen. Words are told apart and folded as in the index. Thread-safe.
///
/// Takes memory for each different word near hits.
public final class Collocates {
    private final SearchEngine engine;

    public Collocates(SearchEngine engine) {
        this.engine = engine;
    }

    /// @throws java.util.concurrent.CancellationException when `work` is cancelled
    public CollocateTable of(CollocateRequest request, Work work) {
        SearchResult about = engine.search(request.search().withPage(0, 0).withFacets(false), work);
        work.outOf(about.total());
        Tally tally = new Tally(request);
        engine.visit(
                request.search(),
                match -> {
                    work.check();
                    tally.add(match);
                    work.reached(work.done() + 1);
                    return true;
                },
                work);
        tally.counts
                .values()
                .removeIf(count ->
                        count.together < request.least() || (count.functionWord() && !request.functionWords()));
        Frequencies frequencies = engine.frequencies(request.search(), tally.counts.keySet(), work);
        List<Collocate> found = new ArrayList<>();
        tally.counts.forEach((word, count) -> {
            Collocate one = collocate(word, count, tally, frequencies);
            if (one.together() > one.expected()) {
                found.add(one);
            }
        });
        found.sort(Comparator.comparingDouble((Collocate one) -> one.value(request.measure()))
                .reversed()
                .thenComparing(Comparator.comparingLong(Collocate::together).reversed())
                .thenComparing(Collocate::word));
        return new CollocateTable(
                found.subList(0, Math.min(found.size(), request.limit())),
                found.size(),
                tally.hits,
                tally.documents,
                tally.window,
                frequencies.running(),
                request.search().narrowed(),
                about.notes());
    }

    private static Collocate collocate(String word, Count count, Tally tally, Frequencies frequencies) {
        // a document that was added since the visit may be in one of the numbers and not in the other, and of a story
        // another copy may stand for it among all than among those that match
        long frequency = Math.max(count.together, frequencies.of(word));
        long all = Math.max(frequencies.running(), Math.max(tally.window, frequency));
        return new Collocate(
                word,
                count.together,
                frequency,
                (double) tally.window * frequency / all,
                CollocateMeasure.LOG_LIKELIHOOD.of(count.together, frequency, tally.window, tally.hits, all),
                CollocateMeasure.LOG_DICE.of(count.together, frequency, tally.window, tally.hits, all),
                count.functionWord());
    }

    /// How often a word stood near a hit, and how often in a text of a language in which it is a function word.
    private static final class Count {
        private long together;
        private long asFunctionWord;

        boolean functionWord() {
            return 2 * asFunctionWord > together;
        }
    }

    private static final class Tally {
        private final CollocateRequest request;
        private final Map<String, Count> counts = new HashMap<>();
        private long hits;
        private long documents;
        private long window;

        Tally(CollocateRequest request) {
            this.request = request;
        }

        void add(Match match) {
            List<Hit> inText = match.hits().stream()
                    .filter(hit -> hit.layer() == Layer.TEXT)
                    .toList();
            if (inText.isEmpty()) {
                return;
            }
            hits += inText.size();
            documents++;
            List<Words.Word> words = Words.of(match.text(Layer.TEXT));
            Near[] near = near(words, inText);
            String language = match.result().language();
            for (int i = 0; i < near.length; i++) {
                if (near[i] == Near.NEAR) {
                    window++;
                    String word = words.get(i).folded();
                    Count count = counts.computeIfAbsent(word, any -> new Count());
                    count.together++;
                    if (FunctionWords.has(language, word)) {
                        count.asFunctionWord++;
                    }
                }
            }
        }

        private enum Near {
            FAR,
            NEAR,
            IN_HIT
        }

        private Near[] near(List<Words.Word> words, List<Hit> hits) {
            Near[] near = new Near[words.size()];
            Arrays.fill(near, Near.FAR);
            int word = 0;
            for (Hit hit : hits) {
                while (word < near.length && words.get(word).end() <= hit.start()) {
                    word++;
                }
                int first = word;
                while (word < near.length && words.get(word).start() < hit.end()) {
                    near[word++] = Near.IN_HIT;
                }
                mark(near, first - request.before(), first);
                mark(near, word, word + request.after());
            }
            return near;
        }

        private static void mark(Near[] near, int from, int to) {
            for (int i = Math.max(0, from); i < Math.min(near.length, to); i++) {
                if (near[i] == Near.FAR) {
                    near[i] = Near.NEAR;
                }
            }
        }
    }
}
