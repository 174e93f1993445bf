"""Nearness of meaning: layers of their own on the tagger's lower ones, trained so that the claims of a point are
nearer to each other than to whatever else their story's reports tell, and as near as a larger encoder has them."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor, nn
from torch.nn import functional as F

from crosswire.engines.tagger_input import Window
from tagger.model import UPPER, WIDTH, Layer

Floats = NDArray[np.float32]
Place = tuple[int, int]
TEMPERATURE = 0.1  # .05 and .2 give less
TAUGHT = 2.0  # weight of what the teacher tells beside what the labels do
TOGETHER = 12  # windows a run


@dataclass(frozen=True)
class Told:
    """A report for training: what the lower layers make of its windows, and for each claim the pieces of its own
    words as a whole and of its sentence, its points, and the pieces of each of its words."""

    lower: tuple[tuple[Window, Floats], ...]
    claims: tuple[Place, ...]
    sentences: tuple[Place, ...]
    points: tuple[frozenset[int], ...]
    words: tuple[tuple[Place, ...], ...] = ()


def begun(tagger: Path, meaning: Path | None = None) -> dict[str, Tensor]:
    """The weights that layers of meaning begin with, read from graphs: those of ``meaning``, and below them the
    tagger's as far as UPPER reaches; the turn is that of the tables that lie beside the tagger's graph."""
    own, below = _layers(meaning) if meaning else [], _layers(tagger)[-UPPER:]
    rows = [*below[: max(0, UPPER - len(own))], *own[-UPPER:]]
    found = {f"layers.{n}.{name}": weight for n, row in enumerate(rows) for name, weight in row.items()}
    with np.load(tagger.with_suffix(".npz")) as tables:
        found |= {"meaning.weight": tables["meaning"], "meaning.bias": tables["meaning_bias"]}
    found = {name: weight.astype(np.float32) for name, weight in found.items()}
    return {name: torch.from_numpy(np.ascontiguousarray(weight)) for name, weight in found.items()}


def _layers(path: Path) -> list[dict[str, Floats]]:
    """The transformer layers of a graph that export.py wrote, with their integers turned back."""
    graph = onnx.load(str(path)).graph
    stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    nodes = list(graph.node)
    first = next(n for n, node in enumerate(nodes) if node.op_type == "DynamicQuantizeLinear")
    order = dict.fromkeys(x for node in nodes[first:] for x in node.input if x in stored and stored[x].size > 1)
    arrays = iter(stored[name] for name in order)
    rows = []
    for _ in range(sum(node.op_type == "MultiHeadAttention" for node in nodes)):
        row: dict[str, Floats] = {}
        for names in (("qkv", "out", "norm1"), ("up", "down", "norm2")):
            for name in names[:2]:
                whole, scale, row[f"{name}.bias"] = next(arrays), next(arrays), next(arrays)
                row[f"{name}.weight"] = (whole.astype(np.float32) * scale).T
            row[f"{names[2]}.weight"], row[f"{names[2]}.bias"] = next(arrays), next(arrays)
        rows.append(row)
    return rows


class Upper(nn.Module):  # type: ignore[misc]
    """The last layers of an encoder and the turn behind them; ``weights`` as ``begun`` gives them."""

    width = WIDTH

    def __init__(self, weights: Mapping[str, Tensor], dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(UPPER))
        self.meaning = nn.Linear(self.width, self.width)
        self.load_state_dict(weights)

    def groups(self, rate: float) -> list[dict[str, object]]:
        """The weights to train, with their learning rates."""
        return [{"params": list(self.parameters()), "lr": rate}]

    def above(self, x: Tensor, mask: Tensor) -> Tensor:
        """The states of windows [N, P, width] behind the layers; ``mask`` [N, 1, 1, P] is far below 0 where none is."""
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, lower: Sequence[Floats]) -> list[Tensor]:
        """States of the pieces of windows, in their order; windows of like length are run together."""
        order = sorted(range(len(lower)), key=lambda n: len(lower[n]))
        found: dict[int, Tensor] = {}
        for first in range(0, len(order), TOGETHER):
            chosen = order[first : first + TOGETHER]
            width = max(len(lower[n]) for n in chosen)
            x, mask = torch.zeros(len(chosen), width, self.width), torch.zeros(len(chosen), width, dtype=torch.bool)
            for row, n in enumerate(chosen):
                x[row, : len(lower[n])] = torch.from_numpy(lower[n].astype(np.float32))
                mask[row, : len(lower[n])] = True
            with torch.autocast("cpu", dtype=torch.bfloat16):
                attend = torch.zeros(mask.shape, dtype=torch.bfloat16).masked_fill(~mask, -1e4)[:, None, None]
                x = self.above(x, attend)
            found |= {n: x[row, : len(lower[n])].float() for row, n in enumerate(chosen)}
        return [found[n] for n in range(len(lower))]

    def vectors(self, reports: Sequence[Told]) -> list[tuple[Tensor, Tensor]]:
        """For each report unit vectors of its claims' own words and of their sentences."""
        return [
            (self._pooled(own, report.claims), self._pooled(own, report.sentences))
            for own, report in zip(self._states(reports), reports, strict=True)
        ]

    def words(self, reports: Sequence[Told]) -> list[list[Tensor]]:
        """For each report a row for each word of each claim."""
        return [
            [self._pooled(own, places) for places in report.words]
            for own, report in zip(self._states(reports), reports, strict=True)
        ]

    def _states(self, reports: Sequence[Told]) -> list[Tensor]:
        windows = [(n, *part) for n, report in enumerate(reports) for part in report.lower]
        states = self([lower for _, _, lower in windows])
        pieces: list[list[Tensor]] = [[torch.zeros(0, self.width)] for _ in reports]
        for (n, window, _), state in zip(windows, states, strict=True):
            pieces[n].append(state[window.begin - window.first + 1 : window.end - window.first + 1])
        return [torch.cat(own) for own in pieces]

    def _pooled(self, states: Tensor, places: Sequence[Place]) -> Tensor:
        share = torch.zeros(len(places), len(states))
        for row, (first, last) in enumerate(places):
            share[row, first:last] = 1 / max(1, min(last, len(states)) - first)
        return F.normalize(self.meaning(share @ states), dim=-1)


def loss(model: Upper, reports: Sequence[Told], taught: Floats | None = None) -> Tensor:
    """How improbable the claims of other reports that share a point are among all claims of other reports, mean over
    the claims that share one (the supervised contrastive loss of Khosla and others, 2020); and, where a teacher's
    vectors of the claims are given, how far the probabilities are from the teacher's (Kullback-Leibler divergence)."""
    own = torch.cat([words for words, _ in model.vectors(reports)])
    points = [p for report in reports for p in report.points]
    report = torch.tensor([n for n, told in enumerate(reports) for _ in told.points])
    other = report[:, None] != report[None]
    alike = torch.tensor([[bool(a & b) for b in points] for a in points]) & other
    some = alike.any(1)
    odds = _odds(own, other)
    total = torch.zeros(())
    if some.any():
        total = total - ((odds * alike).sum(1)[some] / alike.sum(1)[some]).mean()
    if taught is not None:
        wanted = _odds(torch.from_numpy(taught.astype(np.float32)), other)
        total = total + TAUGHT * (wanted.exp() * (wanted - odds)).masked_fill(~other, 0).sum(1).mean()
    return total


def _odds(rows: Tensor, other: Tensor) -> Tensor:
    """The logarithm of how probable each claim of another report is as what a claim's report tells as well."""
    return torch.log_softmax(((rows @ rows.T) / TEMPERATURE).masked_fill(~other, -1e4), 1)


def train(
    model: Upper,
    stories: Sequence[Sequence[Told]],
    epochs: int,
    rate: float,
    seed: int,
    after: Callable[[int], None],
    taught: Sequence[Floats | None] = (),
) -> None:
    """Train in place, a story a step; ``after`` is called with the number of each epoch done. ``taught`` has a
    teacher's vectors of each story's claims, in order, or nothing."""
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(model.groups(rate), lr=rate, weight_decay=0.01)
    steps = epochs * len(stories)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / (0.1 * steps)) * max(0.05, 1 - s / steps)
    )
    start = time.time()
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for n in rng.permutation(len(stories)):
            now = loss(model, stories[n], taught[n] if taught else None)
            optimiser.zero_grad(set_to_none=True)
            now.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(now.detach())
        print(
            f"epoch {epoch + 1} of {epochs}: {time.time() - start:.0f} s, loss {total / len(stories):.3f}", flush=True
        )
        after(epoch + 1)


def measured(model: Upper, stories: Sequence[Sequence[Told]]) -> tuple[float, float]:
    """How well the nearness of own words ranks the pairs of claims, of different reports, that both tell some point:
    mean over the stories of the average precision, and the best F1 of one bound for all."""
    model.eval()
    near, same, each = [], [], []
    for reports in stories:
        with torch.no_grad():
            rows = [own.numpy() for own, _ in model.vectors(reports)]
        told = [[n for n, p in enumerate(r.points) if p] for r in reports]
        pairs = [(i, j, a, b) for i in range(len(reports)) for j in range(i) for a in told[i] for b in told[j]]
        scores = np.array([float(rows[i][a] @ rows[j][b]) for i, j, a, b in pairs])
        labels = np.array([bool(reports[i].points[a] & reports[j].points[b]) for i, j, a, b in pairs])
        near.append(scores)
        same.append(labels)
        each.append(_ranked(scores, labels)[0])
    return float(np.mean(each)), _ranked(np.concatenate(near), np.concatenate(same))[1]


def _ranked(scores: NDArray[np.float64], labels: NDArray[np.bool_]) -> tuple[float, float]:
    right = labels[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(right)
    precision, recall = hits / np.arange(1, len(right) + 1), hits / max(1, hits[-1])
    best = (2 * precision * recall / np.maximum(precision + recall, 1e-9)).max()
    return float(precision[right].mean()), float(best)
