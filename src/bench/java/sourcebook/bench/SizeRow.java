package sourcebook.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import sourcebook.catalogue.ArchiveFolder;
import sourcebook.catalogue.DocumentId;
import sourcebook.catalogue.DocumentText;
import sourcebook.ingest.OpenArchive;

/// What an archive takes on the disk, for each byte of text in it.
final class SizeRow implements Row {
    private static final double INDEX = 1.9;
    private static final double ALL = 2.4;

    @Override
    public String name() {
        return "size";
    }

    @Override
    public String about() {
        return "index and catalogue on the disk, against the UTF-8 bytes of all texts";
    }

    @Override
    public List<Figure> measure(Setting setting) throws Exception {
        ArchiveFolder folder = setting.archive();
        long text = 0;
        int documents;
        try (OpenArchive open = OpenArchive.open(folder)) {
            List<DocumentId> ids = Setting.ids(open);
            documents = ids.size();
            for (DocumentId id : ids) {
                DocumentText kept = open.catalogue().text(id).orElse(DocumentText.NONE);
                text += kept.text().getBytes(StandardCharsets.UTF_8).length
                        + kept.furniture().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        long bare = Setting.size(setting.bareIndex());
        long index = Setting.size(folder.index());
        long catalogue = Files.size(folder.database());
        return List.of(
                Figure.cost(name(), "bytes of the bare index", documents, text, bare, null),
                Figure.cost(name(), "bytes of the index", documents, text, index, INDEX),
                Figure.cost(name(), "bytes of the catalogue", documents, text, catalogue, null),
                Figure.cost(name(), "bytes of both", documents, text, index + catalogue, ALL));
    }
}
