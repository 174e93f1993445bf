"""How alike aligned claims are: the same statement, or one that says more."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.records import Link


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` is the probability that the claims say the same; ``detail`` what it rests on."""

    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class LikenessModel:
    """A logistic regression over the means of the links' signals: the intercept, and a weight in
    log-odds a unit of each signal."""

    intercept: float
    weights: Mapping[str, float]


@cache
def load_likeness() -> LikenessModel:
    """Read the shipped weights (``likeness.toml``, made by tools/train.py)."""
    table = tomllib.loads(files("crosswire.reconcile").joinpath("likeness.toml").read_text("utf-8"))
    return LikenessModel(table["intercept"], table["weights"])


def likeness(links: Sequence[Link], model: LikenessModel) -> Likeness:
    """Judge links between claims of one occurrence. No links: not alike."""
    if not links:
        return Likeness(0.0, "no direct link")
    means = mean_signals(links)
    odds = model.intercept + sum(weight * means[name] for name, weight in model.weights.items())
    score = 1 / (1 + math.exp(-odds))
    strongest = max(sorted(model.weights), key=lambda name: abs(model.weights[name] * means[name]))
    return Likeness(score, f"{strongest} {means[strongest]:.2f}, {len(links)} links")


def mean_signals(links: Sequence[Link]) -> dict[str, float]:
    """The mean of each signal over the links, and of their probability as "link"."""
    sums: dict[str, float] = {"link": sum(link.score for link in links)}
    for link in links:
        for signal in link.signals:
            sums[signal.name] = sums.get(signal.name, 0.0) + signal.value
    return {name: total / len(links) for name, total in sums.items()}
