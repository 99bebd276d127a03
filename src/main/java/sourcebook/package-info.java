/// Sourcebook: the entry points. The rooms are the packages below; `ServeApplication` puts them together for the web.
@NullMarked
package sourcebook;

import org.jspecify.annotations.NullMarked;
