package sourcebook.bench;

import java.util.List;

/// All rows, in the order of the report.
final class Rows {
    static final List<Row> ALL = List.of(
            new CorpusRow(),
            new IngestRow(),
            new HtmlRow(),
            new SizeRow(),
            new RescanRow(),
            new ChangeRow(),
            new PdfRow(),
            new PhraseRow(),
            new PageRow(),
            new SolrRow(),
            new HitsRow(),
            new ClickRow(),
            new GrowthRow(),
            new KernelsRow(),
            new StartRow(),
            new CrowdRow(),
            new BrowserRow());

    private Rows() {}
}
