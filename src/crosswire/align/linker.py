"""The learned combination: a logistic regression over the named signals."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from crosswire.align.signals import NAMES, Floats
from crosswire.records import Signal


@dataclass(frozen=True, slots=True)
class Linker:
    """Weights by signal name, over signals centred on ``centre`` (their mean in training), and
    the intercept, all in log-odds: a signal's weight in a link is what it added."""

    intercept: float
    weights: Mapping[str, float]
    centre: Mapping[str, float]

    def probabilities(self, signals: Floats) -> Floats:
        """The probability that two claims tell of the same, for each row of ``signals.measure``."""
        weights = np.array([self.weights.get(name, 0.0) for name in NAMES])
        centre = np.array([self.centre.get(name, 0.0) for name in NAMES])
        odds: Floats = self.intercept + (signals - centre) @ weights
        return 1.0 / (1.0 + np.exp(-odds))

    def explain(self, signals: Floats) -> tuple[Signal, ...]:
        """The signals of one pair with what each added in log-odds, the strongest first."""
        found = [
            _signal(name, value + 0.0, self.weights[name], self.centre[name])  # + 0.0: there is one nought
            for name, value in zip(NAMES, signals.tolist(), strict=True)
            if name in self.weights
        ]
        return tuple(sorted(found, key=_strength))


@lru_cache(1 << 14)
def _signal(name: str, value: float, weight: float, centre: float) -> Signal:
    """One signal. Most values are among few (none, one, both) and made once."""
    return Signal(name, round(value, 4), round(weight * (value - centre), 4), "")


def _strength(signal: Signal) -> tuple[float, str]:
    return -abs(signal.weight), signal.name


@cache
def load_linker() -> Linker:
    """Read the shipped weights (``linker.toml``, made by tools/train.py)."""
    table = tomllib.loads(files("crosswire.align").joinpath("linker.toml").read_text("utf-8"))
    return Linker(table["intercept"], table["weights"], table["centre"])
