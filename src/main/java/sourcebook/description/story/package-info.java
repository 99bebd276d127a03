/// Which texts tell one story: reprints, cut and edited copies of the same text, found by sketches of hashed word
/// sequences, then verified by comparing the texts word by word. Pure functions of the texts: no I/O, no Spring.
///
/// Begin with [StoryComparer]; decision 0010 says why it works as it does. May use: catalogue's types.
@NullMarked
@NamedInterface("story")
package sourcebook.description.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
