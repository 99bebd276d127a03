package sourcebook.extraction.worker;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.jspecify.annotations.Nullable;

/// Files attached to a PDF, as a whole or by a note on a page.
final class PdfAttachments {
    private static final int DEEPEST_TREE = 50;

    private final Spool spool;
    private final Set<COSBase> seen = new HashSet<>();

    private PdfAttachments(Spool spool) {
        this.spool = spool;
    }

    static void read(PDDocument pdf, Draft draft, Progress progress) {
        var attachments = new PdfAttachments(new Spool(draft.request, progress));
        try {
            var names = pdf.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
            if (tree != null) {
                attachments.tree(tree, 0);
            }
            for (var page : pdf.getPages()) {
                for (PDAnnotation note : page.getAnnotations(PDAnnotationFileAttachment.class::isInstance)) {
                    if (note instanceof PDAnnotationFileAttachment attached
                            && attached.getFile() instanceof PDComplexFileSpecification file) {
                        attachments.file(file, file.getFilename());
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            draft.warnings.add("Not all of its attachments could be read: " + Sentence.of(e));
        }
        draft.take(attachments.spool);
    }

    private void tree(PDNameTreeNode<PDComplexFileSpecification> node, int depth) throws IOException {
        if (depth > DEEPEST_TREE || !seen.add(node.getCOSObject())) {
            return;
        }
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (var entry : names.entrySet()) {
                file(entry.getValue(), entry.getKey());
            }
        }
        if (node.getKids() != null) {
            for (var kid : node.getKids()) {
                tree(kid, depth + 1);
            }
        }
    }

    private void file(@Nullable PDComplexFileSpecification file, @Nullable String key) {
        if (file == null || !seen.add(file.getCOSObject())) {
            return;
        }
        PDEmbeddedFile bytes =
                file.getEmbeddedFileUnicode() != null ? file.getEmbeddedFileUnicode() : file.getEmbeddedFile();
        String name = file.getFileUnicode() != null ? file.getFileUnicode() : file.getFile();
        String label = name != null ? name : key != null ? key : "attachment";
        if (bytes != null) {
            spool.add(label, bytes::createInputStream);
        }
    }
}
