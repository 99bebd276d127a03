package sourcebook.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Short notices at the foot of the page; one that can be undone stays long enough to do so.
final class Notices {
    private static final Duration SHORT = Duration.ofSeconds(4);
    private static final Duration LONG = Duration.ofSeconds(12);

    private Notices() {}

    static void say(String sentence) {
        show(sentence, null, null);
    }

    /// A notice with one thing to do about it, such as Undo.
    static void offer(String sentence, String label, Runnable action) {
        show(sentence, label, action);
    }

    private static void show(String sentence, @Nullable String label, @Nullable Runnable action) {
        UI ui = UI.getCurrentOrThrow();
        Notification before = ComponentUtil.getData(ui, Notification.class);
        if (before != null) {
            before.close(); // one at a time: the newest is what an Undo is expected to mean
        }
        Notification notification = new Notification();
        ComponentUtil.setData(ui, Notification.class, notification);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.setDuration((int) (action == null ? SHORT : LONG).toMillis());
        Div line = new Div(new Span(sentence));
        line.addClassName("notice");
        if (label != null && action != null) {
            line.add(new NativeButton(label, click -> {
                notification.close();
                action.run();
            }));
        }
        notification.add(line);
        notification.open();
    }
}
