package sourcebook.catalogue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The blocks of saved pages by site: the tables `site`, `page_blocks` and `repeated_block`. Writing
/// methods run inside a transaction of the caller's.
///
/// A block is compared with those of the pages of its site that were added last, so that a page costs the
/// same however many there are. Once known to be repeated it stays so while pages of its site are added.
final class SiteBlocks {
    /// Pages that hold a repeated block: one, and three others.
    private static final int PAGES = 4;

    /// Pages of a site that a new one is compared with.
    private static final int WINDOW = 256;

    /// Most repeated blocks kept of one site; a page has some dozens.
    private static final int MOST_REPEATED = 4_000;

    private record Page(long document, long page, long[] blocks) {}

    private final JdbcClient jdbc;

    SiteBlocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The blocks that several pages of a site hold.
    Set<Long> repeated(String site) {
        return site(site).map(this::repeated).orElse(Set.of());
    }

    /// Takes a page's blocks in place of those it had.
    ///
    /// @param number `document.number`
    /// @param address or title, by which two savings of one page are known to be one
    /// @return documents that hold a block which only now is known to be repeated, this one among them
    Set<Long> put(long number, String address, Blocks blocks) {
        if (blocks.site().isEmpty() || blocks.hashes().isEmpty()) {
            return Set.of();
        }
        long site = site(blocks.site()).orElseGet(() -> add(blocks.site()));
        Page page = new Page(number, InferredValues.hash(address), ascending(blocks.hashes()));
        jdbc.sql("""
                        insert into page_blocks (site, document, page, blocks) values (:site, :document, :page, :blocks)
                        on conflict (site, document) do update set page = :page, blocks = :blocks
                        """)
                .param("site", site)
                .param("document", number)
                .param("page", page.page())
                .param("blocks", bytes(page.blocks()))
                .update();
        return compare(site, page);
    }

    private Set<Long> compare(long site, Page page) {
        Set<Long> known = repeated(site);
        long[] open = Arrays.stream(page.blocks())
                .filter(block -> !known.contains(block))
                .toArray();
        Set<Long> concerned = new HashSet<>();
        if (open.length == 0 || known.size() >= MOST_REPEATED) {
            return concerned;
        }
        List<Page> window = window(site);
        for (long block : open) {
            List<Page> holders = holders(window, block);
            if (distinct(holders) >= PAGES) {
                jdbc.sql("insert or ignore into repeated_block (site, block) values (:site, :block)")
                        .param("site", site)
                        .param("block", block)
                        .update();
                holders.forEach(holder -> concerned.add(holder.document()));
            }
        }
        return concerned;
    }

    /// Takes a page's blocks away. What it repeated stops being repeated when too few pages are left, as far as all
    /// pages of the site are looked at.
    ///
    /// @return documents that hold a block which is no longer repeated
    Set<Long> remove(long number, String siteName) {
        Optional<Long> site = site(siteName);
        if (site.isEmpty()) {
            return Set.of();
        }
        List<byte[]> taken = jdbc.sql(
                        "delete from page_blocks where site = :site and document = :document returning blocks")
                .param("site", site.get())
                .param("document", number)
                .query((row, at) -> row.getBytes(1))
                .list();
        Set<Long> concerned = new HashSet<>();
        List<Page> window = taken.isEmpty() ? List.of() : window(site.get());
        if (taken.isEmpty() || window.size() == WINDOW) {
            return concerned;
        }
        Set<Long> known = repeated(site.get());
        for (long block : longs(taken.getFirst())) {
            List<Page> holders = known.contains(block) ? holders(window, block) : List.of();
            if (known.contains(block) && distinct(holders) < PAGES) {
                jdbc.sql("delete from repeated_block where site = :site and block = :block")
                        .param("site", site.get())
                        .param("block", block)
                        .update();
                holders.forEach(holder -> concerned.add(holder.document()));
            }
        }
        return concerned;
    }

    private static List<Page> holders(List<Page> window, long block) {
        return window.stream()
                .filter(page -> Arrays.binarySearch(page.blocks(), block) >= 0)
                .toList();
    }

    private static long distinct(List<Page> pages) {
        return pages.stream().mapToLong(Page::page).distinct().count();
    }

    private List<Page> window(long site) {
        return jdbc.sql("""
                        select document, page, blocks from page_blocks where site = :site
                        order by document desc limit :window
                        """)
                .param("site", site)
                .param("window", WINDOW)
                .query((row, number) -> new Page(row.getLong(1), row.getLong(2), longs(row.getBytes(3))))
                .list();
    }

    private Set<Long> repeated(long site) {
        return jdbc
                .sql("select block from repeated_block where site = :site")
                .param("site", site)
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Long> site(String name) {
        return jdbc.sql("select id from site where name = :name")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    private long add(String name) {
        return jdbc.sql("insert into site (name) values (:name) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static long[] ascending(Set<Long> hashes) {
        return hashes.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static byte[] bytes(long[] blocks) {
        ByteBuffer bytes = ByteBuffer.allocate(blocks.length * Long.BYTES);
        for (long block : blocks) {
            bytes.putLong(block);
        }
        return bytes.array();
    }

    private static long[] longs(byte[] bytes) {
        long[] blocks = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(blocks);
        return blocks;
    }
}
