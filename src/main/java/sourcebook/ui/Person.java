package sourcebook.ui;

import org.springframework.stereotype.Component;
import sourcebook.access.Access;
import sourcebook.analysis.SavedSearches;

/// Whose saved searches, lists and history are shown: those of the account, or of the one who uses this computer.
@Component("personAtThePage")
final class Person {
    private final Access access;

    Person(Access access) {
        this.access = access;
    }

    String name() {
        return access.required() ? access.currentPerson() : SavedSearches.SHARED;
    }
}
