/// From an original to its text by page and its embedded metadata, in worker processes that may die without harm.
///
/// May use: no other room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package sourcebook.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
