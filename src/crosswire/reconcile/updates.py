"""Update or conflict: does a later report or its wording replace an earlier one?"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from crosswire.records import Article, Filler, Quantity, Signal
from crosswire.text.answers import compare_answers
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


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of updates.toml."""

    newer: re.Pattern[str]
    rising: re.Pattern[str]
    falling: re.Pattern[str]
    older: re.Pattern[str]
    open: re.Pattern[str]
    replaced: re.Pattern[str]
    growing: frozenset[str]


@cache
def _words() -> _Words:
    table = tomllib.loads(files("crosswire.reconcile").joinpath("updates.toml").read_text("utf-8"))

    def words(kind: str) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{'|'.join(table[kind])})\b", re.IGNORECASE)

    hedge = r"(?:\s+(?:about|around|at least|nearly|more than|some))?"
    replaced = re.compile(rf"(?:\b(?:{'|'.join(table['from'])})|,\s+not){hedge}\s+\W?$", re.IGNORECASE)
    growing = frozenset(table["growing"])
    return _Words(words("newer"), words("rising"), words("falling"), words("older"), words("open"), replaced, growing)


# How far from the figure, in characters, its word may stand within the sentence: "the ministry, which has since opened
# an inquiry" tells nothing of a toll at the other end of the sentence. "Now" must stand closer.
REACH = 45
CLOSE = 20
_SENTENCE = re.compile(r"[.!?][”\"']?(?:\s|$)|\n")


def supersedes(left: Sequence[Filler], right: Sequence[Filler], articles: Mapping[str, Article]) -> Order | None:
    """Tell whether one of two accounts that cannot both hold replaces the other.

    By wording beside the figure, on one side only: "rose to", "now", "initially", "so far" (where
    the other figure is larger). By time: every report of one side was published later than every
    one of the other, and the figure is of a kind that only grows (a toll). None when nothing tells:
    then it is a conflict."""
    table = _words()
    ways = ((right, left, True), (left, right, False))
    for later, earlier, right_is_later in ways:
        grown, shrunk = _larger(later, earlier), _larger(earlier, later)
        for pattern, fits in ((table.newer, True), (table.rising, not shrunk), (table.falling, not grown)):
            mark = _mark(pattern, later, articles) if fits else None
            if mark and not _mark(pattern, earlier, articles) and not _is_from_another(mark, later, earlier):
                return _worded(right_is_later, mark)
    for later, earlier, right_is_later in ways:
        mark = _mark(table.older, earlier, articles)
        if mark and not _mark(table.older, later, articles):
            return _worded(right_is_later, mark)
        mark = _mark(table.open, earlier, articles)
        if mark and not _mark(table.open, later, articles) and _larger(later, earlier):
            return _worded(right_is_later, mark)
    return _by_time(left, right, articles, table.growing)


def _is_from_another(mark: str, later: Sequence[Filler], earlier: Sequence[Filler]) -> bool:
    """Whether words that lead to the figure replaced ("down from") lead to another than the earlier side's."""
    if not mark.lower().endswith(" from"):
        return False
    replaced = [q for f in later for q in f.claim.quantities if _leads_to(mark, f, q)]
    old = [f.filling for f in earlier if isinstance(f.filling, Quantity)]
    return bool(replaced) and all(compare_answers(q, p).outcome == "disjoint" for q in replaced for p in old)


def _leads_to(mark: str, filler: Filler, quantity: Quantity) -> bool:
    before = filler.claim.text[: max(0, quantity.start - filler.claim.start)]
    return quantity is not filler.filling and before.rstrip().lower().endswith(mark.lower())


def _worded(right_is_later: bool, mark: str) -> Order:
    return Order(right_is_later, Signal("wording of an update", 1.0, 0.0, f"the words “{mark}”"))


def replaced_within(filler: Filler) -> tuple[Quantity, str] | None:
    """The figure that the same claim puts in the place of a filler's, and the words that say so:
    14 for the 12 in "the toll rose from 12 to 14" and in "14 died, not 12 as first reported"."""
    claim, old = filler.claim, filler.filling
    if not isinstance(old, Quantity):
        return None
    mark = _words().replaced.search(claim.text[: old.start - claim.start])
    others = [
        q
        for q in claim.quantities
        if (q.kind, q.base_unit.partition("/")[2]) == (old.kind, old.base_unit.partition("/")[2])
        and q.start != old.start
        and (q.noun is None or old.noun is None or q.noun == old.noun)
        and compare_answers(q, old).outcome == "disjoint"
    ]
    return (others[0], mark.group().strip(" ,")) if mark and len(others) == 1 else None


def _mark(pattern: re.Pattern[str], side: Sequence[Filler], articles: Mapping[str, Article]) -> str | None:
    """The first words of a pattern that stand near a figure of one side, in its sentence."""
    for filler in side:
        start = filler.filling.start if filler.filling else filler.claim.start
        end = filler.filling.end if filler.filling else filler.claim.end
        text = articles[filler.claim.article].text
        before = _SENTENCE.split(text[max(0, start - REACH) : start])[-1]
        after = _SENTENCE.split(text[end : end + 2 * REACH])[0]
        gaps = [(len(before) - m.end(), m.group()) for m in pattern.finditer(before)]
        gaps += [(m.start(), m.group()) for m in pattern.finditer(after)]
        near = [(gap, words) for gap, words in gaps if gap <= (CLOSE if words.lower() == "now" else REACH)]
        if near:
            return min(near)[1]
    return None


def _larger(later: Sequence[Filler], earlier: Sequence[Filler]) -> bool:
    low = [f.filling.low for f in later if isinstance(f.filling, Quantity)]
    high = [f.filling.high for f in earlier if isinstance(f.filling, Quantity)]
    return bool(low and high) and min(low) > max(high)


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
