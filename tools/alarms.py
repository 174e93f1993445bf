"""False alarms: `python tools/alarms.py` counts the conflicts shown in reports that hold few.

BASIL gives three outlets' independent articles of one event, ClaimDiff claims of two outlets on one topic (here
strung together as two articles). Hardly any of them contradict each other in a fact, so nearly every conflict shown
is a false alarm. Counts are given an article pair, and for articles of 500 words each. Neither corpus is part of
this repository.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import corpora
import meantime
from crosswire.pipeline import compare_articles, default_reader
from crosswire.ports import Parser, Reader
from crosswire.read import read
from crosswire.records import Article, Capture, Point
from crosswire.settings import Settings
from page import put

# The length that a pair's count is brought to: conflicts grow with what there is to compare.
WORDS = 500
BEGIN, END = "<!-- alarms: begin (tools/alarms.py) -->", "<!-- alarms: end -->"
HEAD = (
    "| corpus | pairs | words an article | conflicts | a pair | a pair of 500 words each | kinds |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |"
)


@dataclass(frozen=True, slots=True)
class Alarm:
    """What was shown for one pair of articles: its name, the mean of their words, the conflicts."""

    pair: str
    words: float
    articles: tuple[Article, Article]
    points: tuple[Point, ...]


def basil(folder: Path) -> Iterator[tuple[str, tuple[Article, Article]]]:
    """Yield the pairs of outlets of each event, with date and title."""
    events: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("basil/*/*_[123].json")):
        events.setdefault(path.stem.rpartition("_")[0], []).append(path)
    for event, paths in sorted(events.items()):
        articles = []
        for path in paths:
            record = json.loads(path.read_text("utf-8"))
            body = "\n\n".join(" ".join(paragraph) for paragraph in record["body-paragraphs"])
            articles.append(_article(f"{record['source']}.txt", record["title"], record["date"], body))
        for n, m in combinations(range(len(articles)), 2):
            yield f"basil {event[:8]} {n}{m}", (articles[n], articles[m])


def claimdiff(folder: Path) -> Iterator[tuple[str, tuple[Article, Article]]]:
    """Yield the two articles' claims of each topic, each strung together in the order of the data."""
    path = folder / "claimdiff" / "ClaimDiff-strength-train.json"
    rows = json.loads(path.read_text("utf-8"))["data"] if path.is_file() else []
    pairs: dict[tuple[str, str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for row in rows:
        left, right = pairs.setdefault((row["article_a"], row["article_b"], row["date"]), ({}, {}))
        left[row["claim_a"]] = None
        right[row["claim_b"]] = None
    for number, ((first, second, day), (left, right)) in enumerate(sorted(pairs.items())):
        texts = (first, "\n\n".join(left)), (second, "\n\n".join(right))
        a, b = (_article(f"{side}.txt", title, day, body) for side, (title, body) in zip("ab", texts, strict=True))
        yield f"claimdiff {number:03}", (a, b)


def _article(source: str, title: str, day: str, body: str) -> Article:
    text = f"{title}\n{meantime.spelled(day)}\n\n{body}\n"
    article = read(Capture(source, text.encode(), "text/plain"), Settings())
    assert isinstance(article, Article), article
    return article


def alarms(pairs: Sequence[tuple[str, tuple[Article, Article]]], parser: Parser, reader: Reader) -> Iterator[Alarm]:
    """Compare each pair and yield its conflicts."""
    for name, both in pairs:
        dossier = compare_articles(both, (), parser, reader, Settings())
        points = tuple(p for s in dossier.stories for p in s.points if p.verdict == "conflict")
        yield Alarm(name, sum(len(a.text.split()) for a in both) / 2, both, points)


def summary(found: Sequence[Alarm]) -> str:
    """One row of Markdown: corpus, pairs, mean words, conflicts a pair, and for 500 words each."""
    points = sum(len(a.points) for a in found)
    words = sum(a.words for a in found) / len(found)
    kinds = Counter(p.kind for a in found for p in a.points)
    shown = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items(), key=lambda k: (-k[1], k[0])))
    corpus = found[0].pair.split()[0]
    return (
        f"| {corpus} | {len(found)} | {words:.0f} | {points} | {points / len(found):.2f} "
        f"| {points / len(found) * WORDS / words:.2f} | {shown or '–'} |"
    )


def listing(alarm: Alarm) -> Iterator[str]:
    """The conflicts of one pair for reading by eye: the question, the reason, and the sentences behind."""
    for point in alarm.points:
        yield f"{alarm.pair} · {point.kind} · {point.question} · {point.reason}"
        for account in point.accounts:
            for claim in account.claims:
                article = next(a for a in alarm.articles if a.id == claim.article)
                start = article.text.rfind("\n", 0, claim.start) + 1
                end = article.text.find("\n", claim.end)
                yield f"    [{article.source[:-4]}] {account.answer} ‹{claim.text}› {article.text[start:end][:420]}"


def main() -> int:
    """Measure both corpora; with --list print each conflict with its sentences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--list", action="store_true", help="print the conflicts with their paragraphs")
    parser.add_argument("--pairs", type=int, default=None, help="only so many pairs of each corpus")
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = parser.parse_args()
    folder = corpora.folder()
    sets = [list(basil(folder))[: args.pairs], list(claimdiff(folder))[: args.pairs]]
    if not any(sets):
        print("alarms: SKIPPED, no BASIL and no ClaimDiff: set CROSSWIRE_CORPORA", file=sys.stderr)
        return 0
    from crosswire.engines.spacy_parser import SpacyParser

    engines = SpacyParser(), default_reader(Settings())
    found = [list(alarms(pairs, *engines)) for pairs in sets if pairs]
    rows = "\n".join((HEAD, *map(summary, found)))
    print(rows)
    if args.list:
        print("\n".join(line for one in found for alarm in one for line in listing(alarm)))
    if args.write:
        put(BEGIN, END, rows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
