/// Measures Sourcebook against a limit in the same run: bare Lucene on text that is already in memory, Tika in this
/// process, `find`. Not part of the program and not a test.
///
/// `./sourcebook bench` starts [Bench]. A row of `docs/benchmarks.md` is a class that implements [Row] and a line in
/// [Rows]. It asks [Setting] for the corpus, the archive that Sourcebook made of it and the bare index of the same
/// texts, compares the answers of both sides first and their speeds then ([Rounds]: limit and product in turns, after
/// both have run until they are warm, `--warm` seconds each), and gives [Figure]s.
@NullMarked
package sourcebook.bench;

import org.jspecify.annotations.NullMarked;
