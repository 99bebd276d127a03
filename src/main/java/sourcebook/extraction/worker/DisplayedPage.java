package sourcebook.extraction.worker;

import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import sourcebook.extraction.PageAnswer;

/// A page of a PDF as viewers show it: its crop box, turned by its `/Rotate`. Immutable.
final class DisplayedPage {
    private static final float LEAST = 1f; // point; a page of nothing is drawn as one point

    private final double width; // of the crop box, in points
    private final double height;
    private final int quarters; // clockwise

    DisplayedPage(PDPage page) {
        PDRectangle box = page.getCropBox();
        this.width = sensible(box.getWidth());
        this.height = sensible(box.getHeight());
        this.quarters = Math.floorMod(page.getRotation() / 90, 4);
    }

    PageAnswer.Size size() {
        boolean upright = quarters % 2 == 0;
        return new PageAnswer.Size((float) (upright ? width : height), (float) (upright ? height : width));
    }

    /// From points above and right of the crop box's lower left corner to fractions of the displayed page, downwards
    /// and to the right of its upper left corner.
    Point2D shown(Point2D point) {
        double x = point.getX() / width;
        double y = point.getY() / height;
        return switch (quarters) {
            case 0 -> new Point2D.Double(x, 1 - y);
            case 1 -> new Point2D.Double(y, x);
            case 2 -> new Point2D.Double(1 - x, y);
            default -> new Point2D.Double(1 - y, 1 - x);
        };
    }

    /// @param angle on the page, in degrees against the clock
    /// @return as displayed, in degrees with the clock
    int shownAngle(int angle) {
        return Math.floorMod(90 * quarters - angle, 360);
    }

    private static double sensible(float length) {
        return Float.isFinite(length) && length > LEAST ? length : LEAST;
    }
}
