package sourcebook.search;

/// Order of results. Undated documents come last in both orders by date; equals are ordered by document id, so that
/// paging never repeats or loses one.
public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST
}
