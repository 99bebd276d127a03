package sourcebook.catalogue;

import java.util.Set;

/// The blocks of text of one saved page of a site, by hash. A block that many pages of a site share is furniture.
///
/// @param site host name without `www.`; empty for what is no page of a site
/// @param hashes 64-bit hashes of the blocks' texts
public record Blocks(String site, Set<Long> hashes) {
    public static final Blocks NONE = new Blocks("", Set.of());

    public Blocks {
        hashes = Set.copyOf(hashes);
    }
}
