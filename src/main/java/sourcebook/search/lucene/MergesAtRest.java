package sourcebook.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Which segments are made one: while an archive is filled as Lucene sees fit, and when it is asked to merge all, as
/// [Rest] does, the small ones alone. What is left is a row of segments of which each is several times as large as all
/// smaller ones together, so that a text is rewritten a few times at most, however often the archive comes to rest.
final class MergesAtRest extends FilterMergePolicy {
    private static final long MEGABYTE = 1 << 20;

    /// A segment is not rewritten for others that are so many times smaller together.
    private static final int TIMES = 4;

    /// Smaller ones, together, count as that much: rewriting four times as much takes a second or two.
    private static final long LEAST = 16 * MEGABYTE;

    /// Larger ones are not made; Lucene's own limit.
    private static final long MOST = 5_000 * MEGABYTE;

    /// Removed documents in a hundred for whose room one segment is written anew.
    private static final int REMOVED_PERCENT = 5;

    MergesAtRest() {
        super(new TieredMergePolicy());
    }

    private record Sized(SegmentCommitInfo segment, long bytes) {}

    @Override
    public @Nullable MergeSpecification findForcedMerges(
            SegmentInfos segments, int most, Map<SegmentCommitInfo, Boolean> wanted, MergePolicy.MergeContext context)
            throws IOException {
        List<Sized> smallest = new ArrayList<>();
        for (SegmentCommitInfo segment : segments) {
            if (!context.getMergingSegments().contains(segment)) {
                smallest.add(new Sized(segment, size(segment, context)));
            }
        }
        smallest.sort(Comparator.comparingLong(Sized::bytes));
        List<SegmentCommitInfo> chosen = new ArrayList<>();
        long together = 0;
        for (Sized next : smallest) {
            boolean fits = together + next.bytes <= MOST;
            if (!fits || (!chosen.isEmpty() && next.bytes > TIMES * Math.max(together, LEAST))) {
                break;
            }
            chosen.add(next.segment);
            together += next.bytes;
        }
        if (chosen.isEmpty() || (chosen.size() == 1 && !worn(chosen.getFirst(), context))) {
            return null;
        }
        MergeSpecification merges = new MergeSpecification();
        merges.add(new OneMerge(chosen));
        return merges;
    }

    private static boolean worn(SegmentCommitInfo segment, MergePolicy.MergeContext context) throws IOException {
        return context.numDeletesToMerge(segment) * 100L > (long) segment.info.maxDoc() * REMOVED_PERCENT;
    }
}
