"""The stories on which nearness of meaning is trained: reports of public corpora, and which of their claims tell of the
same (points.tsv, and short.tsv of short ones). No text of a report is kept here: a claim is named by its report and its
place in it."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

import corpora
from copies import article, basil_report
from crosswire.records import Article

LABELS = Path(__file__).resolve().parent / "points.tsv"
SHORT = LABELS.with_name("short.tsv")  # events of NeuS, a few short reports each
# White space that a corpus of tokens put before or after a sign and that no report has.
CLOSING = re.compile(r"^(?:[,.;:!?%)\]}”’]|'s|n't|'re|'ve|'ll|'m|'d|’s|'')$")
OPENING = frozenset("([{$“‘")
TITLED = re.compile(r"\s*TITLE=>\s*(.*?)\.?\s*ARTICLE=>\s*(.*)")

MOST = 5  # reports of an event of NeuS

Place = tuple[int, int]
Spot = tuple[str, int, int]  # a report and a place in it


@dataclass(frozen=True)
class Labelled:
    """A story: its reports, and for each of them the points of its claims by their places."""

    name: str
    reports: tuple[Article, ...]
    points: tuple[dict[Place, frozenset[int]], ...]


def stories(labels: Path = LABELS) -> list[Labelled]:
    """Read the labelled stories of a file, in its order."""
    found = []
    for name, lines in groupby(read_rows(labels), key=lambda row: row[0]):
        reports: dict[str, dict[Place, frozenset[int]]] = {}
        for _, report, places in lines:
            claims = (claim.split(":") for claim in places.split())
            reports[report] = {
                (int(start), int(end)): frozenset(int(p) for p in points.split(",")) for start, end, points in claims
            }
        found.append(Labelled(name, tuple(READERS[name.split("-")[0]](r) for r in reports), tuple(reports.values())))
    return found


def unlabelled(known: Collection[str], count: int, seed: int) -> Iterator[tuple[Article, ...]]:
    """Read the reports of some events of NeuS's training part, drawn by chance, of which no report is ``known``."""
    events = len(_lines("neus/train.source"))
    for line in np.random.default_rng(seed).permutation(events).tolist():
        if count and not any(f"neus-{line}-{place}" in known for place in range(MOST)):
            reports = tuple(_reports(line))
            if len(reports) > 1:
                count -= 1
                yield reports


def _reports(line: int) -> Iterator[Article]:
    for place in range(MOST):
        try:
            yield neus(f"neus-{line}-{place}")
        except IndexError:
            return


def read_rows(labels: Path) -> Iterator[list[str]]:
    """The cells of each row of a file of labels."""
    return (line.split("\t") for line in labels.read_text("utf-8").splitlines() if not line.startswith("#"))


def place(report: str, at: str) -> Spot:
    """A report and the place in it that is written "START-END"."""
    start, end = at.split("-")
    return report, int(start), int(end)


def topic(name: str) -> str:
    """What stories of one topic share, by their names: both halves of a topic of ECB+ are one."""
    kind, rest = name.split("-", 1)
    return f"ecb-{rest.split('-')[0].rstrip('p')}" if kind.startswith("ecb") else name


def ecb(report: str) -> Article:
    """A report of ECB+ by its document's name."""
    path = corpora.folder() / "ecbplus" / report.split("_")[0] / f"{report}.xml"
    tokens = ElementTree.parse(path).getroot().iter("token")
    lines = groupby(tokens, key=lambda token: token.get("sentence"))
    return article(report, [joined(token.text or "" for token in line) for _, line in lines])


def basil(report: str) -> Article:
    """A report of BASIL by its file's name: title and paragraphs."""
    return basil_report(next((corpora.folder() / "basil").glob(f"*/{report}.json")))[1]


def newswcl(report: str) -> Article:
    """A report of NewsWCL50 by its key."""
    sentences = json.loads((corpora.folder() / "newswcl50" / "articles.json").read_text("utf-8"))[report]
    lines = (joined((word for word in words if word != "\\n"), hyphens=True) for words in sentences)
    return article(report, [line for line in lines if line])


def neus(report: str) -> Article:
    """A report of NeuS's training part, "neus-LINE-PLACE": one of the leads of an event, or, last, its round-up."""
    _, line, place = report.split("-")
    parts = [_lines("neus/train.source")[int(line)], _lines("neus/train.target")[int(line)]]
    found = [m for m in map(TITLED.match, " [SEP] ".join(parts).split("[SEP]")) if m]
    texts = [[text.strip() for text in m.groups() if text.strip()] for m in found]
    return article(report, [t for t in texts if len(" ".join(t).split()) > 25][int(place)], title=True)


@cache
def _lines(name: str) -> Sequence[str]:
    return (corpora.folder() / name).read_text("utf-8").splitlines()


def joined(words: Iterable[str], hyphens: bool = False) -> str:
    """A sentence of a corpus of tokens, spaced as it is printed; with ``hyphens``, those stand alone there."""
    text, before, quoted = "", "", False
    for word in words:
        tight = not before or CLOSING.match(word) or before in OPENING or (before == '"' and quoted)
        if word == '"':
            tight, quoted = tight or quoted, not quoted
        if hyphens and "-" in (word, before):
            tight = True
        text, before = text + ("" if tight else " ") + word, word
    return text


READERS: dict[str, Callable[[str], Article]] = {"ecb": ecb, "ecb2": ecb, "basil": basil, "wcl": newswcl, "neus": neus}
