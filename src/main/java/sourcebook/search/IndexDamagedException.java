package sourcebook.search;

/// The index cannot be read or written as it should be: a damaged file, a disk that is full or gone. Nothing is lost,
/// since the index is derived from the catalogue: when it is opened for filling the next time it is checked, and
/// emptied if it is damaged, so that it is filled again.
///
/// The message is one sentence for a person.
public final class IndexDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IndexDamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
