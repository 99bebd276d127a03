package sourcebook.catalogue;

import java.util.List;
import java.util.Set;

/// A document described again from what was kept of its extraction ([Catalogue#describeAgain]). What
/// people changed in its record stays above it.
///
/// @param rules the rules that described it, as in [NewDocument]
/// @param extracted packed again, since packing may lean on the text
public record Redescribed(
        DocumentId id,
        DocumentRecord inferred,
        DocumentRecord described,
        DocumentText text,
        List<Mention> mentions,
        Blocks blocks,
        StorySketch sketch,
        byte[] extracted,
        int rules,
        Set<Long> repeated) {}
