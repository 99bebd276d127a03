package sourcebook.extraction;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import sourcebook.extraction.PageWords.Word;
import sourcebook.extraction.Scan.Place;

/// Measures recognition on drawn pages, turned, askew, small and noisy: the share of the words that were read, in
/// order, the share of words read that are right, how well boxes fit (intersection over union, the mean of words
/// read right), and the time.
final class MeasureRecognition {
    private MeasureRecognition() {}

    public static void main(String[] args) throws Exception {
        var page = Scan.prose(11);
        Map<String, Scan> scans = new LinkedHashMap<>();
        for (double skew : new double[] {0, 0.5, 1, 2, 3, 5, 8, 10, -1, -2, -5, -8, -10}) {
            scans.put("skew " + skew, page.skewed(skew));
        }
        for (int turn : new int[] {90, 180, 270}) {
            scans.put("turned " + turn, page.rotated(turn));
            scans.put("turned " + turn + ", skew 4", page.skewed(4).rotated(turn));
            scans.put("turned " + turn + ", skew -7", page.skewed(-7).rotated(turn));
        }
        for (double share : new double[] {0, 0.01, 0.03, 0.1}) {
            scans.put("noise " + share, page.skewed(1.5).noisy(share, new Random(1)));
        }
        scans.put("small print (7 points)", Scan.prose(7).skewed(-3));
        for (int dpi : new int[] {200, 150, 120, 100, 75}) {
            scans.put(dpi + " dpi", Scan.prose(11, dpi).skewed(1));
        }
        try (var workers = Workers.one()) {
            workers.read("warm.png", page.png());
            for (var scan : scans.entrySet()) {
                byte[] png = scan.getValue().png();
                long start = System.nanoTime();
                ExtractedDocument read = workers.read("page.png", png);
                long millis = (System.nanoTime() - start) / 1_000_000;
                System.out.println("%-24s %s, %,5d ms %s"
                        .formatted(scan.getKey(), score(scan.getValue(), read), millis, read.warnings()));
            }
        }
    }

    private static String score(Scan scan, ExtractedDocument read) throws IOException {
        if (read.words().isEmpty()) {
            return "nothing read";
        }
        PageWords words = read.words().getFirst();
        List<Integer> right = common(
                scan.words().stream().map(Place::word).toList(),
                words.words().stream()
                        .map(word -> read.pages().getFirst().substring(word.start(), word.end()))
                        .toList());
        double fit = 0;
        int pairs = 0;
        double sure = 0;
        for (Word word : words.words()) {
            sure += word.confidence();
        }
        for (int i = 0; i < right.size(); i++) {
            if (right.get(i) >= 0) {
                fit += overlap(
                        scan.words().get(right.get(i)).box(), words.words().get(i));
                pairs++;
            }
        }
        return "recall %.3f, precision %.3f, boxes %.3f, confidence %.0f, turned %d, skew %.2f"
                .formatted(
                        (double) pairs / scan.words().size(),
                        (double) pairs / right.size(),
                        fit / Math.max(1, pairs),
                        sure / right.size(),
                        words.rotationDegrees(),
                        words.skewDegrees());
    }

    /// For each word read its place among the right ones in a longest common subsequence, or -1.
    static List<Integer> common(List<String> right, List<String> read) {
        int[][] longest = new int[right.size() + 1][read.size() + 1];
        for (int i = right.size() - 1; i >= 0; i--) {
            for (int j = read.size() - 1; j >= 0; j--) {
                longest[i][j] = right.get(i).equals(read.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<Integer> places = new ArrayList<>();
        int i = 0;
        for (int j = 0; j < read.size(); ) {
            if (i < right.size() && right.get(i).equals(read.get(j))) {
                places.add(i++);
                j++;
            } else if (i < right.size() && longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                places.add(-1);
                j++;
            }
        }
        return places;
    }

    static double overlap(Rectangle2D place, Word word) {
        var box = new Rectangle2D.Double(word.x(), word.y(), word.width(), word.height());
        Rectangle2D both = box.createIntersection(place);
        if (both.isEmpty()) {
            return 0;
        }
        double common = both.getWidth() * both.getHeight();
        return common / (box.getWidth() * box.getHeight() + place.getWidth() * place.getHeight() - common);
    }
}
