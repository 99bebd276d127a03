package sourcebook.extraction.worker;

import java.nio.file.Path;

/// What the parent asks of a worker: one original, and the limits that hold inside the document.
///
/// @param name the original's own name, a hint for detection
/// @param spool folder for unpacked parts, made with the first of them
/// @param maxPartBytes largest unpacked part, in bytes
/// @param maxContainerBytes largest sum of unpacked parts, in bytes
/// @param maxTextCharacters more text than this (UTF-16 units) is a failure
/// @param ocrMillis time that recognition may take for the whole document, in milliseconds; 0 means no OCR
/// @param ocrPageMillis time that recognition of one page may take, in milliseconds
public record Request(
        Path original,
        String name,
        Path spool,
        int maxParts,
        long maxPartBytes,
        long maxContainerBytes,
        long maxTextCharacters,
        long ocrMillis,
        long ocrPageMillis) {}
