package sourcebook.ui;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.context.annotation.Configuration;

/// Views are looked for in this room alone: without it every class of the program is read at each start.
@Configuration(proxyBeanMethods = false)
@EnableVaadin("sourcebook.ui")
class ViewScan {}
