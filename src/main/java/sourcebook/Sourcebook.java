package sourcebook;

import sourcebook.cli.SourcebookCommand;

/// The program's entry point. Commands other than `serve` start no Spring context: they are to answer within a second.
public final class Sourcebook {
    private Sourcebook() {}

    public static void main(String[] arguments) {
        System.exit(SourcebookCommand.run(ServeApplication::serve, arguments));
    }
}
