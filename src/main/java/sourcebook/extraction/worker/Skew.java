package sourcebook.extraction.worker;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// How lines of text lie on a page image, by projection profiles: the lower edges of letters, summed along the
/// direction of the lines, give a sharp comb, along any other a flat one. Immutable.
///
/// @param degrees by which lines across the image fall to the right, negative if they rise
/// @param sidewaysDegrees the same of lines that run up or down the image, after a quarter turn
/// @param sideways lines run up or down rather than across
record Skew(float degrees, float sidewaysDegrees, boolean sideways) {
    private static final int LONGEST_SIDE = 1_400; // of the copy that is measured: A4 at 120 dpi
    private static final int MOST_EDGES = 60_000;
    private static final int FEWEST_EDGES = 60; // some ten letters
    private static final double MOST_DEGREES = 12;
    private static final double STEP = 0.25;
    private static final double FINE_STEP = 0.05;
    private static final double CONTRAST = 0.2; // of the darkest to the lightest: what is an edge
    private static final double COMB = 1.15; // sharper than the mean of all angles: there are lines at all
    private static final double CLEARLY = 1.3; // sharper than the other way

    private record Best(double degrees, double sharpness) {}

    /// @param image grey, 8 bits
    static Skew of(BufferedImage image) {
        int factor = Math.max(1, Math.ceilDiv(Math.max(image.getWidth(), image.getHeight()), LONGEST_SIDE));
        int[][] grey = reduced(image, factor);
        Best across = best(edges(grey, true));
        Best along = best(edges(grey, false));
        return new Skew(
                (float) across.degrees(),
                (float) along.degrees(),
                along.sharpness() > CLEARLY * across.sharpness() && along.sharpness() > COMB);
    }

    /// The skew that is left when the image has been turned clockwise by a multiple of 90 degrees.
    float after(int rotationDegrees) {
        return rotationDegrees % 180 == 0 ? degrees : sidewaysDegrees;
    }

    /// Means of squares of `factor` pixels.
    private static int[][] reduced(BufferedImage image, int factor) {
        int width = image.getWidth() / factor;
        int height = image.getHeight() / factor;
        var raster = image.getRaster();
        int[][] grey = new int[height][width];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < height * factor; y++) {
            raster.getSamples(0, y, image.getWidth(), 1, 0, row);
            int[] sums = grey[y / factor];
            for (int x = 0; x < width * factor; x++) {
                sums[x / factor] += row[x];
            }
        }
        for (int[] sums : grey) {
            for (int x = 0; x < width; x++) {
                sums[x] /= factor * factor;
            }
        }
        return grey;
    }

    /// Points where dark ends and light begins, downwards or to the right; x and y by turns, those to the right turned
    /// so that lines run across.
    private static int[] edges(int[][] grey, boolean downwards) {
        int lightest = 0;
        int darkest = 255;
        for (int[] row : grey) {
            for (int value : row) {
                lightest = Math.max(lightest, value);
                darkest = Math.min(darkest, value);
            }
        }
        int least = Math.max(8, (int) (CONTRAST * (lightest - darkest)));
        int[] points = new int[1024];
        int used = 0;
        for (int y = 0; y + 1 < grey.length; y++) {
            for (int x = 0; x + 1 < grey[y].length; x++) {
                int next = downwards ? grey[y + 1][x] : grey[y][x + 1];
                if (next - grey[y][x] >= least) {
                    if (used == points.length) {
                        points = Arrays.copyOf(points, 2 * used);
                    }
                    points[used++] = downwards ? x : y;
                    points[used++] = downwards ? y : -x;
                }
            }
        }
        return thinned(points, used);
    }

    private static int[] thinned(int[] points, int used) {
        int every = Math.ceilDiv(Math.max(1, used / 2), MOST_EDGES);
        int[] kept = new int[Math.ceilDiv(used / 2, every) * 2];
        for (int from = 0, to = 0; from < used; from += 2 * every) {
            kept[to++] = points[from];
            kept[to++] = points[from + 1];
        }
        return kept;
    }

    private static Best best(int[] points) {
        if (points.length < 2 * FEWEST_EDGES) {
            return new Best(0, 0);
        }
        double sum = 0;
        int tried = 0;
        var best = new Best(0, 0);
        for (double degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP) {
            double sharpness = sharpness(points, degrees);
            sum += sharpness;
            tried++;
            best = sharpness > best.sharpness() ? new Best(degrees, sharpness) : best;
        }
        double coarse = best.degrees();
        for (double degrees = coarse - STEP; degrees <= coarse + STEP; degrees += FINE_STEP) {
            double sharpness = sharpness(points, degrees);
            best = sharpness > best.sharpness() ? new Best(degrees, sharpness) : best;
        }
        double comb = best.sharpness() * tried / sum;
        return comb < COMB ? new Best(0, comb) : new Best(best.degrees(), comb);
    }

    /// The sum of squares of the profile.
    private static double sharpness(int[] points, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double cos = Math.cos(Math.toRadians(degrees));
        int middle = LONGEST_SIDE * 3;
        int[] profile = new int[2 * middle];
        for (int i = 0; i < points.length; i += 2) {
            profile[middle + (int) Math.round(points[i + 1] * cos - points[i] * sin)]++;
        }
        double squares = 0;
        for (int count : profile) {
            squares += (double) count * count;
        }
        return squares;
    }
}
