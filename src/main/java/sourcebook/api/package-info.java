/// The REST interface under /api: the same JSON as the command line.
///
/// May use: every room below it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "extraction",
            "description",
            "search",
            "ingest",
            "reading",
            "citation",
            "analysis",
            "access"
        })
package sourcebook.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
