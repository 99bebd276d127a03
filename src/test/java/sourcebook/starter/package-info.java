/// Makes the binary documents of the starter collection in `archive/` from the texts in the test resources.
@NullMarked
package sourcebook.starter;

import org.jspecify.annotations.NullMarked;
