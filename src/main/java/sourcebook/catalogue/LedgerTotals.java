package sourcebook.catalogue;

/// The ledger's sums: received = indexed + duplicate + skipped + failed + underWay, always.
public record LedgerTotals(long received, long indexed, long duplicate, long skipped, long failed, long underWay) {}
