/// The truth of an archive: records with evidence, texts, the ledger of every file ever received, and the database
/// that keeps them. Everything else (index, page images) is derived from here and can be thrown away.
///
/// May use no other room.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package sourcebook.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
