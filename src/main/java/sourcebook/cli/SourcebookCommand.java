package sourcebook.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command line's root: `sourcebook COMMAND …`.
@Command(
        name = "sourcebook",
        description = "A full-text searchable archive of sources.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            IngestCommand.class,
            SearchCommand.class,
            BatchCommand.class,
            ConcordanceCommand.class,
            CollocatesCommand.class,
            ExportCommand.class,
            SearchesCommand.class,
            StoriesCommand.class,
            DescribeCommand.class,
            LedgerCommand.class,
            RedescribeCommand.class,
            ReindexCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "The launcher adds: `sourcebook build` makes the program again, `sourcebook test` runs all tests.",
            "Run `sourcebook COMMAND --help` for a command's options."
        })
public final class SourcebookCommand implements Runnable {
    /// Exit code of a command that could not do what was asked; usage errors give 2, as is usual.
    static final int FAILED = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /// Runs a command line.
    ///
    /// @param server starts the web server, which knows more rooms than the command line does
    /// @return the exit code
    public static int run(Server server, String... arguments) {
        return line(server).execute(arguments);
    }

    static CommandLine line(Server server) {
        CommandLine line = new CommandLine(new SourcebookCommand()).addSubcommand(new ServeCommand(server));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            PrintWriter err = command.getErr();
            err.println(Failure.sentence(thrown));
            if (System.getenv("SOURCEBOOK_DEBUG") != null) {
                thrown.printStackTrace(err);
            }
            err.flush();
            return FAILED;
        });
        line.setExecutionStrategy(SourcebookCommand::execute);
        return line;
    }

    /// A writer keeps to itself that a disk is full or a reader has gone, and would end a list that is cut off as if it
    /// were whole.
    private static int execute(CommandLine.ParseResult parsed) {
        int code = new CommandLine.RunLast().execute(parsed);
        CommandLine command = parsed.asCommandLineList().getLast();
        if (code == CommandLine.ExitCode.OK && command.getOut().checkError()) {
            command.getErr().println("The output could not be written to its end.");
            command.getErr().flush();
            return FAILED;
        }
        return code;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
