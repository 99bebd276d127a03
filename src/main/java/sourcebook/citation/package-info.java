/// Passages, citations and collections; their export as BibTeX, RIS, CSL-JSON and formatted text.
///
/// May use: catalogue.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue"})
package sourcebook.citation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
