package sourcebook.extraction.worker;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws pages for a reader: where a picture cannot be shown stands a sentence that says so. Used by one thread.
final class NoticingRenderer extends PDFRenderer {
    private final Progress progress;

    /// @param progress told of each picture: one in JPEG 2000 may take half a minute
    NoticingRenderer(PDDocument pdf, Progress progress) {
        super(pdf);
        this.progress = progress;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters, progress);
    }

    private static final class Drawer extends PageDrawer {
        private static final Color PAPER = new Color(0xEE, 0xEE, 0xEE);
        private static final Color INK = new Color(0x55, 0x55, 0x55);
        private static final Rectangle2D UNIT = new Rectangle2D.Double(0, 0, 1, 1); // which a picture fills
        private static final double SIDE = .94; // of the room, for the words
        private static final float LARGEST = 12; // points
        private static final float LEAST = 2;

        private final Progress progress;

        Drawer(PageDrawerParameters parameters, Progress progress) throws IOException {
            super(parameters);
            this.progress = progress;
        }

        @Override
        public void drawImage(PDImage picture) throws IOException {
            progress.moved();
            super.drawImage(picture);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException failure)
                throws IOException {
            if (operator.getName().equals(OperatorName.DRAW_OBJECT) && getGraphics() != null) {
                notice(why(failure));
            }
            super.operatorException(operator, operands, failure);
        }

        private static String why(IOException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Jpeg2000Reader.NoDecoder) {
                    return "A picture in JPEG 2000 is not shown: install OpenJPEG (opj_decompress).";
                }
            }
            return "A picture here could not be shown.";
        }

        private void notice(String sentence) {
            Graphics2D graphics = getGraphics();
            AffineTransform before = graphics.getTransform();
            Shape clip = graphics.getClip();
            AffineTransform place =
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            Rectangle2D room = place.createTransformedShape(UNIT).getBounds2D();
            graphics.setClip(room);
            graphics.setColor(PAPER);
            graphics.fill(room);
            graphics.setColor(INK);
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(room);
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(LARGEST);
            double width = font.getStringBounds(sentence, graphics.getFontRenderContext())
                    .getWidth();
            float size = (float) Math.min(LARGEST, LARGEST * SIDE * room.getWidth() / width);
            if (size >= LEAST) {
                graphics.translate(room.getCenterX(), room.getCenterY());
                graphics.scale(1, -1); // a page's ordinate rises
                graphics.setFont(font.deriveFont(size));
                graphics.drawString(sentence, (float) (-width * size / LARGEST / 2), size / 3);
            }
            graphics.setTransform(before);
            graphics.setClip(clip);
        }
    }
}
