package sourcebook;

import java.util.logging.Level;
import java.util.logging.Logger;
import sourcebook.cli.SourcebookCommand;

/// The program's entry point. Commands other than `serve` start no Spring context: they are to answer within a second.
public final class Sourcebook {
    static {
        ClassPathJars.open(); // first of all: the next line looks for services
    }

    /// Held, since java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Sourcebook() {}

    public static void main(String[] arguments) {
        LUCENE.setLevel(Level.SEVERE); // below it only tells which instructions it uses
        System.exit(SourcebookCommand.run(ServeApplication::serve, arguments));
    }
}
