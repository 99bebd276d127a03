package sourcebook.reading;

/// A rectangle on a page as it is displayed, in fractions of the page's width and height from its upper left corner.
///
/// @param x left edge, 0 to 1
/// @param y upper edge, 0 to 1
public record Box(double x, double y, double width, double height) {

    /// The smallest rectangle around both.
    Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double centreX() {
        return x + width / 2;
    }

    double centreY() {
        return y + height / 2;
    }
}
