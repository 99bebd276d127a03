/// The command line. Thin: it parses, asks a room, prints.
///
/// May use: every room below it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "extraction",
            "description",
            "description :: story",
            "search",
            "search :: lucene",
            "ingest",
            "citation",
            "analysis",
            "access",
            "api"
        })
package sourcebook.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
