package sourcebook.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sourcebook.search.lucene.Kernels;

/// The small loops by JMH, each in a process of its own.
final class KernelsRow implements Row {
    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public String about() {
        return "cutting snippets, splitting words, finding hits, looking up a page, by JMH; the corpus does not matter";
    }

    @Override
    public boolean usual() {
        return false;
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        var options = new OptionsBuilder()
                .include(Kernels.class.getName())
                .verbosity(VerboseMode.SILENT)
                .jvmArgsPrepend("--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector")
                .build();
        List<RunResult> results = new ArrayList<>(new Runner(options).run());
        results.sort(Comparator.comparing(result -> result.getPrimaryResult().getLabel()));
        return results.stream()
                .map(result -> Figure.alone(
                        name(),
                        result.getPrimaryResult().getLabel() + ", µs",
                        setting.corpus().documents(),
                        result.getPrimaryResult().getScore(),
                        null))
                .toList();
    }
}
