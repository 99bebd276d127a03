/// Web pages: what their head states, and which of their text is the article and which the page around it.
///
/// May use nothing of the project; the rest of `description` uses it.
@NullMarked
package sourcebook.description.html;

import org.jspecify.annotations.NullMarked;
