package sourcebook.bench;

import java.nio.file.Path;
import java.util.List;

/// A folder of documents that is measured on. Immutable; the files are there.
///
/// @param name a word for the report
/// @param folder where the files are
/// @param files relative to `folder`, in order, of different bytes each
/// @param bytes of all files
record Corpus(String name, Path folder, List<Path> files, long bytes) {
    int documents() {
        return files.size();
    }
}
