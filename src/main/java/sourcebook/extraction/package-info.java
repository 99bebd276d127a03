/// From an original to its text by page and its embedded metadata, in worker processes that may die without harm;
/// plain text and web pages of bounded size, which cost more to carry than to read, in this one.
///
/// May use: no other room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package sourcebook.extraction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
