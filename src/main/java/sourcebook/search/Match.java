package sourcebook.search;

import java.util.List;

/// One matching document while [SearchEngine#visit] is at it. What is asked for is read then; nothing may be asked
/// after the visitor has returned, nor from another thread.
public interface Match {
    /// What a result list shows of it, without snippets, marks in the title and score.
    SearchResult.Result result();

    /// All its hits, ascending, not overlapping: those of its text, then those of its furniture.
    List<Hit> hits();

    /// The whole of a layer; empty if there is none.
    String text(Layer layer);
}
