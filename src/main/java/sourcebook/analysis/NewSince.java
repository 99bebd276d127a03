package sourcebook.analysis;

/// What a search finds that it did not find when it was last looked at.
///
/// @param documents new among its results: added, or recognised or corrected since so that they match now.
///     A file that was changed is another document, and counts as new
/// @param stories of these, those of which no copy was among the results before: what a person wants to be told
/// @param counted false if counting took too long and was given up; then the numbers say nothing
public record NewSince(long documents, long stories, boolean counted) {
    public static final NewSince NOTHING = new NewSince(0, 0);
    static final NewSince UNCOUNTED = new NewSince(0, 0, false);

    public NewSince(long documents, long stories) {
        this(documents, stories, true);
    }
}
