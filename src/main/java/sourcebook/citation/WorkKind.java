package sourcebook.citation;

import de.undercouch.citeproc.csl.CSLType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What kind of work a reference describes, and what the formats call it. A record's type is a free word; what is not
/// recognised is a document, which every format can hold.
enum WorkKind {
    JOURNAL_ARTICLE("article", "journal", "JOUR", CSLType.ARTICLE_JOURNAL),
    NEWS_ARTICLE("article", "journal", "NEWS", CSLType.ARTICLE_NEWSPAPER),
    MAGAZINE_ARTICLE("article", "journal", "MGZN", CSLType.ARTICLE_MAGAZINE),
    REPORT("techreport", "institution", "RPRT", CSLType.REPORT),
    BOOK("book", "publisher", "BOOK", CSLType.BOOK),
    THESIS("phdthesis", "school", "THES", CSLType.THESIS),
    WEB_PAGE("misc", "howpublished", "ELEC", CSLType.WEBPAGE),
    LETTER("misc", "howpublished", "PCOMM", CSLType.PERSONAL_COMMUNICATION),
    MESSAGE("misc", "howpublished", "ICOMM", CSLType.PERSONAL_COMMUNICATION),
    PRESENTATION("misc", "howpublished", "SLIDE", CSLType.SPEECH),
    SPEECH("misc", "howpublished", "GEN", CSLType.SPEECH),
    DATASET("misc", "howpublished", "DATA", CSLType.DATASET),
    DOCUMENT("misc", "howpublished", "GEN", CSLType.DOCUMENT);

    private final String bibTex;
    private final String bibTexSource;
    private final String ris;
    private final CSLType csl;

    WorkKind(String bibTex, String bibTexSource, String ris, CSLType csl) {
        this.bibTex = bibTex;
        this.bibTexSource = bibTexSource;
        this.ris = ris;
        this.csl = csl;
    }

    static WorkKind of(CitedWork work) {
        String type = work.type();
        String word = type == null ? "" : type.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
        String path = work.path().toLowerCase(Locale.ROOT);
        boolean saved = path.endsWith(".html") || path.endsWith(".htm");
        return switch (word) {
            case "journal article", "article journal", "scholarly article", "paper" -> JOURNAL_ARTICLE;
            case "article" -> saved ? NEWS_ARTICLE : JOURNAL_ARTICLE;
            case "news",
                    "news article",
                    "newspaper article",
                    "article newspaper",
                    "press article",
                    "comment",
                    "review",
                    "interview" -> NEWS_ARTICLE;
            case "magazine article", "article magazine" -> MAGAZINE_ARTICLE;
            case "report", "working paper", "policy brief", "brief" -> REPORT;
            case "book", "e book", "ebook" -> BOOK;
            case "thesis", "dissertation" -> THESIS;
            case "web page", "webpage", "web site", "website", "blog post" -> WEB_PAGE;
            case "letter", "correspondence" -> LETTER;
            case "message", "e mail", "email", "mail" -> MESSAGE;
            case "presentation", "slides" -> PRESENTATION;
            case "speech", "lecture" -> SPEECH;
            case "spreadsheet", "table", "dataset", "data set", "data" -> DATASET;
            case "document" -> DOCUMENT;
            default -> saved ? WEB_PAGE : path.endsWith(".eml") || path.endsWith(".msg") ? MESSAGE : DOCUMENT;
        };
    }

    /// The entry type of BibTeX.
    String bibTex() {
        return bibTex;
    }

    /// The field of BibTeX for the outlet or publisher of such a work.
    String bibTexSource() {
        return bibTexSource;
    }

    String ris() {
        return ris;
    }

    CSLType csl() {
        return csl;
    }

    /// Whether the source is the larger work it stands in (a journal, a site), rather than who published it.
    boolean insideSource() {
        return switch (this) {
            case JOURNAL_ARTICLE, NEWS_ARTICLE, MAGAZINE_ARTICLE, WEB_PAGE -> true;
            case REPORT, BOOK, THESIS, LETTER, MESSAGE, PRESENTATION, SPEECH, DATASET, DOCUMENT -> false;
        };
    }

    /// What CSL calls a genre: the kind in words, where the type alone does not say it.
    @Nullable
    String genre() {
        return switch (this) {
            case LETTER -> "Letter";
            case MESSAGE -> "E-mail";
            case PRESENTATION -> "Presentation";
            default -> null;
        };
    }
}
