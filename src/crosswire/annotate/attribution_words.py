"""The word lists behind attributions, read once from cues.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Stance = Literal[
    "said", "denied", "warned", "urged", "declined", "asked", "believed", "reported", "reportedly", "other"
]


@dataclass(frozen=True, slots=True)
class Words:
    """``stance`` maps a cue's lemma to what it makes of its content; ``lists`` and ``sources``
    hold the sets that cues.toml explains."""

    stance: dict[str, Stance]
    lists: dict[str, frozenset[str]]
    sources: dict[str, frozenset[str]]


@cache
def words() -> Words:
    """Return the lists of cues.toml."""
    data = tomllib.loads(files("crosswire.annotate").joinpath("cues.toml").read_text("utf-8"))
    stance: dict[str, Stance] = {}
    for name, lemmas in data["verbs"].items():
        for lemma in lemmas:
            stance.setdefault(lemma, name)
    return Words(
        stance,
        {name: frozenset(entries) for name, entries in data["lists"].items()},
        {name: frozenset(entries) for name, entries in data["sources"].items()},
    )
