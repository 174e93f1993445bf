"""Score Crosswire on the gold clusters: `make quality` writes docs/quality.md, `--check` guards the floors.

The gold (real reports with hand-made answers, and the scorer `score.py`) is not part of this repository:
it is looked for in $CROSSWIRE_GOLD, then in ../shared/gold beside the checkout. Every dossier that is scored is
also held against its schema and re-read by `verify`.
"""

import argparse
import importlib.util
import json
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crosswire.records import Article
from page import PAGE, replaced

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "floors.toml"
SCHEMA = ROOT / "src" / "crosswire" / "present" / "dossier.schema.json"
BEGIN, END = "<!-- measured: begin (make quality) -->", "<!-- measured: end -->"

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """One score: its place in the scorer's answer, how it is called on the page, and what a throwaway
    baseline (clauses, cosine at .62, greedy grouping) and a second annotator reach (None: not measured)."""

    key: str
    label: str
    baseline: float | None
    annotator: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """One cluster: the scorer's counts, what is wrong with its dossier, and how long comparing took."""

    cluster: str
    counts: Counter[str]
    faults: list[str]
    seconds: float


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a report tells a point of the gold (its number there), and what it answers."""

    point: int
    verdict: str
    value: str
    start: int
    end: int


MEASURES = (
    Measure("align.precision", "alignment, precision", None, None),
    Measure("align.recall", "alignment, recall", None, None),
    Measure("align.f1", "alignment, F1", 0.41, 0.85),
    Measure("conflict.precision", "conflicts, precision", 0.25, 0.97),
    Measure("conflict.recall", "conflicts, recall", 0.18, 1.0),
    Measure("verdict.accuracy", "verdicts, accuracy", 0.42, 0.88),
    Measure("speaker.precision", "speakers, precision", None, None),
    Measure("speaker.recall", "speakers, recall", None, None),
    Measure("speaker.f1", "speakers, F1", 0.44, 0.94),
    Measure("reliance.precision", "reliance, precision", None, None),
    Measure("reliance.recall", "reliance, recall", None, None),
    Measure("reliance.f1", "reliance, F1", 0.0, 0.87),
    Measure("alias.recall", "names, recall", None, None),
)
PER_CLUSTER = ("align.f1", "conflict.precision", "conflict.recall", "verdict.accuracy", "speaker.f1", "reliance.f1")


def gold_folder() -> Path | None:
    """Return the folder of gold clusters, or None where there is none."""
    stated = os.environ.get("CROSSWIRE_GOLD")
    folder = Path(stated) if stated else ROOT.parent / "shared" / "gold"
    return folder if (folder / "score.py").is_file() else None


def clusters(gold: Path) -> list[Path]:
    """Return the clusters that have an answer, by name."""
    return sorted(path.parent for path in gold.glob("*/gold.json"))


def load_scorer(gold: Path) -> Any:
    """Import the gold's own score.py by its path."""
    spec = importlib.util.spec_from_file_location("crosswire_gold_score", gold / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"no scorer in {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def mentions(cluster: Path, articles: Sequence[Article]) -> dict[str, list[Mention]]:
    """Return where a cluster's reports tell the points of its gold, by the reports' ids; a quotation that stands in
    no report is left out."""
    scorer, found = load_scorer(cluster.parent), {article.id: list[Mention]() for article in articles}
    by_name = {Path(article.source).stem: article for article in articles}
    for number, point in enumerate(json.loads((cluster / "gold.json").read_text("utf-8"))["points"]):
        for mention in point["mentions"]:
            article = by_name[mention["doc"]]
            if span := scorer.find(article.text, mention["quote"]):
                found[article.id].append(Mention(number, point["verdict"], str(mention["value"]), *span))
    return found


def dossier_of(cluster: Path) -> Document:
    """Compare a cluster's reports with default settings, given nothing but the .txt files."""
    from crosswire.pipeline import compare
    from crosswire.present import to_document

    with tempfile.TemporaryDirectory() as folder:
        only = Path(folder) / cluster.name
        only.mkdir()
        for report in sorted(cluster.glob("*.txt")):
            shutil.copy(report, only)
        return to_document(compare([str(only)]))


def faults(document: Document) -> list[str]:
    """Return what is wrong with a dossier itself: against its schema, and against what it says (verify)."""
    from jsonschema import Draft202012Validator

    from crosswire.provenance import verify

    schema = json.loads(SCHEMA.read_text("utf-8"))
    shape = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]
    return shape or [str(fault) for fault in verify(document)]


def measure(gold: Path) -> Iterator[Measured]:
    """Yield what came of every cluster, one after the other in this process."""
    scorer = load_scorer(gold)
    for cluster in clusters(gold):
        start = time.perf_counter()
        document = dossier_of(cluster)
        seconds = time.perf_counter() - start
        yield Measured(cluster.name, scorer.score(str(cluster), document), faults(document), seconds)


def read(scores: Mapping[str, Any], key: str) -> float | None:
    """Look up "align.f1" in the scorer's nested answer."""
    group, name = key.split(".")
    value = scores[group][name]
    return None if value is None else float(value)


def load_floors(path: Path = FLOORS) -> dict[str, float]:
    """Return the floors by measure."""
    floors = tomllib.loads(path.read_text("utf-8"))["floors"]
    return {key: float(value) for key, value in floors.items()}


def below(scores: Mapping[str, Any], floors: Mapping[str, float]) -> list[str]:
    """Return a line for each floor that a score does not reach; a score that can't be taken is below."""
    lines = []
    for key, floor in floors.items():
        value = read(scores, key)
        if value is None or value < floor:
            lines.append(f"{key}: {show(value)} is below the floor {show(floor)}")
    return lines


def show(value: float | None) -> str:
    """Write a score: three places, or a dash."""
    return "–" if value is None else f"{value:.3f}"


def table(scores: Mapping[str, Any], each: Mapping[str, Mapping[str, Any]], floors: Mapping[str, float]) -> str:
    """Write the page's measured part in Markdown."""
    rows = [
        f"| {m.label} | {show(read(scores, m.key))} | {show(floors.get(m.key))} | {show(m.baseline)} "
        f"| {show(m.annotator)} |"
        for m in MEASURES
    ]
    counts, alarms = scores["counts"], scores["conflict"]["false_alarms"]
    labels = {m.key: m.label for m in MEASURES}
    sizes = ("align", "pairs"), ("conflict", "conflicts"), ("speaker", "attributions"), ("reliance", "reliances")
    gold = ", ".join(f"{counts.get(f'{key}_gold', 0)} {label}" for key, label in sizes)
    met = ", ".join(f"{name} {count}" for name, count in sorted(alarms.items())) or "nothing"
    lines = (
        f"{len(each)} clusters with {gold} in the gold. Sums over all clusters (micro-averages).",
        "",
        "| measure | Crosswire | floor | baseline | second annotator |",
        "| --- | ---: | ---: | ---: | ---: |",
        *rows,
        "",
        f"What the false conflicts met in the gold: {met} (`unlisted`: no point of the gold).",
        "",
        "| cluster | " + " | ".join(labels[key] for key in PER_CLUSTER) + " |",
        "| --- |" + " ---: |" * len(PER_CLUSTER),
        *(
            f"| {name} | " + " | ".join(show(read(own, key)) for key in PER_CLUSTER) + " |"
            for name, own in each.items()
        ),
    )
    return "\n".join(lines)


def replace_between(page: str, measured: str) -> str:
    """Put the measured part between the page's markers. Raises ValueError where they are missing."""
    return replaced(page, BEGIN, END, measured)


def main() -> int:
    """Measure; then write the page, or check the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail below a floor of tests/floors.toml")
    args = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        print("quality: SKIPPED, no gold clusters: set CROSSWIRE_GOLD or put them into ../shared/gold", file=sys.stderr)
        return 0
    scorer = load_scorer(gold)
    total: Counter[str] = Counter()
    each: dict[str, Mapping[str, Any]] = {}
    number = len(clusters(gold))
    failures = []
    for one in measure(gold):
        total.update(one.counts)
        each[one.cluster] = scorer.ratios(one.counts)
        failures += [f"{one.cluster}: the dossier does not hold: {fault}" for fault in one.faults[:3]]
        print(f"  {len(each):2}/{number} {one.cluster} {one.seconds:.1f} s", file=sys.stderr, flush=True)
    scores, floors = scorer.ratios(total), load_floors()
    for m in MEASURES:
        print(f"{m.label:24} {show(read(scores, m.key))}   floor {show(floors.get(m.key))}")
    failures += below(scores, floors)
    for line in failures:
        print(f"quality: {line}", file=sys.stderr)
    measured = table(scores, each, floors)
    page = PAGE.read_text("utf-8")
    if not args.check:
        PAGE.write_text(replace_between(page, measured), "utf-8")
        print(f"wrote {PAGE.relative_to(ROOT)}")
    elif measured not in page:
        print("quality: docs/quality.md shows other scores than these: run `make quality`", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
