package sourcebook.analysis;

import java.time.Instant;
import sourcebook.search.SearchRequest;

/// A search that a person keeps.
///
/// @param person whose it is, see [SavedSearches#SHARED]
/// @param address of the page that shows it, relative to the application's root
/// @param request query, filters and mode; no stretch of results
/// @param looked when its results were last looked at
/// @param lookedSequence of the last change that was in the index then
/// @param token the secret by which its feed is read without an account
public record SavedSearch(
        long id,
        String person,
        String name,
        String address,
        SearchRequest request,
        Instant created,
        Instant looked,
        long lookedSequence,
        String token) {}
