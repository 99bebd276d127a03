package sourcebook.search;

/// Somebody who waits for an answer, and may go away meanwhile.
///
/// Asked again and again by the thread that searches, some times a second: it answers quickly, and does not throw.
@FunctionalInterface
public interface Asker {
    /// Stays until the answer is there.
    Asker PATIENT = () -> true;

    /// Whether the answer is still wanted.
    boolean waits();
}
