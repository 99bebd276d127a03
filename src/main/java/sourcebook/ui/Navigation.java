package sourcebook.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;

/// Goes from view to view. What a view shows is in its address and nowhere else, so every view is a link, and
/// loading it again shows the same. The places ([SearchPlace], [DocumentPlace] and others) build and read these.
///
/// Whatever an address holds that makes no sense (a page of -3, years that run backward, a facet that does not exist)
/// is left out, never an error. All addresses are relative to the application's root, without a slash in front.
final class Navigation {
    private Navigation() {}

    /// Goes to an address, as a link to it would.
    static void go(String address) {
        int question = address.indexOf('?');
        UI ui = UI.getCurrentOrThrow();
        if (question < 0) {
            ui.navigate(address);
        } else {
            ui.navigate(address.substring(0, question), QueryParameters.fromString(address.substring(question + 1)));
        }
    }
}
