package sourcebook.search.lucene;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sourcebook.search.Match;

/// Keeps apart what goes wrong in a visitor, a closed connection say, from what goes wrong in the index, so that it is
/// not taken for damage. For one thread.
final class GuardedVisitor implements Predicate<Match> {
    private final Predicate<Match> visitor;
    private @Nullable RuntimeException failed;

    GuardedVisitor(Predicate<Match> visitor) {
        this.visitor = visitor;
    }

    @Override
    public boolean test(Match match) {
        try {
            return visitor.test(match);
        } catch (Visit.Unreadable index) {
            throw index;
        } catch (RuntimeException own) {
            failed = own;
            return false;
        }
    }

    void rethrow() {
        if (failed != null) {
            throw failed;
        }
    }
}
