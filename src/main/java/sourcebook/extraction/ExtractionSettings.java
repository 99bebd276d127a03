package sourcebook.extraction;

import java.time.Duration;

/// Limits of extraction. Every one that takes effect is reported with the document it hit.
///
/// @param workers processes at a time; as many as cores by default
/// @param workerHeapMegabytes `-Xmx` of one worker
/// @param wallClock for one document, all pages included, OCR not
/// @param silence longest time without a sign of life from the worker
/// @param documentsPerWorker a worker is replaced after so many documents, against slow leaks; not after a few, since
///     the next one has to compile for as long as it takes to read a thousand reports
/// @param maxParts parts taken out of one container
/// @param maxPartBytes largest unpacked part, in bytes
/// @param maxContainerBytes largest sum of unpacked parts of one container, in bytes
/// @param maxDepth containers inside containers
/// @param maxTextCharacters a document that yields more text than this has failed (a bomb), it is never cut
/// @param ocr whether Tesseract is used, if it is installed
/// @param ocrWallClock for recognising the pages of one document, beside its wall clock; what was recognised until
///     then is kept. A single page may take twice the silence
public record ExtractionSettings(
        int workers,
        int workerHeapMegabytes,
        Duration wallClock,
        Duration silence,
        int documentsPerWorker,
        int maxParts,
        long maxPartBytes,
        long maxContainerBytes,
        int maxDepth,
        long maxTextCharacters,
        boolean ocr,
        Duration ocrWallClock) {

    public static ExtractionSettings defaults() {
        return new ExtractionSettings(
                Runtime.getRuntime().availableProcessors(),
                768,
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                20_000,
                10_000,
                512L << 20,
                4L << 30,
                8,
                400_000_000L,
                true,
                Duration.ofMinutes(60));
    }
}
