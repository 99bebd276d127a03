package sourcebook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/// The strip of pages with their hits; the reader beside it fills and marks it, in the browser.
@Tag("sb-strip")
final class Strip extends Component {}
