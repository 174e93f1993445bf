"""Train the linker (which claims tell of the same) on the gold clusters, and report it honestly.

    python tools/train_linker.py            leave-one-cluster-out table
    python tools/train_linker.py --write    and write src/crosswire/align/linker.toml from all

A pair of claims of two articles is positive when gold mentions that they cover share a point,
negative when both cover gold mentions but share none; other pairs are not used. Nothing of the
articles goes into the weights but these two dozen numbers.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from crosswire import pipeline
from crosswire.align.candidates import candidates
from crosswire.align.cluster import cluster
from crosswire.align.signals import measure
from crosswire.align.views import rarity, view_claims
from crosswire.engines.minilm import MiniLmEncoder
from crosswire.engines.spacy_parser import SpacyParser
from crosswire.records import Story
from crosswire.settings import Settings
from quality import load_scorer

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "src/crosswire/align/linker.toml"
STRENGTH = 0.3  # inverse regularisation; .1 to 1 give the same F1 within .003


class Cluster:
    """A gold cluster's candidate pairs with their signals, labels and what each claim covers."""

    def __init__(self, folder: Path, score: Any, parser: SpacyParser, encoder: MiniLmEncoder) -> None:
        self.name = folder.name
        articles, _ = pipeline.gather(sorted(str(p) for p in folder.glob("*.txt")), Settings())
        marked = {a.id: pipeline.mark(a, parser) for a in articles}
        story = Story("all", "", tuple(marked))
        vectors = pipeline.encode([story], marked, encoder, Settings(), lambda *_: None)
        annotations = {k: m.annotations for k, m in marked.items()}
        claims = [c for m in marked.values() for c in m.claims]
        self.views = view_claims(articles, annotations, claims, vectors)
        self.gold = json.loads((folder / "gold.json").read_text("utf-8"))
        mentions = defaultdict(list)
        texts = {Path(a.source).stem: a for a in articles}
        for g, point in enumerate(self.gold["points"]):
            for m, mention in enumerate(point["mentions"]):
                span = score.find(texts[mention["doc"]].text, mention["quote"])
                if span:
                    mentions[texts[mention["doc"]].id].append((g, m, span))
        self.covers = [
            {(g, m) for g, m, s in mentions[v.claim.article] if score.covers((v.claim.start, v.claim.end), s)}
            for v in self.views
        ]
        rare = rarity(self.views)
        pairs = list(candidates(self.views, vectors))
        self.pairs = [(p.left.row, p.right.row) for p in pairs]
        signals = [measure(p, rare) for p in pairs]
        self.names = list(signals[0])
        self.x = np.array([[s[n] for n in self.names] for s in signals])
        self.y = np.array([self._label(i, j) for i, j in self.pairs])

    def _label(self, i: int, j: int) -> int:
        a, b = self.covers[i], self.covers[j]
        return int(bool({g for g, _ in a} & {g for g, _ in b})) if a and b else -1

    def count(self, pairs: list[tuple[int, int]]) -> np.ndarray[Any, Any]:
        """[dossier pairs, right ones, gold pairs, found ones] as score.py counts alignment."""
        got: set[tuple[int, int, int]] = set()
        said = right = 0
        for i, j in pairs:
            hits = {
                (g, min(m, n), max(m, n)) for g, m in self.covers[i] for h, n in self.covers[j] if g == h and m != n
            }
            got |= hits
            if self.covers[i] and self.covers[j]:
                said += 1
                right += bool(hits)
        total = found = 0
        for g, point in enumerate(self.gold["points"]):
            ms = point["mentions"]
            for i in range(len(ms)):
                for j in range(i + 1, len(ms)):
                    if ms[i]["doc"] != ms[j]["doc"]:
                        total += 1
                        found += (g, i, j) in got
        return np.array([said, right, total, found])


def fit(clusters: list[Cluster]) -> tuple[LogisticRegression, np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Fit on the labelled pairs; returns the model with the means and scales of the signals."""
    x = np.vstack([c.x[c.y >= 0] for c in clusters])
    y = np.concatenate([c.y[c.y >= 0] for c in clusters])
    centre, scale = x.mean(0), x.std(0) + 1e-9
    return LogisticRegression(C=STRENGTH, max_iter=1000).fit((x - centre) / scale, y), centre, scale


def f1(n: np.ndarray[Any, Any]) -> str:
    """Write precision, recall and F1 of (said, right, gold, found)."""
    precision, recall = n[1] / max(1, n[0]), n[3] / max(1, n[2])
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main() -> None:
    """Fit, report, and write the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=ROOT.parent / "shared/gold")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    score, spacy, minilm = load_scorer(args.gold), SpacyParser(), MiniLmEncoder()
    folders = sorted(p.parent for p in args.gold.glob("*/gold.json"))
    clusters = [Cluster(folder, score, spacy, minilm) for folder in folders]
    probabilities = {}
    for c in clusters:
        model, centre, scale = fit([o for o in clusters if o is not c])
        probabilities[c.name] = model.predict_proba((c.x - centre) / scale)[:, 1]
    for threshold in (0.2, 0.3, 0.4, 0.5):
        n = np.sum(
            [
                c.count([p for p, q in zip(c.pairs, probabilities[c.name], strict=True) if q >= threshold])
                for c in clusters
            ],
            axis=0,
        )
        print(f"pairs at {threshold}: {f1(n)}")
    for join in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        n = np.zeros(4)
        for c in clusters:
            links = {p: float(q) for p, q in zip(c.pairs, probabilities[c.name], strict=True) if q >= 0.05}
            articles = [v.article for v in c.views]
            groups = cluster(articles, links, join)
            pairs = [(i, j) for g in groups for a, i in enumerate(g) for j in g[a + 1 :] if articles[i] != articles[j]]
            n += c.count(pairs)
        print(f"clusters at {join}: {f1(n)}")
    if args.write:
        model, centre, scale = fit(clusters)
        weights = model.coef_[0] / scale
        lines = [
            "# Made by tools/train_linker.py; do not edit by hand. Log-odds a unit of each signal.",
            f"intercept = {model.intercept_[0]:.4f}",
            "",
            "[weights]",
        ]
        lines += [f'"{n}" = {w:.4f}' for n, w in zip(clusters[0].names, weights, strict=True)]
        lines += ["", "[centre]"] + [f'"{n}" = {m:.4f}' for n, m in zip(clusters[0].names, centre, strict=True)]
        OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"wrote {OUT.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
