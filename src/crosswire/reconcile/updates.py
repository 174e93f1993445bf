"""Update or conflict: does a later report or its wording replace an earlier one?"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from crosswire.records import Article, Filler, Quantity, Signal
from crosswire.text.publication import published_within


@dataclass(frozen=True, slots=True)
class Order:
    """Which of two accounts replaces the other, and by what."""

    later_is_right: bool
    signal: Signal

    def reason(self, left: str, right: str) -> str:
        """One line: what was replaced by what, and why that is known."""
        old, new = (left, right) if self.later_is_right else (right, left)
        return f"{new} replaces {old}: {self.signal.detail}."


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    table = tomllib.loads(files("crosswire.reconcile").joinpath("updates.toml").read_text("utf-8"))
    new = re.compile(rf"\b(?:{'|'.join(table['newer'])})\b", re.IGNORECASE)
    old = re.compile(rf"\b(?:{'|'.join(table['older'])})\b", re.IGNORECASE)
    return new, old, frozenset(table["growing"])


def supersedes(left: Sequence[Filler], right: Sequence[Filler], articles: Mapping[str, Article]) -> Order | None:
    """Tell whether one of two accounts that cannot both hold replaces the other.

    By wording: one side says "rose to", "has since", "initially". By time: every report of one
    side was published later than every one of the other, and the figure is of a kind that only
    grows (a toll). None when nothing tells: then it is a conflict."""
    new, old, growing = _words()
    for later, earlier, right_is_later in ((right, left, True), (left, right, False)):
        newer = next((m for f in later if (m := new.search(f.claim.text))), None)
        older = next((m for f in earlier if (m := old.search(f.claim.text))), None)
        mark = newer or older
        if mark and not (newer and any(new.search(f.claim.text) for f in earlier)):
            return Order(right_is_later, Signal("wording of an update", 1.0, 0.0, f"the words “{mark.group(0)}”"))
    return _by_time(left, right, articles, growing)


def _by_time(
    left: Sequence[Filler], right: Sequence[Filler], articles: Mapping[str, Article], growing: frozenset[str]
) -> Order | None:
    """By when each figure was first published: a toll that only grows was raised, whoever still
    prints the old one afterwards."""
    first, second = (_first(side, articles) for side in (left, right))
    if first is None or second is None:
        return None
    for earlier, later, right_is_later in ((first, second, True), (second, first, False)):
        if earlier[1] <= later[0] and _grows(left, right, right_is_later, growing):
            detail = f"first published later ({later[0]:%Y-%m-%d %H:%M}), and such a figure only grows"
            return Order(right_is_later, Signal("later figure of a growing toll", 1.0, 0.0, detail))
    return None


def _first(side: Sequence[Filler], articles: Mapping[str, Article]) -> tuple[datetime, datetime] | None:
    windows = [published_within(articles[f.claim.article]) for f in side]
    stated = [window for window in windows if window]
    return min(stated) if stated and len(stated) == len(windows) else None


def _grows(left: Sequence[Filler], right: Sequence[Filler], right_is_later: bool, growing: frozenset[str]) -> bool:
    pairs = [(f, f.filling) for f in (*left, *right)]
    if not all(isinstance(q, Quantity) and q.kind == "count" for _, q in pairs):
        return False
    if not any(set(re.findall(r"[a-z]+", f.claim.text.lower())) & growing for f, _ in pairs):
        return False
    low = max(q.low for f, q in pairs if f in (left if right_is_later else right) and isinstance(q, Quantity))
    high = min(q.high for f, q in pairs if f in (right if right_is_later else left) and isinstance(q, Quantity))
    return high >= low
