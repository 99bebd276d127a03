package sourcebook.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;

/// The frame around every view: the Aura theme, then our own tokens and rules on top of it.
@StyleSheet("context://aura/aura.css")
@StyleSheet("context://frontend/sourcebook.css")
@StyleSheet("context://frontend/reading.css")
@StyleSheet("context://frontend/analysis.css")
@Viewport("width=device-width, initial-scale=1")
public final class Page implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Sourcebook");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addFavIcon("icon", "frontend/icon.svg", "any");
    }
}
