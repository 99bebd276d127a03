package sourcebook.bench;

import java.util.List;

/// All rows, in the order of the report.
final class Rows {
    static final List<Row> ALL = List.of(new CorpusRow(), new PageRow(), new HitsRow(), new ClickRow(), new GrowthRow(), new KernelsRow());

    private Rows() {}
}
