/// The language of a text: by its script, by its commonest words, and by its sequences of letters.
///
/// May use nothing of the project; the rest of `description` uses it.
@NullMarked
package sourcebook.description.language;

import org.jspecify.annotations.NullMarked;
