/// Who may use an archive: account, sessions, the one-time token of a first start.
///
/// May use: no other room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package sourcebook.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
