package sourcebook.analysis;

/// What a search finds that it did not find when it was last looked at.
///
/// @param documents new among its results: added, or recognised or corrected since so that they match now
/// @param stories of these, those of which no copy was among the results before: what a person wants to be told
public record NewSince(long documents, long stories) {
    public static final NewSince NOTHING = new NewSince(0, 0);
}
