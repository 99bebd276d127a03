package sourcebook.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line that starts a worker process, without its temporary folder and its main class. Stateless.
final class WorkerCommand {
    /// Compile quickly and once: on 28 reports and on 83 pages, start included, that takes a third of the time.
    private static final String ONCE = "-XX:TieredStopAtLevel=1";

    private WorkerCommand() {}

    /// @param heapMegabytes `-Xmx`
    /// @param folder where a copied jar may lie, existing
    /// @param moreFlags further flags for the JVM
    static List<String> of(int heapMegabytes, Path folder, List<String> moreFlags) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-Xss2m",
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                ONCE,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR"));
        command.addAll(moreFlags);
        command.add("-cp");
        command.add(WorkerClassPath.of(WorkerClassPath.current(), folder));
        return List.copyOf(command);
    }

    /// The command of a worker that will have much to do: it compiles a second time, and thoroughly, what runs often.
    /// On reports that halves the time, after some ten seconds of compiling.
    static List<String> lasting(List<String> command) {
        return command.stream().filter(flag -> !flag.equals(ONCE)).toList();
    }
}
