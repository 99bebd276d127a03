/// From an extracted document to its record: title, creators, date, source, countries, language, body and
/// furniture.
/// Pure functions: no I/O, no Spring.
///
/// May use: catalogue's record types.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue"})
package sourcebook.description;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
