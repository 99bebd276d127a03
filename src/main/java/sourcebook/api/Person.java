package sourcebook.api;

import org.springframework.stereotype.Component;
import sourcebook.access.Access;
import sourcebook.analysis.SavedSearches;

/// Whose searches, lists and history a request is about.
@Component
final class Person {
    private final Access access;

    Person(Access access) {
        this.access = access;
    }

    /// The account's name; the one shared person of an archive without accounts.
    String name() {
        return access.required() ? access.currentPerson() : SavedSearches.SHARED;
    }
}
