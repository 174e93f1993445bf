"""Times: `python tools/timebank.py` scores what is read as a time on TimeBank (TempEval-3's training part).

The rules were tuned on AQUAINT alone; TempEval-3's platinum test is kept back. Counted as TempEval-3 does: a span is
found strictly when both ends are right and relaxed when it overlaps; a value counts when it is found relaxed and its
normalised value is the same. TimeBank is not part of this repository.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import corpora
from crosswire.annotate.times import find_times
from crosswire.ports import Parser
from crosswire.records import Article, Line
from crosswire.text.syntax import Tree
from page import put

Gold = tuple[int, int, str]
BEGIN, END = "<!-- times: begin (tools/timebank.py) -->", "<!-- times: end -->"
# The best systems at TempEval-3 on its platinum test, for orientation: F1 of values.
BEST = "0.78 to 0.82"


def documents(folder: Path, part: str = "TimeBank") -> Iterator[tuple[Article, list[Gold]]]:
    """Yield each document of a part (TimeBank, AQUAINT) as an article of its own date, and its marked times."""
    for path in sorted((folder / "tempeval3" / "TBAQ-cleaned" / part).glob("*.tml")):
        yield document(path)


def document(path: Path) -> tuple[Article, list[Gold]]:
    """Read one TimeML file: the text of its body, and where its TIMEX3 stand with which values."""
    raw = path.read_text("utf-8")
    dated = re.search(r'<DCT>.*?value="([^"]+)"', raw, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.DOTALL)
    if dated is None or body is None:
        raise ValueError(f"no date or no text in {path.name}")
    text, gold, opened = "", [], (0, "")
    for part in re.split(r"(<[^>]+>)", body[1]):
        value = re.search(r'<TIMEX3.*?\bvalue="([^"]*)"', part)
        if value:
            opened = (len(text), value[1])
        elif part == "</TIMEX3>":
            gold.append((opened[0], len(text), opened[1]))
        elif not part.startswith("<"):
            text += unescape(part)
    lines = tuple(Line(m.start(), m.end(), "body") for m in re.finditer(r"(?:[^\n]+\n?)+", text))
    return Article(path.stem, path.name, text, None, None, None, dated[1][:10], None, "en", None, lines, ""), gold


def count(article: Article, gold: list[Gold], parser: Parser) -> Counter[str]:
    """Count what one document has, what is read in it, and what of that is right."""
    parse = parser.parse(article)
    mine = find_times(article, parse, Tree(parse))
    met = [[t for t in mine if t.start < end and start < t.end] for start, end, _ in gold]
    return Counter(
        wanted=len(gold),
        found=len(mine),
        strict=sum(any((t.start, t.end) == (s, e) for t in near) for near, (s, e, _) in zip(met, gold, strict=True)),
        relaxed=sum(bool(near) for near in met),
        hit=sum(any(t.start < e and s < t.end for s, e, _ in gold) for t in mine),
        value=sum(any(t.value == v for t in near) for near, (_, _, v) in zip(met, gold, strict=True)),
    )


def scores(counts: Counter[str]) -> dict[str, float]:
    """F1 of strict spans, relaxed spans and values, and the share of values right where a span was found."""
    wanted, found = counts["wanted"], counts["found"]
    precision, recall = counts["hit"] / found, counts["relaxed"] / wanted
    return {
        "span, strict": 2 * counts["strict"] / (wanted + found),
        "span, relaxed": 2 * precision * recall / (precision + recall),
        "value": 2 * counts["value"] / (wanted + found),
        "value, where the span is found": counts["value"] / counts["relaxed"],
    }


def main() -> int:
    """Measure; with --write put the table into docs/quality.md."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    parser.add_argument("--part", choices=("TimeBank", "AQUAINT"), default="TimeBank")
    args = parser.parse_args()
    held = list(documents(corpora.folder(), args.part))
    if not held:
        print(f"timebank: SKIPPED, no {args.part}: set CROSSWIRE_CORPORA", file=sys.stderr)
        return 0
    from crosswire.engines.spacy_parser import SpacyParser

    spacy = SpacyParser()
    counts: Counter[str] = Counter()
    for article, gold in held:
        counts += count(article, gold, spacy)
    rows = [f"| {name} | {score:.3f} |" for name, score in scores(counts).items()]
    size = f"{len(held)} documents of {args.part} with {counts['wanted']} times; {counts['found']} were read."
    shown = "\n".join((size, "", "| times | F1 |", "| --- | ---: |", *rows))
    print(shown)
    if args.write:
        put(BEGIN, END, shown)
    return 0


if __name__ == "__main__":
    sys.exit(main())
