package sourcebook.extraction.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A worker in which misfortunes happen on demand, for tests of the parent: a document named `fault-KIND…` brings one
/// about, every other is read as ever.
public final class FaultyWorker {
    private FaultyWorker() {}

    public static void main(String[] args) throws Exception {
        WorkerMain.serve(FaultyWorker::happen);
    }

    private static void happen(Request request, DataOutputStream out) throws IOException {
        String name = request.name();
        if (!name.startsWith("fault-")) {
            return;
        }
        String kind = name.substring("fault-".length()).replaceFirst("\\..*", "");
        switch (kind) {
            case "hang" -> hang();
            case "busy" -> busy(out);
            case "memory" -> exhaust();
            case "exit" -> Runtime.getRuntime().halt(17);
            case "crash-once" -> {
                Path marker = Path.of(Files.readString(request.original()).strip());
                if (Files.notExists(marker)) {
                    Files.createFile(marker);
                    Runtime.getRuntime().halt(134);
                }
            }
            case "garbage" -> {
                out.write("this is no message of ours\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                hang();
            }
            case "print" -> System.out.println("a library that prints");
            case "deep" -> deep(0);
            default -> throw new IllegalArgumentException("unknown fault: " + kind);
        }
    }

    private static void hang() {
        while (true) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    private static void busy(DataOutputStream out) {
        var progress = new Progress(out);
        while (true) {
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);
            progress.moved();
        }
    }

    private static void exhaust() {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[8 << 20]);
        }
    }

    private static int deep(int depth) {
        return depth < 0 ? 0 : deep(depth + 1) + 1;
    }
}
