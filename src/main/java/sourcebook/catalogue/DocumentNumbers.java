package sourcebook.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Documents by their numbers: in order of adding, from 1, never changed and never given again. A set of a million
/// documents takes an eighth of a megabyte. Thread-safe.
public final class DocumentNumbers {
    private static final int AT_ONCE = 500; // ids in one statement

    private final JdbcClient jdbc;

    public DocumentNumbers(Database database) {
        this.jdbc = database.jdbc();
    }

    /// The number of the document that was added last; 0 in a new archive.
    public int last() {
        return jdbc.sql("select coalesce(max(number), 0) from document")
                .query(Integer.class)
                .single();
    }

    /// The numbers of these documents; those that the catalogue does not know are left out.
    public BitSet of(Collection<DocumentId> ids) {
        BitSet numbers = new BitSet();
        List<String> values = ids.stream().map(DocumentId::value).toList();
        for (int from = 0; from < values.size(); from += AT_ONCE) {
            jdbc.sql("select number from document where id in (select unhex(value) from json_each(:ids))")
                    .param("ids", json(values.subList(from, Math.min(values.size(), from + AT_ONCE))))
                    .query(Integer.class)
                    .list()
                    .forEach(numbers::set);
        }
        return numbers;
    }

    /// Ids are hexadecimal digits and need no escaping.
    private static String json(List<String> ids) {
        return "[\"" + String.join("\",\"", ids) + "\"]";
    }

    /// The documents of these numbers, in order of adding.
    ///
    /// @param limit most of them, the first
    public List<DocumentId> ids(BitSet numbers, int limit) {
        List<Integer> chosen = numbers.stream().limit(limit).boxed().toList();
        List<DocumentId> ids = new ArrayList<>();
        for (int from = 0; from < chosen.size(); from += AT_ONCE) {
            jdbc.sql("select id from document where number in (select value from json_each(:numbers))"
                            + " order by number")
                    .param(
                            "numbers",
                            chosen.subList(from, Math.min(chosen.size(), from + AT_ONCE))
                                    .toString())
                    .query(Documents::id)
                    .list()
                    .forEach(ids::add);
        }
        return ids;
    }

    /// The documents that changed after `sequence`, those among them that are gone.
    public BitSet changedAfter(long sequence) {
        BitSet numbers = new BitSet();
        jdbc.sql("select number from document where sequence > :sequence")
                .param("sequence", sequence)
                .query(Integer.class)
                .list()
                .forEach(numbers::set);
        return numbers;
    }

    /// The present documents that are copies of the same story as this one, itself among them.
    public BitSet siblings(int number) {
        BitSet numbers = new BitSet();
        numbers.set(number);
        jdbc.sql("""
                        select c.document from story_copy mine
                        join story_copy c on c.story_id = mine.story_id and c.present = 1
                        where mine.document = :number
                        """).param("number", number).query(Integer.class).list().forEach(numbers::set);
        return numbers;
    }

    /// All columns that sidecars gave to documents beside those of a record, in order. A packed record has none.
    public List<String> customColumns() {
        return jdbc.sql("""
                        select distinct c.key
                        from (select iif(described = '', inferred, described) as record from document) d,
                          json_each(iif(typeof(d.record) = 'text', d.record, '{}'), '$.custom') c
                        where typeof(d.record) = 'text' and instr(d.record, '"custom":{"') > 0 order by c.key
                        """).query(String.class).list();
    }
}
