"""Words by what they tell of a deed (``deeds.toml``)."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("crosswire.reconcile").joinpath("deeds.toml").read_text("utf-8"))


@cache
def listed(*lists: str) -> frozenset[str]:
    """The words of one list of the table or more."""
    return frozenset(word for name in lists for word in _table()[name])


@cache
def _rows() -> Mapping[str, tuple[tuple[int, frozenset[str]], ...]]:
    """The rows of ``one_deed`` in which a verb stands, each with the words of which it needs one beside it."""
    rows: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
    for number, row in enumerate(_table()["one_deed"]):
        for entry in row:
            verb, _, beside = entry.partition(": ")
            rows[verb] = (*rows.get(verb, ()), (number, frozenset(beside.split())))
    return rows


def deeds(verb: str, words: Collection[str]) -> frozenset[int]:
    """Which deeds of the table a verb tells among the words of its clause: "ended her bid" and "dropped out of the
    race" tell one."""
    return frozenset(row for row, beside in _rows().get(verb, ()) if not beside or not beside.isdisjoint(words))


@cache
def exclusive() -> tuple[tuple[frozenset[str], str, frozenset[str], str], ...]:
    """Rows of verbs that tell two deeds of which only one is done, each side with the role of whom it is told of."""
    rows = (row for row in _table()["exclusive"])
    return tuple((frozenset(row["one"]), row["of"], frozenset(row["other"]), row["to"]) for row in rows)
