/// The web page. Views arrange and bind; they hold no logic, and their state is in the address.
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
            "citation",
            "analysis",
            "reading",
            "access"
        })
package sourcebook.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
