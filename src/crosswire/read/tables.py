"""The reader's word and rule tables, loaded once from the TOML file beside this one."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from crosswire.records import LineKind


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of at most ``words`` words that ``pattern`` matches from its start is of ``kind``."""

    kind: LineKind
    words: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """``rules`` in the order in which they are tried; ``tails`` open a page's foot, of which
    nothing is the article's (``sure_tails`` stand nowhere else); ``lists`` head other stories;
    ``speech`` and ``finite`` are words that make a short line prose; ``keys`` map a
    header's label to the field that it fills; ``not_names`` never begin a byline's name."""

    rules: tuple[Rule, ...]
    tails: re.Pattern[str]
    sure_tails: re.Pattern[str]
    lists: re.Pattern[str]
    speech: frozenset[str]
    finite: frozenset[str]
    small: frozenset[str]
    not_names: frozenset[str]
    keys: dict[str, str]


@cache
def tables() -> Tables:
    """Read ``lines.toml``."""
    raw = tomllib.loads(files(__package__).joinpath("lines.toml").read_text(encoding="utf-8"))
    return Tables(
        rules=tuple(Rule(r["kind"], r["words"], _any(r["patterns"])) for r in raw["rule"]),
        tails=_any(raw["tails"]["patterns"]),
        sure_tails=_any(raw["tails"]["sure"]),
        lists=_any(raw["lists"]["patterns"]),
        speech=frozenset(raw["words"]["speech"]),
        finite=frozenset(raw["words"]["finite"]),
        small=frozenset(raw["words"]["small"]),
        not_names=frozenset(raw["words"]["not_names"]),
        keys={label: field for field, labels in raw["keys"].items() for label in labels},
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


@cache
def places(group: str) -> dict[str, tuple[str, ...]]:
    """Where a fact is kept, field by field: ``group`` is "meta" or "record" of ``facts.toml``."""
    return {field: tuple(names) for field, names in _facts()[group].items()}


@cache
def article_types() -> tuple[str, ...]:
    """schema.org's types of an article, the surest first."""
    return tuple(_facts()["article_types"])


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("facts.toml").read_text(encoding="utf-8"))
