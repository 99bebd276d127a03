package sourcebook.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// How long after the command a server gives its first hits, with the corpus and without any document; then a search as
/// a command.
final class StartRow implements Row {
    private static final double TARGET_RATIO = 1.3;
    private static final double TARGET_SECONDS = 2;
    private static final double TARGET_COMMAND_SECONDS = 1;
    private static final double TARGET_COMMAND_MEGABYTES = 200;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "from the command to the first hits: server and search command; limit: the server without documents";
    }

    @Override
    public boolean small() {
        return false;
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        Path full = setting.archive().root();
        Path empty = setting.scratch("start");
        List<String> queries = Program.phrases(setting, setting.rounds() + 1);
        double[][] starts = new double[2][setting.rounds()];
        double[] commands = new double[setting.rounds()];
        double[] memory = new double[setting.rounds()];
        for (int round = -1; round < setting.rounds(); round++) {
            String query = queries.get(round + 1);
            for (int turn = 0; turn < 2; turn++) {
                int side = Math.floorMod(round + turn, 2);
                long begun = System.nanoTime();
                try (Program.Served _ = Program.serve(side == 0 ? empty : full, "", query)) {
                    if (round >= 0) {
                        starts[side][round] = (System.nanoTime() - begun) / 1e9;
                    }
                }
            }
            Program.Ran ran = Program.run("search", "--archive", full.toString(), query);
            if (round >= 0) {
                commands[round] = ran.seconds();
                memory[round] = ran.peakMegabytes();
            }
        }
        for (double[] times : List.of(starts[0], starts[1], commands, memory)) {
            Arrays.sort(times);
        }
        int documents = setting.corpus().documents();
        int middle = setting.rounds() / 2;
        double without = starts[0][middle];
        double with = starts[1][middle];
        return List.of(
                Figure.cost(name(), "server: command → first hits, s, median", documents, without, with, TARGET_RATIO),
                Figure.alone(name(), "server: command → first hits, s", documents, with, TARGET_SECONDS),
                Figure.alone(
                        name(), "search as a command, s, median", documents, commands[middle], TARGET_COMMAND_SECONDS),
                Figure.alone(
                        name(),
                        "search as a command, MB resident, most",
                        documents,
                        memory[memory.length - 1],
                        TARGET_COMMAND_MEGABYTES));
    }
}
