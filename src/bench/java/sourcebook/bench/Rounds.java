package sourcebook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes the time of two sides in turns, so that whatever else the machine does meets both.
final class Rounds {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// For both sides together, before what is asked counts.
    private static final long WARMING_NANOS = 4_000_000_000L;

    /// What each child had taken when it was last read.
    private static final Map<Long, Long> CHILDREN = new HashMap<>(); // guarded by the class

    private Rounds() {}

    /// What is timed.
    interface Work {
        void run() throws Exception;
    }

    /// One side of a comparison. Each round opens it, times it and closes it: a service has its archive open when
    /// files come in, so opening and closing are not timed, nor are merges that nobody waits for. A program that is
    /// started and ends is timed as a whole.
    interface Side {
        Opened open() throws Exception;
    }

    /// A side in one round.
    interface Opened extends AutoCloseable, Work {
        @Override
        default void close() throws Exception {}
    }

    /// What is timed for one question.
    interface Asking<Q> {
        void ask(Q question) throws Exception;
    }

    /// Times of one side in nanoseconds, sorted: one a round, or one a question.
    ///
    /// @param processor processor time of this process and its children, of all of them together
    record Times(double[] wall, long processor) {
        double median() {
            return quantile(.5);
        }

        double p99() {
            return quantile(.99);
        }

        double quantile(double share) {
            return wall[
                    Math.min(
                            wall.length - 1,
                            (int) Math.ceil(share * wall.length) - 1 < 0
                                    ? 0
                                    : (int) Math.ceil(share * wall.length) - 1)];
        }

        double sum() {
            return Arrays.stream(wall).sum();
        }
    }

    record Compared(Times limit, Times product) {}

    /// Runs both in turns, who begins changing with each round, after rounds that do not count: as many as
    /// it takes until each side has run for [Setting#warming], one at least. The side that has run less goes
    /// next, so both get the same time and not the same number. After one round it would be Java's compiler
    /// that is measured, and a service that runs for days has that behind it.
    static Compared of(Setting setting, Side limit, Side product) throws Exception {
        warm(setting.warming().toNanos(), limit, product);
        try (Profile _ = Profile.into(setting.profile())) {
            return rounds(setting.rounds(), limit, product);
        }
    }

    /// The same of two sides that nothing has to be opened for.
    static Compared of(Setting setting, Work limit, Work product) throws Exception {
        return of(setting, () -> limit::run, () -> (Opened) product::run);
    }

    /// The same of sides that were warmed before, but for one round of each.
    static Compared warmed(int rounds, Side limit, Side product) throws Exception {
        warm(1, limit, product);
        return rounds(rounds, limit, product);
    }

    private static Compared rounds(int rounds, Side limit, Side product) throws Exception {
        double[][] wall = new double[2][rounds];
        long[] processor = new long[2];
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < 2; turn++) {
                int side = (round + turn) % 2;
                Times once = once(side == 0 ? limit : product);
                wall[side][round] = once.median();
                processor[side] += once.processor();
            }
        }
        return compared(wall, processor);
    }

    /// One round.
    static Times once(Side side) throws Exception {
        try (Opened opened = side.open()) {
            long processor = processorNanos();
            long start = System.nanoTime();
            opened.run();
            double nanos = System.nanoTime() - start;
            return new Times(new double[] {nanos}, processorNanos() - processor);
        }
    }

    private static void warm(long nanos, Side limit, Side product) throws Exception {
        double[] ran = new double[2];
        while (Math.min(ran[0], ran[1]) < Math.max(nanos, 1)) {
            int side = ran[0] <= ran[1] ? 0 : 1;
            ran[side] += Math.max(once(side == 0 ? limit : product).median(), 1);
        }
    }

    /// Asks both sides every question, in turns, `rounds` times after some that do not count: two at least,
    /// and as many as it takes until both have run for a while, since a service answers for days and its
    /// compiler has done its work. The time of a question is the median of its rounds; so the quantiles are
    /// over questions, not over hiccups.
    static <Q> Compared questions(int rounds, List<Q> questions, Asking<Q> limit, Asking<Q> product) throws Exception {
        double[][][] each = new double[2][questions.size()][rounds];
        long[] processor = new long[2];
        int round = -2;
        long begun = System.nanoTime();
        while (round < rounds) {
            for (int turn = 0; turn < 2; turn++) {
                int side = Math.floorMod(round + turn, 2);
                Asking<Q> asked = side == 0 ? limit : product;
                asked.ask(questions.getFirst()); // not timed: it finds the other side's data in the caches
                long before = processorNanos();
                for (int i = 0; i < questions.size(); i++) {
                    long start = System.nanoTime();
                    asked.ask(questions.get(i));
                    if (round >= 0) {
                        each[side][i][round] = System.nanoTime() - start;
                    }
                }
                if (round >= 0) {
                    processor[side] += processorNanos() - before;
                }
            }
            round += round == -1 && System.nanoTime() - begun < WARMING_NANOS ? 0 : 1;
        }
        double[][] wall = new double[2][questions.size()];
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < questions.size(); i++) {
                double[] times = each[side][i];
                Arrays.sort(times);
                wall[side][i] = times[times.length / 2];
            }
        }
        return compared(wall, processor);
    }

    private static Compared compared(double[][] wall, long[] processor) {
        Arrays.sort(wall[0]);
        Arrays.sort(wall[1]);
        return new Compared(new Times(wall[0], processor[0]), new Times(wall[1], processor[1]));
    }

    /// Processor time of this process and of its children, those that have ended as they were last read: what they
    /// took after that is not counted, but nothing is taken away again.
    static synchronized long processorNanos() {
        ProcessHandle.current()
                .descendants()
                .forEach(child -> child.info()
                        .totalCpuDuration()
                        .ifPresent(taken -> CHILDREN.merge(child.pid(), taken.toNanos(), Math::max)));
        return SYSTEM.getProcessCpuTime()
                + CHILDREN.values().stream().mapToLong(Long::longValue).sum();
    }
}
