"""The words for people behind pronouns, read once from pronouns.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.annotate.attribution_words import words


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("crosswire.annotate").joinpath("pronouns.toml").read_text("utf-8"))


@cache
def people_words() -> Mapping[str, frozenset[str]]:
    """The lists of pronouns.toml for membership tests."""
    return {key: frozenset(value) for key, value in _table().items() if isinstance(value, list)}


@cache
def weights() -> Mapping[str, float]:
    """What each sign of pronouns.toml counts."""
    return dict(_table()["weights"])


@cache
def _either() -> frozenset[str]:
    return people_words()["either"] | words().sources["persons"]


def is_person(noun: str) -> bool:
    """Whether a singular noun (its lemma) is one for a person."""
    return sex_of(noun) is not None or noun in _either() or noun.endswith("-old")


def sex_of(noun: str) -> str | None:
    """Whether a noun tells a man ("m") or a woman ("f")."""
    lists = people_words()
    if noun in lists["female"] or noun.endswith("woman"):
        return "f"
    return "m" if noun in lists["male"] or noun.endswith(("sman", "eman")) else None
