/// The engine's port on Apache Lucene. Nothing outside this package knows Lucene.
@NullMarked
@NamedInterface("lucene")
package sourcebook.search.lucene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
