/// Printed text: which of its lines are the work, and which are the page or the site around it (running
/// heads, page numbers, teasers saved with an article).
///
/// May use nothing of the project but catalogue's text; the rest of `description` uses it.
@NullMarked
package sourcebook.description.print;

import org.jspecify.annotations.NullMarked;
