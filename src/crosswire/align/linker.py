"""The learned combination: a logistic regression over the named signals."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from crosswire.records import Signal


@dataclass(frozen=True, slots=True)
class Linker:
    """Weights by signal name, over signals centred on ``centre`` (their mean in training), and
    the intercept, all in log-odds: a signal's weight in a link is what it added."""

    intercept: float
    weights: Mapping[str, float]
    centre: Mapping[str, float]

    def probability(self, signals: Mapping[str, float]) -> float:
        """The probability that two claims tell of the same, from their signals."""
        odds = self.intercept + sum(w * (signals[name] - self.centre[name]) for name, w in self.weights.items())
        return 1.0 / (1.0 + math.exp(-odds))

    def explain(self, signals: Mapping[str, float]) -> tuple[Signal, ...]:
        """The signals with what each added in log-odds, the strongest first."""
        found = [
            Signal(name, round(signals[name], 4), round(w * (signals[name] - self.centre[name]), 4), "")
            for name, w in self.weights.items()
        ]
        return tuple(sorted(found, key=lambda s: (-abs(s.weight), s.name)))


@cache
def load_linker() -> Linker:
    """Read the shipped weights (``linker.toml``, made by tools/train_linker.py)."""
    table = tomllib.loads(files("crosswire.align").joinpath("linker.toml").read_text("utf-8"))
    return Linker(table["intercept"], table["weights"], table["centre"])
