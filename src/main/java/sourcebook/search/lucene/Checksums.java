package sourcebook.search.lucene;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the files of an index are as they were written, by the checksum at the end of each.
///
/// To read them all at each start would take a second for each gigabyte. So a list beside them says which files were
/// found, or written and closed, in order, with size and time; files of an index never change, and only those that are
/// not on the list as they are now are read. A bit that turns on the disk itself, without a trace in the file's time,
/// is
/// found by the search that trips over it; then the list is thrown away.
final class Checksums {
    static final String LIST = "checked.tsv";

    private static final Logger LOG = LoggerFactory.getLogger(Checksums.class);

    private final Path folder;
    private final Directory directory;

    Checksums(Path folder, Directory directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /// Reads the last commit's files that are not on the list, or not as the list has them.
    ///
    /// @throws IOException if one of them is missing, short or damaged, with its name
    void verifyUnlisted() throws IOException {
        Map<String, String> listed = listed();
        verify(file -> !state(file).equals(listed.get(file)));
    }

    /// Reads the files that are on the list and have changed since. What another process writes or removes meanwhile is
    /// left to it.
    void verifyChanged() throws IOException {
        Map<String, String> listed = listed();
        for (String file : SegmentInfos.readLatestCommit(directory).files(false)) {
            String state = state(file);
            if (!state.isEmpty() && !state.equals(listed.getOrDefault(file, state))) {
                verify(file);
            }
        }
    }

    void verifyAll() throws IOException {
        verify(_ -> true);
    }

    private void verify(Predicate<String> doubtful) throws IOException {
        String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
        if (commit == null) {
            throw new IndexNotFoundException("There is no commit in " + folder);
        }
        verify(commit); // before anything is made of what it says
        for (String file : SegmentInfos.readCommit(directory, commit).files(false)) {
            if (doubtful.test(file)) {
                verify(file);
            }
        }
    }

    private void verify(String file) throws IOException {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.checksumEntireFile(input);
        }
    }

    /// Lists the last commit's files as they are now: they have been verified.
    void listVerified() {
        list(Map::of);
    }

    /// Adds the files that were written since the list was made. The others stay as they were listed.
    void listWritten() {
        list(this::listed);
    }

    @FunctionalInterface
    private interface Listed {
        Map<String, String> read() throws IOException;
    }

    /// Without the list the next start takes longer, and nothing else.
    private void list(Listed listed) {
        try {
            write(listed.read());
        } catch (IOException unwritten) {
            LOG.warn("What was checked of the index in {} cannot be written down.", folder, unwritten);
        }
    }

    private void write(Map<String, String> listed) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : SegmentInfos.readLatestCommit(directory).files(true)) {
            lines.add(file + '\t' + listed.getOrDefault(file, state(file)));
        }
        Path written = folder.resolve(LIST + ".new");
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, folder.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// From now on nothing is taken to be in order.
    void forget() throws IOException {
        Files.deleteIfExists(folder.resolve(LIST));
    }

    /// What does not look like a line of the list proves nothing.
    private Map<String, String> listed() throws IOException {
        Map<String, String> listed = new HashMap<>();
        byte[] list;
        try {
            list = Files.readAllBytes(folder.resolve(LIST));
        } catch (NoSuchFileException none) {
            return listed;
        }
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                listed.put(line.substring(0, tab), line.substring(tab + 1));
            }
        }
        return listed;
    }

    /// Size in bytes and time of the last change; empty if the file is not there.
    private String state(String file) {
        try {
            BasicFileAttributes now = Files.readAttributes(folder.resolve(file), BasicFileAttributes.class);
            return now.size() + "\t" + now.lastModifiedTime();
        } catch (IOException _) {
            return "";
        }
    }
}
