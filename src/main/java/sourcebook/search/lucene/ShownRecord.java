package sourcebook.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import sourcebook.catalogue.DocumentRecord;
import sourcebook.catalogue.Evidenced;
import sourcebook.search.IndexedDocument;

/// What a result list shows of a document beside its text, as the index keeps it: short, in one value, read without
/// anything else.
///
/// @param title of the record, or the file's name
/// @param date ISO, with the precision known
/// @param countries codes of the countries it is about
/// @param withoutText why it has no text, null if it has
/// @param pageStarts in UTF-16 units of the text, ascending
record ShownRecord(
        String path,
        String title,
        @Nullable String date,
        @Nullable String source,
        List<String> countries,
        @Nullable String language,
        @Nullable String type,
        @Nullable String withoutText,
        List<Integer> pageStarts) {

    static ShownRecord of(IndexedDocument indexed, String title) {
        DocumentRecord record = indexed.record();
        return new ShownRecord(
                indexed.path(),
                title,
                record.date() == null ? null : record.date().value().toString(),
                record.sourceText(),
                IndexSchema.values(record.about()),
                value(record.language()),
                value(record.type()),
                indexed.withoutText(),
                indexed.text().pageStarts());
    }

    private static @Nullable String value(@Nullable Evidenced<String> value) {
        return value == null ? null : value.value();
    }

    BytesRef packed() {
        ByteBuffersDataOutput output = new ByteBuffersDataOutput();
        try {
            output.writeString(path);
            output.writeString(title);
            write(date, output);
            write(source, output);
            output.writeVInt(countries.size());
            for (String country : countries) {
                output.writeString(country);
            }
            write(language, output);
            write(type, output);
            write(withoutText, output);
            output.writeVInt(pageStarts.size());
            int before = 0;
            for (int start : pageStarts) {
                output.writeVInt(start - before);
                before = start;
            }
        } catch (IOException impossible) { // in memory
            throw new UncheckedIOException(impossible);
        }
        return new BytesRef(output.toArrayCopy());
    }

    static ShownRecord unpacked(BytesRef packed) {
        ByteArrayDataInput input = new ByteArrayDataInput(packed.bytes, packed.offset, packed.length);
        try {
            String path = input.readString();
            String title = input.readString();
            String date = read(input);
            String source = read(input);
            List<String> countries = new ArrayList<>();
            for (int left = input.readVInt(); left > 0; left--) {
                countries.add(input.readString());
            }
            String language = read(input);
            String type = read(input);
            String withoutText = read(input);
            int pages = input.readVInt();
            List<Integer> pageStarts = new ArrayList<>(pages);
            int start = 0;
            for (int i = 0; i < pages; i++) {
                start += input.readVInt();
                pageStarts.add(start);
            }
            return new ShownRecord(path, title, date, source, countries, language, type, withoutText, pageStarts);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// One byte says whether there is a value.
    private static void write(@Nullable String value, ByteBuffersDataOutput output) throws IOException {
        output.writeByte((byte) (value == null ? 0 : 1));
        if (value != null) {
            output.writeString(value);
        }
    }

    private static @Nullable String read(ByteArrayDataInput input) throws IOException {
        return input.readByte() == 0 ? null : input.readString();
    }
}
