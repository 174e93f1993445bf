"""Measure which figures and times that cannot both hold are taken for answers to one question, and fit the weights.

    python tools/train_figures.py            measures, and puts the table into docs/quality.md
    python tools/train_figures.py --write    and writes align/figures.toml

Needs the `train` group of pyproject.toml. The pairs of tools/tagger/figures.tsv were judged one by one, in stories of
ECB+, BASIL, NewsWCL50 and NeuS of which no rule for figures and times was made; of their other pairs those are of one
question that a reader of the whole story marked (tools/tagger/contradictions.tsv), and those that nobody marked count
UNMARKED as much; pairs of the gold are of one question where both figures stand in mentions of one point with two
values, in conflict or as an update. The weights are fitted on all together. In the table each pair is judged by weights
that no story of its topic has trained, the rules beside them as they are. About ten minutes on two cores.
"""

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

import corpora
from contradictions import Marked, labelled
from crosswire import pipeline
from crosswire.align import dimensions, figures
from crosswire.align.bearing import bearings
from crosswire.align.held import Held, LazyLink, clash, told_elsewhere
from crosswire.align.linker import load_linker
from crosswire.align.occurrences import LINKED, Links
from crosswire.align.slots import Holder
from crosswire.align.views import view_claims
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.ports import Reader
from crosswire.records import Article, Quantity
from crosswire.settings import Settings
from page import put
from quality import ROOT, clusters, gold_folder, mentions
from tagger.stories import Spot, place, read_rows, topic
from train import regress

LABELS = ROOT / "tools/tagger/figures.tsv"
WEIGHTS = ROOT / "src/crosswire/align/figures.toml"
BEGIN, END = "<!-- figures: begin (tools/train_figures.py) -->", "<!-- figures: end -->"
C, FOLDS, SEED = 0.1, 10, 0
# A reader of a whole story marks one pair of sentences for a question, and misses some. Fitted with 1 the likelihood of
# all figures falls and the gold's conflicts with it; with 0 more joins of the stories read are of two things.
UNMARKED = 0.3
ONE = frozenset("cu")  # answers of one question that differ
UNKNOWN = "?"

Answer = Callable[[Held, Held], str | None]


@dataclass(frozen=True)
class Pair:
    """Two figures, or times, that cannot both hold; whether they answer one question, whether the rules alone say so,
    and for comparable figures what is measured of them."""

    topic: str
    gold: bool
    left: Held
    right: Held
    link: LazyLink
    one: bool
    measured: Mapping[str, float] | None
    judged: bool = True


def judged() -> dict[frozenset[Spot], str]:
    """The answers of tools/tagger/figures.tsv, by the reports' names and the places of the two figures."""
    answers: dict[frozenset[Spot], str] = {}
    for _, reports, pairs in read_rows(LABELS):
        for left, here, right, there, answer in (pair.split(":") for pair in pairs.split()):
            key = frozenset(place(reports.split()[int(n)], at) for n, at in ((left, here), (right, there)))
            answers[key] = answer
    return answers


def gold_answers(folder: Path, articles: Sequence[Article]) -> Answer:
    """Whether two figures of a gold cluster stand in mentions of one point that differ in value."""
    found = mentions(folder, articles)

    def told(held: Held) -> set[tuple[int, str, str]]:
        at = held.filling
        near = (m for m in found[held.claim.article] if m.start < at.end and at.start < m.end)
        return {(m.point, m.verdict, m.value.lower()) for m in near}

    def answer(a: Held, b: Held) -> str:
        met = {v for n, v, x in told(a) for m, _, y in told(b) if n == m and x != y}
        return "c" if "conflict" in met else "u" if "update" in met else "n"

    return answer


def pairs(articles: Sequence[Article], parser: SpacyParser, reader: Reader, answer: Answer) -> Iterator[Pair]:
    """Of the pairs of a story that have an answer the one that is linked most, of each two figures or times."""
    marked, vectors = pipeline.read_all(articles, parser, reader, Settings(), lambda *_: None)
    notes = {key: m.annotations for key, m in marked.items()}
    claims = [c for m in marked.values() for c in m.claims]
    views = view_claims(articles, notes, claims, vectors)
    links = Links(views, vectors, load_linker())
    bears = {a.id: bearings(a, notes[a.id]) for a in articles}
    holder, own = Holder(claims, bears, notes, vectors), {key: m.quantities for key, m in notes.items()}
    best: dict[frozenset[Spot], Pair] = {}
    for hold, _, _ in dimensions.DIMENSIONS[:2]:  # of figures, and of times
        held = holder.of(hold)
        for (left, right), link in sorted(links.above(LINKED, links.groups()).items()):
            for a, b in ((a, b) for a in held[left] for b in held[right] if clash(a, b)):
                counted = isinstance(a.filling, Quantity)
                if counted and (not dimensions.comparable(a, b, link) or told_elsewhere(a, b, link, own)):
                    continue
                key = frozenset((h.claim.article, h.filling.start, h.filling.end) for h in (a, b))
                found = answer(a, b)
                if found and (key not in best or best[key].link.score < link.score):
                    best[key] = Pair("", False, a, b, link, found in ONE, figures.measured(a, b, link))
    yield from best.values()


def read() -> list[Pair]:
    """Every pair of the labelled stories and of the gold."""
    parser, reader, found, answers = SpacyParser(), pipeline.default_reader(Settings()), list[Pair](), judged()
    for name, reports, articles, contradictions in labelled():
        named = dict(zip((a.id for a in articles), reports, strict=True))

        def key(a: Held, b: Held, named: Mapping[str, str] = named) -> frozenset[Spot]:
            return frozenset((named[h.claim.article], h.filling.start, h.filling.end) for h in (a, b))

        def known(a: Held, b: Held, marked: Sequence[Marked] = contradictions) -> str:
            return answers.get(key(a, b)) or ("c" if any(one.meets(_at(a), _at(b)) for one in marked) else UNKNOWN)

        own = list(pairs(articles, parser, reader, known))
        told = {_values(p) for p in own if p.one}
        for pair in own:
            sure = key(pair.left, pair.right) in answers
            if (
                sure or pair.one or _values(pair) not in told
            ):  # the same two at other places may be of one question, too
                found.append(replace(pair, topic=topic(name), judged=sure))
    for folder in clusters(gold_folder() or Path()):
        gathered, _ = pipeline.gather(sorted(str(p) for p in folder.glob("*.txt")), Settings())
        own = list(pairs(gathered, parser, reader, gold_answers(folder, gathered)))
        found += [replace(p, topic=topic(folder.name), gold=True) for p in own]
    return found


def _at(held: Held) -> Spot:
    return held.claim.article, held.filling.start, held.filling.end


def _values(pair: Pair) -> frozenset[str]:
    """The two figures or times of a pair, as they are printed."""
    return frozenset(h.filling.text.lower() for h in (pair.left, pair.right))


def may_join(pair: Pair) -> bool:
    """Whether anything but the likelihood lets two figures answer one question."""
    return joins(pair, 1.0)


def joins(pair: Pair, likely: float | None) -> bool:
    """Whether two figures are taken for answers to one question, where that is so likely."""
    return dimensions.one_question(pair.left, pair.right, pair.link, lambda *_: likely) > 0


def fit(chosen: Sequence[Pair]) -> tuple[float, dict[str, float]]:
    """Intercept and weights of the figures that may meet."""
    known = [(p.measured, p.one, 1.0 if p.judged or p.one else UNMARKED) for p in chosen if p.measured and may_join(p)]
    rows = [measured for measured, _, _ in known]
    x, y = np.array([list(row.values()) for row in rows]), np.array([one for _, one, _ in known], dtype=np.int64)
    intercept, weights, centre = regress(x, y, C, np.array([weight for *_, weight in known]))
    named = {name: round(float(w), 4) for name, w in zip(rows[0], weights, strict=True)}
    return round(intercept - float(weights @ centre), 4), named


def left_out(counted: Sequence[Pair]) -> dict[int, float]:
    """How likely each pair (by its place) is by weights of other topics."""
    topics = sorted({p.topic for p in counted})
    fold = {name: n % FOLDS for n, name in enumerate(np.random.default_rng(SEED).permutation(topics).tolist())}
    found: dict[int, float] = {}
    for held in range(FOLDS):
        weights = fit([p for p in counted if fold[p.topic] != held])
        found |= {
            n: figures.probability(p.measured, weights)
            for n, p in enumerate(counted)
            if fold[p.topic] == held and p.measured
        }
    return found


def row(name: str, chosen: Sequence[Pair], joined: Sequence[bool]) -> str:
    """A row of the table."""
    both = sum(p.one and j for p, j in zip(chosen, joined, strict=True))
    one, all_joined = sum(p.one for p in chosen), sum(joined)
    shown = [f"{both / n:.3f}" if n else "–" for n in (all_joined, one)]
    return f"| {name} | {len(chosen)} | {one} | {all_joined} | {' | '.join(shown)} |"


def table(counted: Sequence[Pair], likely: Mapping[int, float], times: Sequence[Pair]) -> str:
    """What the rules join, and what they and the likelihood do."""
    lines = ["| pairs that cannot both hold | pairs | of one question | joined | precision | recall |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for where, chosen in _kinds(list(enumerate(counted))):
        for how, known in (("by rules", False), ("by rules and what surrounds them", True)):
            joined = [joins(p, likely.get(n) if known else None) for n, p in chosen]
            lines.append(row(f"figures {how}, {where}", [p for _, p in chosen], joined))
    match = dimensions.DIMENSIONS[1][1]
    for where, chosen in _kinds(list(enumerate(times))):
        told = [p for _, p in chosen]
        lines.append(row(f"times, {where}", told, [match(p.left, p.right, p.link) > 0 for p in told]))
    return "\n".join(lines)


def _kinds(of: Sequence[tuple[int, Pair]]) -> Iterator[tuple[str, list[tuple[int, Pair]]]]:
    """The pairs by where they stand and how they were judged."""
    yield "stories judged pair by pair", [(n, p) for n, p in of if p.judged and not p.gold]
    yield "the same stories, all pairs", [(n, p) for n, p in of if not p.gold]
    yield "gold", [(n, p) for n, p in of if p.gold]


def main() -> int:
    """Measure; write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write align/figures.toml")
    args = parser.parse_args()
    if gold_folder() is None or not (corpora.folder() / "ecbplus").is_dir():
        sys.exit("no gold or no corpora: set CROSSWIRE_GOLD and CROSSWIRE_CORPORA")
    found = read()
    counted = [p for p in found if isinstance(p.left.filling, Quantity)]
    measured = table(counted, left_out(counted), [p for p in found if not isinstance(p.left.filling, Quantity)])
    print(measured)
    put(BEGIN, END, measured)
    if args.write:
        intercept, weights = fit(counted)
        head = "# Made by tools/train_figures.py; do not edit by hand. Log-odds a unit of each signal."
        lines = [head, f"intercept = {intercept}", "", "[weights]", *(f'"{k}" = {v}' for k, v in weights.items())]
        WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
        assert tomllib.loads(WEIGHTS.read_text("utf-8"))["weights"] == weights
    return 0


if __name__ == "__main__":
    sys.exit(main())
