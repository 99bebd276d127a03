package sourcebook.description.html;

/// A page takes longer to be looked at than it may.
public final class LatePageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LatePageException() {
        super("the page takes too long to be looked at");
    }
}
