/// Page images, and where on the page a hit lies: the original as it is printed, drawn by worker processes and kept in
/// a cache, its words with their places, and the rectangles that mark a hit.
///
/// A document is asked for its pages, for the image of one, for its words, and for the marks of hits on it.
///
/// May use: catalogue, extraction, search.
@NullMarked
@ApplicationModule(allowedDependencies = {"catalogue", "extraction", "search"})
package sourcebook.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
