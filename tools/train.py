"""Train the linker on the gold clusters, and report it honestly.

    python tools/train.py            leave-one-cluster-out scores, as score.py counts them, put into docs/quality.md
    python tools/train.py --write    and write align/linker.toml from all

The linker says which claims tell of the same: a pair of claims of two articles is positive when gold
mentions that they cover share a point, negative when both cover gold mentions but share none; other pairs
are not used. Nothing of the articles goes into the weights but a few dozen numbers. In the leave-one-out
scores no cluster is scored by weights that it trained.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crosswire import align, pipeline, reconcile, stories
from crosswire.align.candidates import candidates
from crosswire.align.linker import Linker
from crosswire.align.signals import NAMES, measure
from crosswire.align.views import rarity, view_claims
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.ports import Meaning, Reader
from crosswire.present.document import to_document
from crosswire.records import Article, Claim, Dossier, Slot, Story, StoryFindings
from crosswire.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
from page import put
from quality import MEASURES, ROOT, clusters, gold_folder, load_scorer, mentions, read, show

BEGIN, END = "<!-- left out: begin (tools/train.py) -->", "<!-- left out: end -->"
LINKER = ROOT / "src/crosswire/align/linker.toml"
# Inverse regularisation; .1 to 1 change the scores by less than .01.
LINKER_C = 0.3

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Cluster:
    """A gold cluster, read and marked once, with the training pairs of the linker."""

    folder: Path
    articles: tuple[Article, ...]
    marked: Mapping[str, pipeline.Marked]
    claims: tuple[Claim, ...]
    vectors: Mapping[str, Meaning]
    x: Matrix
    y: NDArray[np.int64]

    @property
    def annotations(self) -> dict[str, Any]:
        """The annotations by article id."""
        return {key: m.annotations for key, m in self.marked.items()}


def load(folder: Path, score: ModuleType, parser: SpacyParser, reader: Reader) -> Cluster:
    """Read a cluster's articles and gold, and measure every candidate pair of claims."""
    articles, _ = pipeline.gather(sorted(str(p) for p in folder.glob("*.txt")), Settings())
    marked, vectors = pipeline.read_all(articles, parser, reader, Settings(), lambda *_: None)
    claims = tuple(c for m in marked.values() for c in m.claims)
    told = mentions(folder, articles)
    views = view_claims(articles, {k: m.annotations for k, m in marked.items()}, claims, vectors)
    points = [
        {m.point for m in told[c.article] if score.covers((c.start, c.end), (m.start, m.end))}
        for c in (v.claim for v in views)
    ]
    pairs = candidates(views, vectors)
    both = [n for n, (i, j) in enumerate(zip(pairs.left, pairs.right, strict=True)) if points[i] and points[j]]
    labels = [int(bool(points[pairs.left[n]] & points[pairs.right[n]])) for n in both]
    x = measure(pairs, views, rarity(views), [vectors[v.claim.id].words for v in views])[both]
    return Cluster(folder, articles, marked, claims, vectors, x, np.array(labels))


def regress(
    x: Matrix, y: NDArray[np.int64], strength: float, weight: Matrix | None = None
) -> tuple[float, Matrix, Matrix]:
    """Fit on standardised columns, each row with its weight; returns intercept, weights a unit of each column, and
    centres."""
    from sklearn.linear_model import LogisticRegression

    centre, scale = x.mean(0), x.std(0) + 1e-9
    model = LogisticRegression(C=strength, max_iter=2000).fit((x - centre) / scale, y, weight)
    return float(model.intercept_[0]), model.coef_[0] / scale, centre


def fit_linker(train: Sequence[Cluster], without: Collection[str] = ()) -> Linker:
    """Fit the linker on clusters; the signals ``without`` get no weight."""
    x, y = np.vstack([c.x for c in train]), np.concatenate([c.y for c in train])
    kept = np.array([name not in without for name in NAMES])
    intercept, weights, centre = regress(np.where(kept, x, 0.0), y, LINKER_C)
    return Linker(
        round(intercept, 4),
        {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True)},
        {n: round(float(m), 4) for n, m in zip(NAMES, centre, strict=True)},
    )


def aligned(cluster: Cluster, linker: Linker) -> tuple[Slot, ...]:
    """Align a cluster's claims with given weights."""
    return align.align(cluster.articles, cluster.annotations, cluster.claims, cluster.vectors, linker)


def counted(cluster: Cluster, slots: Sequence[Slot], score: ModuleType, joined: bool = True) -> Counter[str]:
    """Reconcile a cluster's slots, and count the dossier as score.py does; unless ``joined``, with no name joined
    across its reports."""
    lineage = stories.trace(cluster.articles, cluster.annotations)
    names = align.join_names(cluster.articles, cluster.annotations) if joined else ()
    points = reconcile.reconcile(slots, cluster.articles, lineage, names, cluster.annotations)
    story = Story("story-all", "", tuple(a.id for a in cluster.articles))
    dossier = Dossier(cluster.articles, (), (StoryFindings(story, points, lineage, names, ()),))
    result: Counter[str] = score.score(str(cluster.folder), to_document(dossier))
    return result


def left_out(loaded: Sequence[Cluster], without: Collection[str] = ()) -> Iterator[tuple[Cluster, tuple[Slot, ...]]]:
    """Yield each cluster, aligned with weights of all others."""
    for held in loaded:
        yield held, aligned(held, fit_linker([c for c in loaded if c is not held], without))


def leave_one_out(loaded: Sequence[Cluster], score: ModuleType) -> Counter[str]:
    """Score each cluster with weights of all others."""
    total: Counter[str] = Counter()
    for held, slots in left_out(loaded):
        total.update(counted(held, slots, score))
    return total


def toml(intercept: float, **tables: Mapping[str, float]) -> str:
    """Write weights down."""
    lines = [
        "# Made by tools/train.py; do not edit by hand. Log-odds a unit of each signal.",
        f"intercept = {intercept}",
    ]
    for name, table in tables.items():
        lines += ["", f"[{name}]", *(f"{json.dumps(key)} = {value}" for key, value in table.items())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the leave-one-out scores; write the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the weights, trained on all clusters")
    args = parser.parse_args()
    gold = gold_folder()
    if gold is None:
        sys.exit("no gold clusters here: set CROSSWIRE_GOLD")
    score, spacy, reader = load_scorer(gold), SpacyParser(), pipeline.default_reader(Settings())
    loaded = [load(folder, score, spacy, reader) for folder in clusters(gold)]
    ratios = score.ratios(leave_one_out(loaded, score))
    lines = [f"| {m.label} | {show(read(ratios, m.key))} |" for m in MEASURES]
    measured = "\n".join(["| measure | weights of the other clusters |", "| --- | ---: |", *lines])
    print(measured)
    put(BEGIN, END, measured)
    if args.write:
        linker = fit_linker(loaded)
        LINKER.write_text(toml(linker.intercept, weights=linker.weights, centre=linker.centre), "utf-8")
        print(f"wrote {LINKER.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
