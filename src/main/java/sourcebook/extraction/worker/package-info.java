/// The inside of a worker process: reads one original after the other and answers over its standard streams.
///
/// Internal to `extraction`: the parent uses only [sourcebook.extraction.worker.Wire],
/// [sourcebook.extraction.worker.Tesseract], and for what it reads itself [sourcebook.extraction.worker.PlainText] and
/// [sourcebook.extraction.worker.PlainHtml]. May use: Tika, PDFBox, jsoup; never Spring, Lucene, Vaadin or a database,
/// which are not on the worker's class path.
@NullMarked
package sourcebook.extraction.worker;

import org.jspecify.annotations.NullMarked;
