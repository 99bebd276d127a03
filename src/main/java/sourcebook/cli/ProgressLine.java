package sourcebook.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sourcebook.ingest.Ingest;
import sourcebook.ingest.Progress;
import sourcebook.ingest.Upkeep;

/// A progress bar on the terminal's error stream, rewritten in place; nothing when the stream is not a terminal.
final class ProgressLine implements AutoCloseable {
    private static final int BAR = 28;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final Ingest ingest;
    private final ScheduledExecutorService clock;
    private final boolean terminal = isTerminal();

    ProgressLine(PrintStream out, Ingest ingest) {
        this.out = out;
        this.ingest = ingest;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("progress").daemon().factory());
        if (terminal) {
            var _ = clock.scheduleAtFixedRate(this::draw, 300, 300, TimeUnit.MILLISECONDS);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again when the streams are redirected
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private void draw() {
        Progress now = ingest.progress();
        String line = now.running() ? text(now) : behind(ingest.redescription(), ingest.recognition());
        if (!line.isEmpty()) {
            out.print("\r" + line.substring(0, Math.min(WIDTH, line.length())) + "\u001b[K");
            out.flush();
        }
    }

    static String text(Progress now) {
        int filled = now.total() == 0 ? 0 : (int) (BAR * now.done() / now.total());
        String left = now.left() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", %d:%02d left",
                        now.left().toMinutes(),
                        now.left().toSecondsPart());
        return String.format(
                Locale.ROOT,
                "[%s%s] %d of %d, %.1f/s%s",
                "#".repeat(filled),
                "-".repeat(BAR - filled),
                now.done(),
                now.total(),
                now.perSecond(),
                left);
    }

    /// What goes on behind the run; empty when nothing does.
    static String behind(Upkeep describing, Upkeep recognising) {
        if (describing.running()) {
            return "describing again: " + describing.done() + " of " + describing.total();
        }
        if (recognising.running()) {
            long number = Math.min(recognising.done() + 1, recognising.total());
            String name = recognising.current() == null ? "" : ": " + recognising.current();
            return "recognising " + number + " of " + recognising.total() + name;
        }
        return "";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
