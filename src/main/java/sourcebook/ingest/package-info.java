/// The way of a document: find, hash, extract, describe, save, index, commit; watching, progress, retry.
///
/// May use: extraction, description, catalogue, search.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "extraction",
            "description",
            "description :: story",
            "catalogue",
            "search",
            "search :: lucene"
        })
package sourcebook.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
