package sourcebook.extraction.worker;

import java.awt.geom.Point2D;
import java.util.List;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// The room a glyph takes in its line, in points from the lower left corner of the crop box: from where it begins to
/// where the next one does, and from the font's descent to its ascent, so that letters of one word stand equally high.
///
/// @param matrix from the font's em to the page
/// @param width in ems
/// @param ascent above the base line, in ems
/// @param descent below it, in ems, negative
record GlyphBox(Matrix matrix, double width, double ascent, double descent, boolean vertical) {
    private static final double ASCENT = 0.85; // of a font that says nothing sensible of itself
    private static final double DESCENT = -0.22;
    private static final double LEAST_ASCENT = 0.35;
    private static final double MOST_ASCENT = 1.1;
    private static final double LEAST_DESCENT = -0.45;

    static GlyphBox of(TextPosition position) {
        Matrix matrix = position.getTextMatrix();
        PDFont font = position.getFont();
        boolean vertical = font.isVertical();
        double em = Math.hypot(matrix.getScaleX(), matrix.getShearY());
        double run = vertical
                ? position.getEndX() - matrix.getTranslateX()
                : Math.hypot(position.getEndX() - matrix.getTranslateX(), position.getEndY() - matrix.getTranslateY());
        double width = em > 0 ? Math.abs(run) / em : 0;
        double[] heights = heights(font);
        return new GlyphBox(matrix, width, heights[0], heights[1], vertical);
    }

    /// The corners of a part of the glyph, in fractions of its width from where the line comes from.
    List<Point2D> corners(double from, double to) {
        return List.of(
                point(from * width, descent),
                point(to * width, descent),
                point(to * width, ascent),
                point(from * width, ascent));
    }

    /// The direction of the line in degrees against the clock: 0, 90, 180, 270.
    int angle() {
        double degrees = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        return Math.floorMod((int) Math.round(degrees / 90) - (vertical ? 1 : 0), 4) * 90;
    }

    private Point2D point(double x, double y) {
        return new Point2D.Double(
                matrix.getScaleX() * x + matrix.getShearX() * y + matrix.getTranslateX(),
                matrix.getShearY() * x + matrix.getScaleY() * y + matrix.getTranslateY());
    }

    private static double[] heights(PDFont font) {
        double ascent = 0;
        double descent = 0;
        PDFontDescriptor descriptor = font.getFontDescriptor();
        if (font instanceof PDType3Font type3) {
            double scale = Math.abs(type3.getFontMatrix().getScaleY());
            BoundingBox box = type3.getBoundingBox();
            ascent = box.getUpperRightY() * scale;
            descent = box.getLowerLeftY() * scale;
        } else if (descriptor != null) {
            ascent = descriptor.getAscent() / 1000;
            descent = -Math.abs(descriptor.getDescent() / 1000);
        }
        boolean sensible = ascent >= LEAST_ASCENT && ascent <= MOST_ASCENT;
        return new double[] {
            sensible ? ascent : ASCENT, sensible && descent < 0 && descent >= LEAST_DESCENT ? descent : DESCENT
        };
    }
}
