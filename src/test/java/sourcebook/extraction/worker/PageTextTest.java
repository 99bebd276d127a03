package sourcebook.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// The short cuts in reading a PDF change nothing: PDFBox's own way, without them, gives the same text.
class PageTextTest {
    private static final long MOST = 1_000_000;
    private static final int PAGES = 12;

    private static Progress silent() {
        return new Progress(new DataOutputStream(OutputStream.nullOutputStream()));
    }

    private static List<String> slowly(PDDocument pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
            var stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setPageEnd("");
            stripper.setStartPage(i);
            stripper.setEndPage(i);
            pages.add(stripper.getText(pdf).strip());
        }
        return pages;
    }

    private static PDDocument reopened(PDDocument pdf) throws IOException {
        var bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return Loader.loadPDF(bytes.toByteArray());
    }

    /// Pages with words printed twice for weight, text that stands for another, and instructions in several streams.
    private static PDDocument printed(Random random) throws IOException {
        try (var pdf = new PDDocument()) {
            var resources = new PDResources();
            COSName plain = resources.add(new PDType1Font(FontName.TIMES_ROMAN));
            for (int number = 0; number < PAGES; number++) {
                var page = new PDPage(PDRectangle.A4);
                page.setResources(resources);
                pdf.addPage(page);
                PDFont font = resources.getFont(plain);
                for (int stream = 0; stream <= random.nextInt(3); stream++) {
                    try (var content = new PDPageContentStream(pdf, page, AppendMode.APPEND, random.nextBoolean())) {
                        for (int line = 0; line < 12; line++) {
                            line(content, font, random, 760 - 250 * stream - 18 * line);
                        }
                    }
                }
            }
            return reopened(pdf);
        }
    }

    private static void line(PDPageContentStream content, PDFont font, Random random, float y) throws IOException {
        String word = "word" + random.nextInt(1000) + " (and) more-over";
        boolean replaced = random.nextInt(6) == 0;
        if (replaced) {
            var properties = new COSDictionary();
            properties.setString(COSName.ACTUAL_TEXT, "instead");
            content.beginMarkedContent(COSName.P, PDPropertyList.create(properties));
        }
        int times = random.nextInt(4) == 0 ? 2 : 1;
        for (int time = 0; time < times; time++) {
            content.beginText();
            content.setFont(font, 11);
            content.newLineAtOffset(72 + time * random.nextFloat(), y);
            content.showText(word);
            content.endText();
        }
        if (replaced) {
            content.endMarkedContent();
        }
    }

    @Test
    void theTextIsThatOfPdfBoxWithoutShortCuts() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10; i++) {
            try (var pdf = printed(random)) {
                List<String> slowly = slowly(pdf);
                assertThat(String.join("", slowly)).contains("instead", "more-over");
                assertThat(new PageText(pdf, silent(), MOST).pages())
                        .as("seed %d", seed)
                        .isEqualTo(slowly);
            }
        }
    }

    @Test
    void aFontIsParsedOnceForAllPages() throws IOException {
        var parsed = new ArrayList<COSObject>();
        try (var pdf = printed(new Random(1))) {
            pdf.setResourceCache(new DefaultResourceCache() {
                @Override
                public void put(COSObject indirect, PDFont font) {
                    parsed.add(indirect);
                    super.put(indirect, font);
                }
            });
            assertThat(new PageText(pdf, silent(), MOST).pages()).hasSize(PAGES);
        }
        assertThat(parsed).hasSize(1);
    }

    @Test
    void damagedInstructionsAreTheSameFromMemory() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            try (var pdf = printed(random)) {
                for (PDPage page : pdf.getPages()) {
                    assertThat(tokens(new ReadPage(page, null))).isEqualTo(tokens(page));
                    damage(page, random);
                    assertThat(tokens(new ReadPage(page, null)))
                            .as("seed %d", seed)
                            .isEqualTo(tokens(page));
                }
            }
        }
    }

    /// What is parsed of a page, down to the error that ends it.
    private static List<String> tokens(PDPage page) throws IOException {
        List<String> tokens = new ArrayList<>();
        var parser = new PDFStreamParser(page);
        try {
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                tokens.add(token.toString());
            }
        } catch (IOException | RuntimeException e) {
            tokens.add(e.toString());
        }
        return tokens;
    }

    /// Overwrites a run of bytes of the packed instructions, or cuts them.
    private static void damage(PDPage page, Random random) throws IOException {
        var base = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        COSStream stream = base instanceof COSArray array ? (COSStream) array.getObject(0) : (COSStream) base;
        byte[] raw;
        try (var in = stream.createRawInputStream()) {
            raw = in.readAllBytes();
        }
        int at = raw.length / 4 + random.nextInt(raw.length / 2);
        byte[] damaged = random.nextBoolean() ? Arrays.copyOf(raw, at) : raw.clone();
        for (int i = at; i < Math.min(damaged.length, at + 20); i++) {
            damaged[i] = (byte) random.nextInt();
        }
        try (var out = stream.createRawOutputStream()) {
            out.write(damaged);
        }
    }
}
