"""Score what is found as copied against pairs of reports that were read and labelled.

The labels (tests/copies/labels.tsv) name documents of ECB+ only; its texts, and BASIL's, are looked for in
$CROSSWIRE_CORPORA, then in ../shared/corpora beside the checkout. The threshold was tuned on the odd topics;
the even ones measure it. `--write` puts the table into docs/quality.md.
"""

import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import corpora
from crosswire.records import Article, Line, content_id
from crosswire.stories.copies import copies
from page import put

ROOT = Path(__file__).resolve().parent.parent
LABELS = ROOT / "tests" / "copies" / "labels.tsv"
BEGIN, END = "<!-- copies: begin (tools/copies.py --write) -->", "<!-- copies: end -->"
CLASSES = ("copied", "derived", "independent")
FOUND = {"near-copy": "copied", "shared-passages": "derived"}
HALVES = {1: "odd topics (tuned on)", 0: "even topics (measured)"}
# Where a web page's report came from stands as a first line in half of ECB+'s documents; no reader keeps it.
ADDRESS = re.compile(r"https? : / /")

Pair = tuple[str, str]


# --- the corpora ------------------------------------------------------------------------------------------------


def article(source: str, lines: Iterable[str], published: str | None = None, title: bool = False) -> Article:
    """Make an article of body lines, the first of which is its title where ``title`` says so."""
    places, at, kept = [], 0, list(lines)
    for number, line in enumerate(kept):
        places.append(Line(at, at + len(line), "title" if title and not number else "body"))
        at += len(line) + 1
    text = "\n".join(kept)
    return Article(
        id=content_id("article", source, text),
        source=source,
        text=text,
        outlet=None,
        title=None,
        author=None,
        published=published,
        modified=None,
        language="en",
        address=None,
        lines=tuple(place for place in places if place.end > place.start),
        digest="",
    )


def ecb_plus(addresses: bool = False) -> Iterator[tuple[int, Article]]:
    """Yield every report of ECB+ with its topic; the report's source is the document's name. ``addresses``
    keeps the first lines that give a page's address."""
    for path in sorted(corpora.folder().glob("ecbplus/*/*.xml")):
        sentences: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            sentences.setdefault(int(token.get("sentence", "0")), []).append(token.text or "")
        lines = [" ".join(words) for _, words in sorted(sentences.items())]
        yield (
            int(path.parent.name),
            article(path.stem, (line for line in lines if addresses or not ADDRESS.match(line))),
        )


def basil() -> Iterator[tuple[str, Article]]:
    """Yield every report of BASIL, dated, with its event: three outlets, written independently."""
    for path in sorted(corpora.folder().glob("basil/*/*_[123].json")):
        yield basil_report(path)


def basil_report(path: Path) -> tuple[str, Article]:
    """A report of BASIL, dated, behind its event."""
    record = json.loads(path.read_text(encoding="utf-8"))
    lines = [record["title"], *(" ".join(paragraph) for paragraph in record["body-paragraphs"])]
    return record["triplet-uuid"], article(path.stem, lines, record["date"], title=True)


def labels() -> dict[Pair, str]:
    """Read the labelled pairs: two documents, in order of their names, and their class."""
    rows = (line.split("\t") for line in LABELS.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {_pair(row[0], row[1]): row[2] for row in rows}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


# --- measuring --------------------------------------------------------------------------------------------------


def found_in(articles: Iterable[Article]) -> dict[Pair, str]:
    """Return the pairs that share a passage, by source, each as copied or derived."""
    ordered = tuple(articles)
    source = {one.id: one.source for one in ordered}
    return {_pair(source[c.giver], source[c.taker]): FOUND[c.kind] for c in copies(ordered, {})}


def compared() -> tuple[Counter[tuple[int, str, str]], list[Pair]]:
    """Count the labelled pairs by half of the topics, label and answer; and list what the program calls
    copied and nobody has labelled."""
    wanted = labels()
    topics = {_topic(pair) for pair in wanted}
    found: dict[Pair, str] = {}
    for topic, rows in groupby(ecb_plus(), key=lambda row: row[0]):
        if topic in topics:
            found |= found_in(one for _, one in rows)
    table = Counter((_topic(pair) % 2, label, found.get(pair, "independent")) for pair, label in wanted.items())
    return table, sorted(pair for pair, kind in found.items() if kind == "copied" and pair not in wanted)


def _topic(pair: Pair) -> int:
    return int(pair[0].split("_")[0])


def copied(table: Mapping[tuple[int, str, str], int], half: int) -> tuple[float, float]:
    """Precision and recall for "copied" in one half of the topics."""
    right = table.get((half, "copied", "copied"), 0)
    said = sum(table.get((half, label, "copied"), 0) for label in CLASSES)
    true = sum(table.get((half, "copied", answer), 0) for answer in CLASSES)
    return right / max(1, said), right / max(1, true)


def in_basil() -> Counter[str]:
    """Count BASIL's pairs of one event, and those of them that are taken for copied or derived."""
    counts: Counter[str] = Counter()
    for _, rows in groupby(sorted(basil(), key=lambda row: row[0]), key=lambda row: row[0]):
        articles = [one for _, one in rows]
        counts["pairs"] += len(articles) * (len(articles) - 1) // 2
        counts.update(found_in(articles).values())
    return counts


# --- the page ---------------------------------------------------------------------------------------------------


def report() -> str:
    """Return the tables in Markdown."""
    table, unread = compared()
    total = sum(table.values())
    lines = [f"{total} labelled pairs of ECB+.", "", "| labelled as | pairs | found copied | derived | independent |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    for half, name in HALVES.items():
        for label in CLASSES:
            counts = [table[half, label, answer] for answer in CLASSES]
            lines.append(f"| {label}, {name} | {sum(counts)} | " + " | ".join(map(str, counts)) + " |")
    lines += ["", "| copied | precision | recall |", "| --- | ---: | ---: |"]
    for half, name in HALVES.items():
        precision, recall = copied(table, half)
        lines.append(f"| {name} | {precision:.3f} | {recall:.3f} |")
    events = in_basil()
    told = f"{events['copied']} copied, {events['derived']} with a shared passage"
    lines += ["", f"Called copied and not labelled: {len(unread)}."]
    lines += ["", f"BASIL, {events['pairs']} pairs of reports written independently: {told}."]
    return "\n".join(lines)


def main() -> int:
    """Print the tables, or write them into the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the tables into docs/quality.md")
    args = parser.parse_args()
    if not any(corpora.folder().glob("ecbplus/*/*.xml")):
        print(f"copies: no ECB+ in {corpora.folder()}: nothing to measure")
        return 0
    text = report()
    print(text)
    if args.write:
        put(BEGIN, END, text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
