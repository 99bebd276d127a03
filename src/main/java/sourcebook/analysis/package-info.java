/// What is made of many hits or many searches: concordances, collocates, lists of queries, exports, searches that are
/// kept. Every hit comes from [sourcebook.search.SearchEngine#visit]; nothing here matches text a second time.
///
/// May use: search, catalogue, citation (its references).
@NullMarked
@ApplicationModule(allowedDependencies = {"search", "catalogue", "citation"})
package sourcebook.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
