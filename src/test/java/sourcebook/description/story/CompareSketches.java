package sourcebook.description.story;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Compares ways to find candidates: of pairs of a text and its copy, how many share a hash at all and how many share
/// three, and how many hashes a text has. `java … CompareSketches [SEED]` prints a table; decision 0010 quotes it.
final class CompareSketches {
    private static final int PAIRS = 300;

    private CompareSketches() {}

    private record Way(String name, Function<String, Set<Long>> sketch) {}

    private record Pair(String one, String other) {}

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        List<Way> ways = List.of(
                new Way("MinHashFilter, 64 buckets", text -> lucene(text, 64)),
                new Way("MinHashFilter, 512 buckets", text -> lucene(text, 512)),
                new Way("bottom-k, 24", text -> smallest(text, 24, Long.MAX_VALUE)),
                new Way("bottom-k, 64", text -> smallest(text, 64, Long.MAX_VALUE)),
                new Way("FracMinHash, 1 of 16", text -> smallest(text, 0, 16)),
                new Way("FracMinHash, 1 of 32", text -> smallest(text, 0, 32)),
                new Way("winnowing, window 16", text -> winnow(text, 16)),
                new Way("winnowing, window 32", text -> winnow(text, 32)),
                new Way("1 of 32, at least 24", text -> smallest(text, 24, 32)));
        Random random = new Random(seed);
        Prose prose = new Prose(random);
        for (String kind : List.of("cut to 40 %", "cut, 2 % noise", "150 words in 5,000", "both 2 % noise")) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(pair(kind, prose, random));
            }
            System.out.println(kind + ":");
            for (Way way : ways) {
                measure(way, pairs);
            }
        }
    }

    private static Pair pair(String kind, Prose prose, Random random) {
        String text = String.join("\n", prose.paragraphs(4 + random.nextInt(16)));
        String start = text.substring(0, text.length() * 2 / 5);
        return switch (kind) {
            case "cut to 40 %" -> new Pair(text, start);
            case "cut, 2 % noise" -> new Pair(text, GeneratedStories.noise(start, random));
            case "both 2 % noise" ->
                new Pair(GeneratedStories.noise(text, random), GeneratedStories.noise(text, random));
            default -> {
                String small = text.substring(0, Math.min(text.length(), 900));
                yield new Pair(String.join("\n", prose.paragraphs(110)) + "\n" + small, small);
            }
        };
    }

    private static void measure(Way way, List<Pair> pairs) {
        int met = 0;
        int met3 = 0;
        long hashes = 0;
        for (Pair pair : pairs) {
            Set<Long> one = way.sketch().apply(pair.one());
            Set<Long> other = way.sketch().apply(pair.other());
            hashes += one.size();
            long shared = one.stream().filter(other::contains).count();
            met += shared > 0 ? 1 : 0;
            met3 += shared > 2 ? 1 : 0;
        }
        System.out.printf(
                "  %-28s shares a hash %5.1f %%, three %5.1f %%, hashes a text %6.1f%n",
                way.name(), 100.0 * met / pairs.size(), 100.0 * met3 / pairs.size(), (double) hashes / pairs.size());
    }

    private static long[] distinct(String text) {
        return Shingles.of(Words.of(text)).distinct();
    }

    private static Set<Long> smallest(String text, int least, long oneOf) {
        long[] distinct = distinct(text);
        Set<Long> found = new HashSet<>();
        long below = oneOf == Long.MAX_VALUE ? Long.MIN_VALUE : Long.MIN_VALUE + 2 * (Long.MAX_VALUE / oneOf);
        for (int i = 0; i < distinct.length && (i < least || distinct[i] < below); i++) {
            found.add(distinct[i]);
        }
        return found;
    }

    /// The smallest of each window (Schleimer, Wilkerson, Aiken 2003).
    private static Set<Long> winnow(String text, int window) {
        long[] inOrder = Shingles.of(Words.of(text)).inOrder();
        Set<Long> found = new HashSet<>();
        for (int from = 0; from + window <= inOrder.length; from++) {
            long smallest = Long.MAX_VALUE;
            for (int at = from; at < from + window; at++) {
                smallest = Math.min(smallest, inOrder[at]);
            }
            found.add(smallest);
        }
        return found;
    }

    /// Lucene's filter over shingles of four words, its tokens hashed again to compare them.
    private static Set<Long> lucene(String text, int buckets) {
        Set<Long> found = new HashSet<>();
        WhitespaceTokenizer words = new WhitespaceTokenizer();
        words.setReader(new StringReader(text));
        ShingleFilter shingles = new ShingleFilter(words, 4, 4);
        shingles.setOutputUnigrams(false);
        try (TokenStream hashes = new MinHashFilter(shingles, 1, buckets, 1, false)) {
            CharTermAttribute term = hashes.addAttribute(CharTermAttribute.class);
            hashes.reset();
            while (hashes.incrementToken()) {
                found.add((long) term.toString().hashCode());
            }
            hashes.end();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return found;
    }
}
