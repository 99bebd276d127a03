package sourcebook.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Opens the archive as a web page and follows its folder.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final ArchiveOption archive = new ArchiveOption();

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description =
                    "Address to bind to (default: ${DEFAULT-VALUE}, this machine only). Any other demands an account,"
                            + " whose password is set with a one-time token from the log.")
    private String address = "127.0.0.1";

    private final Server server;

    ServeCommand(Server server) {
        this.server = server;
    }

    @Override
    public Integer call() throws Exception {
        return server.serve(archive.folder(), address, port);
    }
}
