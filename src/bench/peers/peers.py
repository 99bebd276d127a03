#!/usr/bin/env python3
"""Holds Sourcebook against Recoll and SQLite FTS5: the same folder, the same phrases and words, totals compared.

    ./sourcebook bench peers FOLDER

takes the text and PDF files of the folder (copied once each, equal bytes are one document), has every program index
them, asks every program the same words and phrases, drawn from the texts by a seed, and prints a table. In a folder
of text files alone the truth is a count of our own over the plain text; where there are PDFs each program reads them
in its own way, so there the totals are held against Sourcebook's instead.

Needs recollindex, recollq, sqlite3 and pdftotext, which it installs from Debian's packages after saying so. Settings
and indexes of all lie in a scratch folder, which is also their HOME. Python's standard library only.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata

PACKAGES = {"recollindex": "recollcmd", "recollq": "recollcmd", "sqlite3": "sqlite3", "pdftotext": "poppler-utils"}
TEXT = {".txt", ".text"}
PLAIN = re.compile(r"[a-z]{2,}")  # words on whose ends all programs agree
FTS = "CREATE VIRTUAL TABLE t USING fts5(path UNINDEXED, body, tokenize = 'unicode61 remove_diacritics 2');"
SHOWN = 5  # wrong totals told of each program
PAGE = 10  # documents on a page of results


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def install(allowed):
    missing = sorted({package for program, package in PACKAGES.items() if not shutil.which(program)})
    if not missing:
        return
    if not allowed or not shutil.which("apt-get"):
        sys.exit("These packages are missing here; install them and run again: " + " ".join(missing))
    say("Installing with apt-get, for this comparison only:", *missing)
    root = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(root + ["apt-get", "update", "-qq"], check=True, stdout=sys.stderr)
    subprocess.run(root + ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing],
                   check=True, stdout=sys.stderr, env=quiet)


class Clock:
    """Wall and processor seconds of what is run inside, children included."""

    def __enter__(self):
        self.start, self.before = time.monotonic(), self.processor()
        return self

    def __exit__(self, *_):
        self.wall, self.cpu = time.monotonic() - self.start, self.processor() - self.before

    @staticmethod
    def processor():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def copied(folder, into):
    """The documents of a folder, once each, under short names. Returns their paths."""
    seen, files = set(), []
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in relative.parts)
        if hidden or path.suffix.lower() not in TEXT | {".pdf"} or not path.is_file():
            continue
        content = path.read_bytes()
        digest = hashlib.sha256(content).digest()
        if content and digest not in seen:
            seen.add(digest)
            target = into / f"{len(files) // 1000:03}" / f"{len(files):07}{path.suffix.lower()}"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            files.append(target)
    return files


def folded(text):
    """Small letters without diacritics: what every one of the programs compares."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in apart if not unicodedata.combining(c))


def words(text):
    return re.findall(r"[^\W_]+", folded(text))


def plain_text(file, texts):
    """Where the text of a document lies, for SQLite and for the drawing of queries."""
    if file.suffix != ".pdf":
        return file
    text = texts / (file.name + ".txt")
    subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), str(text)], stderr=subprocess.DEVNULL, check=False)
    if not text.exists():
        text.write_text("")
    return text


def drawn(texts, count, seed):
    """Words and phrases of two to six words that stand in the texts: rare and frequent ones, with function words."""
    pick, queries = random.Random(seed), {}
    for _ in range(100 * count):
        if len(queries) == count:
            break
        lines = [line for line in texts[pick.randrange(len(texts))].split("\n") if line.count(" ") >= 6]
        if not lines:
            continue
        parts = lines[pick.randrange(len(lines))].split(" ")
        length = pick.choice([1, 2, 3, 4, 5, 6])
        at = pick.randrange(max(1, len(parts) - length + 1))
        chosen = [part.lower() for part in parts[at:at + length]]
        if len(chosen) == length and all(PLAIN.fullmatch(part) for part in chosen):
            queries[" ".join(chosen)] = None
    return list(queries)


def counted(texts, queries):
    """The truth: in how many texts the words of each query stand one after the other."""
    lined = [" " + " ".join(words(text)) + " " for text in texts]
    holding = collections.defaultdict(set)
    for number, line in enumerate(lined):
        for word in set(line.split()):
            holding[word].add(number)
    return [sum(f" {query} " in lined[i] for i in set.intersection(*(holding[w] for w in query.split())))
            for query in queries]


class Recoll:
    name = "Recoll"

    def __init__(self, work, files, texts):
        self.conf = work / "recoll"
        self.conf.mkdir()
        topdir = files[0].parent.parent
        # a query's words as they stand; nothing but the files that are compared
        # at the priority that the others have
        settings = f'topdirs = "{topdir}"\nindexStoreDocText = 1\nnoaspell = 1\nidxniceprio = 0\n'
        (self.conf / "recoll.conf").write_text(settings)
        self.environment = {**os.environ, "HOME": str(work), "RECOLL_CONFDIR": str(self.conf)}

    def index(self):
        self.run(["recollindex", "-z"])

    def index_size(self):
        return size(self.conf / "xapiandb")

    def run(self, command):
        return subprocess.run(command, env=self.environment, check=False, capture_output=True, text=True).stdout

    def ask(self, query, exact=False):
        command = ["recollq", "-n", str(PAGE), "-s", ""] + (["-E"] if exact else []) + [f'"{query}"l']
        found = re.search(r"^(\d+) results", self.run(command), re.MULTILINE)
        return int(found.group(1)) if found else -1

    def search(self, queries):
        return timed(self.ask, queries)


class ExactRecoll(Recoll):
    """The same index, asked for exact counts, which its window does not do."""
    name = "Recoll, exact counts"

    def __init__(self, recoll):
        self.environment = recoll.environment

    def search(self, queries):
        return timed(lambda query: self.ask(query, exact=True), queries)


class Sqlite:
    name = "SQLite FTS5"

    def __init__(self, work, files, texts):
        self.database, self.files, self.texts = work / "fts.db", files, texts

    def index(self):
        rows = [(str(file), str(plain_text(file, self.texts))) for file in self.files]
        script = ["PRAGMA journal_mode = WAL;", FTS, "BEGIN;"]
        script += [f"INSERT INTO t VALUES ({quoted(path)}, CAST(readfile({quoted(text)}) AS TEXT));"
                   for path, text in rows]
        self.run("\n".join(script + ["COMMIT;"]))

    def index_size(self):
        return sum(path.stat().st_size for path in self.database.parent.glob("fts.db*"))

    def run(self, script):
        done = subprocess.run(["sqlite3", str(self.database)], input=script, capture_output=True, text=True, check=True)
        return done.stdout

    def search(self, queries):
        """One process asked over its standard streams, so that no query pays for its start."""
        process = subprocess.Popen(["sqlite3", "-batch", str(self.database)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, text=True, bufsize=1)

        def ask(query):
            match = quoted(f'"{query}"')
            process.stdin.write(f"SELECT 'total', count(*) FROM t WHERE t MATCH {match};\n"
                                f"SELECT path, snippet(t, 1, '[', ']', '…', 30) FROM t WHERE t MATCH {match}"
                                f" ORDER BY rank LIMIT {PAGE};\nSELECT 'end of answer';\n")
            process.stdin.flush()
            total = -1
            for line in process.stdout:
                if line.startswith("total|"):
                    total = int(line[6:])
                if line.strip() == "end of answer":
                    return total
            return total

        try:
            return timed(ask, queries)
        finally:
            process.stdin.close()
            process.wait()


class Sourcebook:
    name = "Sourcebook"

    def __init__(self, work, files, texts, command):
        self.archive, self.folder, self.command, self.work = work / "archive", files[0].parent.parent, command, work
        self.archive.mkdir()

    def run(self, *arguments):
        done = subprocess.run([self.command, arguments[0], "--archive", str(self.archive), *arguments[1:]],
                              capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or not done.stdout:
            sys.exit(f"Sourcebook failed: {done.stderr[-2000:]}")
        return done.stdout

    def index(self):
        sums = json.loads(self.run("ingest", "--json", str(self.folder)).strip().splitlines()[-1])
        if sums["failed"] or sums["skipped"]:
            say("Sourcebook's ledger:", sums)

    def index_size(self):
        return size(self.archive)

    def search(self, queries):
        """One process with all queries; the time of each is what it says itself."""
        asked = self.work / "queries.tsv"
        asked.write_text("".join(f'{number}\t"{query}"\n' for number, query in enumerate(queries)))
        answers = [json.loads(line)
                   for line in self.run("batch", "--json", "--limit", str(PAGE), str(asked)).splitlines()]
        return [answer["total"] for answer in answers], [answer["tookMillis"] for answer in answers]


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def timed(ask, queries):
    totals, millis = [], []
    for query in queries:
        start = time.monotonic()
        totals.append(ask(query))
        millis.append((time.monotonic() - start) * 1000)
    return totals, millis


def report(systems, indexed, searched, right, of, queries, bytes_of_text):
    print(f"| program | indexing s | processor s | index MB | index / text | query ms | p99 ms | {of} |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for system in systems:
        totals, millis = searched[system.name]
        wrong = sum(total != truth for total, truth in zip(totals, right))
        ordered = sorted(millis)
        p99 = ordered[min(len(ordered) - 1, int(0.99 * len(ordered)))]
        made = indexed.get(system.name)
        cells = [f"{made[0]:.1f}", f"{made[1]:.1f}", f"{made[2] / 1e6:.1f}", f"{made[2] / bytes_of_text:.2f}"] \
            if made else ["–"] * 4
        cells += [f"{statistics.median(millis):.2f}", f"{p99:.2f}", f"{wrong} of {len(queries)}"]
        print(f"| {system.name} | " + " | ".join(cells) + " |")
    for system in systems:
        differing = [(query, total, truth)
                     for query, total, truth in zip(queries, searched[system.name][0], right) if total != truth]
        if differing:
            print(f"\n{system.name}, of {len(differing)} the first:")
            for query, total, truth in differing[:SHOWN]:
                print(f'- "{query}": {total}, right is {truth}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sourcebook", default="./sourcebook", help="the launcher (%(default)s)")
    parser.add_argument("--work", type=pathlib.Path, help="scratch folder; by default a new one, removed at the end")
    parser.add_argument("--no-install", action="store_true", help="say what is missing instead of installing it")
    asked = parser.parse_args()
    install(not asked.no_install)
    work = pathlib.Path(tempfile.mkdtemp(prefix="peers-", dir=asked.work)).resolve()
    try:
        compare(asked, work)
    finally:
        shutil.rmtree(work)


def compare(asked, work):
    files = copied(asked.folder.resolve(), work / "documents")
    if not files:
        sys.exit("There are no text or PDF files in " + str(asked.folder))
    texts = work / "texts"
    texts.mkdir()
    recoll, sqlite = Recoll(work, files, texts), Sqlite(work, files, texts)
    sourcebook = Sourcebook(work, files, texts, asked.sourcebook)
    indexed = {}
    for system in (sqlite, recoll, sourcebook):
        say(f"{system.name} indexes {len(files):,} documents…")
        with Clock() as clock:
            system.index()
        indexed[system.name] = (clock.wall, clock.cpu, system.index_size())
    bodies = [plain_text(file, texts).read_text(encoding="utf-8", errors="replace") for file in files]
    queries = drawn(bodies, asked.queries, asked.seed)
    if not queries:
        sys.exit("No words could be drawn from the texts.")
    systems = [sourcebook, recoll, ExactRecoll(recoll), sqlite]
    searched = {}
    for system in systems:
        say(f"{system.name} is asked {len(queries)} queries…")
        system.search(queries[:10])  # what is read from the disk is read by now
        searched[system.name] = system.search(queries)
    text_alone = all(file.suffix in TEXT for file in files)
    right = counted(bodies, queries) if text_alone else searched[sourcebook.name][0]
    of = "wrong totals" if text_alone else "totals unlike Sourcebook's"
    length = sum(len(body.encode()) for body in bodies)
    print(f"{len(files):,} documents, {length / 1e6:.1f} MB of text, seed {asked.seed}\n")
    report(systems, indexed, searched, right, of, queries, length)


if __name__ == "__main__":
    main()
