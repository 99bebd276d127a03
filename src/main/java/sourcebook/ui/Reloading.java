package sourcebook.ui;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/// A page left open until its session ended loads itself again without asking: its address holds all it showed.
@Component
final class Reloading implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("This did not work");
        messages.setInternalErrorMessage("The log of the server says why. Press here or Esc to load the page again.");
        event.getSource().setSystemMessagesProvider(info -> messages);
    }
}
