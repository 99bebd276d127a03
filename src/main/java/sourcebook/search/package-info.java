/// What can be asked and what is answered: query language, request, result, facets, snippets, hits, and the engine's
/// port.
///
/// May use: catalogue.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue"})
package sourcebook.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
