"""What each signal earns: `python tools/ablate.py` leaves one out at a time and scores the gold clusters again.

Signals of the linker are left out a family at a time, and it is fitted anew on what is left, leave one cluster out
(tools/train.py): no cluster is scored by weights that it trained. What is written rather than learned is switched off
with the fitted weights as they are. `--write` puts the table into docs/quality.md. Needs the `train` group of
pyproject.toml; twenty minutes of one processor.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from types import ModuleType
from unittest.mock import patch

from crosswire.align.signals import NAMES
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.pipeline import default_reader
from crosswire.reconcile.elements import Elements
from crosswire.records import Filler, Slot
from crosswire.settings import Settings
from page import put
from quality import clusters, gold_folder, load_scorer, read
from train import Cluster, counted, left_out, load

BEGIN, END = "<!-- ablations: begin (tools/ablate.py --write) -->", "<!-- ablations: end -->"
MEASURES = {
    "align.f1": "alignment, F1",
    "conflict.precision": "conflicts, precision",
    "conflict.recall": "conflicts, recall",
    "verdict.accuracy": "verdicts",
    "speaker.f1": "speakers, F1",
    "alias.recall": "names",
}
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "meaning (the encoder's cosines)": ("meaning of the sentences", "meaning of the clauses", "meaning word by word"),
    "rank among an article's claims": ("nearest of its article", "rank in its article", "behind the nearest"),
    "words of the clauses": (
        "shared words",
        "one's words in the other",
        "weight of shared words",
        "rarest shared word",
    ),
    "words of the sentences": (
        "shared words of the sentences",
        "one sentence's words in the other",
        "weight of the sentences' shared words",
        "shared words around the clauses",
    ),
    "names": ("shared names", "weight of shared names"),
    "predicates": ("same predicate", "shared verbs"),
    "quantities": ("equal numbers", "numbers that differ"),
    "place in the article": ("distance in place", "both lead"),
    "length": ("length of the shorter", "difference in length"),
    "denial": ("one is denied",),
    "who said it": ("both are speech", "one is speech"),
}
Run = tuple[Cluster, tuple[Slot, ...]]
Score = Mapping[str, float | None]


def without_kinds(*kinds: str) -> Callable[[Sequence[Slot]], list[Slot]]:
    """A typed comparison switched off: no slot of these kinds."""
    return lambda slots: [s for s in slots if s.kind not in kinds]


def told_alike(slots: Sequence[Slot]) -> list[Slot]:
    """Whole claims as if none were denied and none still to come."""

    def plain(filler: Filler) -> Filler:
        return replace(filler, claim=replace(filler.claim, polarity="affirmed", status="actual"))

    return [replace(s, fillers=tuple(map(plain, s.fillers))) if s.kind == "event" else s for s in slots]


def nothing_shared(slots: Sequence[Slot]) -> list[Slot]:
    """Occurrences without the links by which claims are found to tell a thing alike."""
    return [replace(s, links=()) if s.kind == "event" else s for s in slots]


SWITCHES: Mapping[str, Callable[[Sequence[Slot]], Sequence[Slot]]] = {
    "figures": without_kinds("count", "quantity", "money", "duration"),
    "dates and times": without_kinds("date", "time"),
    "who did it to whom": without_kinds("actor"),
    "places": without_kinds("place"),
    "who said the same words": without_kinds("speaker"),
    "affirmed or denied, planned or done": told_alike,
}


def scored(runs: Sequence[Run], score: ModuleType, change: Callable[[Sequence[Slot]], Sequence[Slot]] = tuple) -> Score:
    """Reconcile and count every cluster."""
    return _summed(score, (counted(c, change(slots), score) for c, slots in runs))


def _summed(score: ModuleType, counts: Iterator[Counter[str]]) -> Score:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count)
    ratios = score.ratios(total)
    return {key: read(ratios, key) for key in MEASURES}


def ablations(loaded: Sequence[Cluster], rules: Sequence[Cluster], score: ModuleType) -> Iterator[tuple[str, Score]]:
    """Yield each row: what is left out, and the scores. The first is the whole; ``rules`` are the same clusters, read
    by rules and the packaged encoder."""

    def fitted(without: Collection[str], of: Sequence[Cluster] = loaded) -> Score:
        return scored(list(left_out(of, without)), score)

    whole = list(left_out(loaded))
    yield "nothing", scored(whole, score)
    for family, names in FAMILIES.items():
        yield family, fitted(names)
    meaning, rank = (FAMILIES[name] for name in list(FAMILIES)[:2])
    yield "all but the cosines and their ranks", fitted([n for n in NAMES if n not in (*meaning, *rank)])
    yield "all but the cosines", fitted([n for n in NAMES if n not in meaning])
    yield "the tagger (rules and the packaged encoder)", fitted((), rules)
    yield "what is told alike (never the same)", scored(whole, score, nothing_shared)
    with patch.object(Elements, "shared", return_value=()):
        terms = scored(whole, score)
    yield "what is told in the same terms (elements)", terms
    yield "names joined across reports", _summed(score, (counted(*run, score, joined=False) for run in whole))
    for name, change in SWITCHES.items():
        yield f"compared: {name}", scored(whole, score, change)


def row(name: str, found: Score, whole: Score) -> str:
    """A row of Markdown: each score, and its difference to the whole's where there is one."""

    def cell(key: str) -> str:
        value, base = found[key], whole[key]
        if value is None or base is None:
            return "–"
        return f"{value:.3f}" + (f" ({value - base:+.3f})".replace("-", "−") if abs(value - base) >= 0.0005 else "")

    return f"| {name} | " + " | ".join(map(cell, MEASURES)) + " |"


def main() -> int:
    """Print the table row by row; with --write put it on the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into docs/quality.md")
    args = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        print("ablate: SKIPPED, no gold clusters: set CROSSWIRE_GOLD or put them into ../shared/gold", file=sys.stderr)
        return 0
    if find_spec("sklearn") is None:
        print("ablate: SKIPPED, scikit-learn is not installed (the train group of pyproject.toml)", file=sys.stderr)
        return 0
    score, spacy = load_scorer(gold), SpacyParser()
    loaded, rules = (
        [load(folder, score, spacy, reader) for folder in clusters(gold)]
        for reader in map(default_reader, (Settings(), Settings(tagger=False)))
    )
    lines = ["| left out | " + " | ".join(MEASURES.values()) + " |", "| --- |" + " ---: |" * len(MEASURES)]
    show = partial(print, flush=True)
    show("\n".join(lines))
    whole: Score | None = None
    for name, found in ablations(loaded, rules, score):
        whole = whole or found
        lines.append(row(name, found, whole))
        show(lines[-1])
    if args.write:
        put(BEGIN, END, "\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
