/// What languages do to words: which spellings are the same word, which words are forms of one, and where words end
/// that no blank divides. Lucene's stemmers and dictionaries behind a few static questions; each is loaded when the
/// first word of its language comes, once for all threads or once for each, as it allows.
@NullMarked
package sourcebook.search.lucene.language;

import org.jspecify.annotations.NullMarked;
