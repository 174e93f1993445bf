"""Comparing quantities: counts, money, durations and measures as intervals with hedges."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations

from crosswire.reconcile.judgement import Judgement, first_of_each, group_fillers, linked
from crosswire.reconcile.reasons import met_quantities
from crosswire.reconcile.updates import Order, replaced_within, supersedes
from crosswire.records import Article, Filler, Quantity, Signal, Slot
from crosswire.text.answers import compare_answers, one_figure, unplaced
from crosswire.text.numbers import last_digit
from crosswire.text.numerals import table

# Hedges by the side of their figure on which the true one lies.
BELOW = frozenset(("nearly", "under"))
ABOVE = frozenset(("over", "just_over"))
# A figure without a hedge lies beyond another's edge from so much of it on.
BEYOND = 0.01
# A percentage may be told in tens, but nobody rounds it by more points than this ("90 percent" is not 93.9).
ROUNDED_SHARE = 2.5
# A toll seldom becomes so many times another: a day's dead and all of them are two figures.
GROWTH = 10.0


def _quantity(filler: Filler) -> Quantity:
    assert isinstance(filler.filling, Quantity)
    return filler.filling


def _same(a: Filler, b: Filler) -> bool:
    return compare_answers(_quantity(a), _quantity(b)).outcome == "same"


def _value(filler: Filler) -> Quantity:
    return unplaced(_quantity(filler))


def judge_quantities(slot: Slot, articles: dict[str, Article]) -> Judgement:
    """Judge a slot of quantities: all the same agree; intervals that all meet are compatible;
    two that cannot both hold are an update where time or wording says that one replaces the
    other, else a conflict.

    >>> # "12 dead" / "14 dead" with nothing to order them: conflict
    """
    groups = group_fillers(slot.fillers, _same, _value)
    accounts = tuple((_answer(g), g) for g in groups)
    replaced = _replaced(slot, groups, accounts, articles)
    if replaced:
        return replaced
    if len(groups) == 1:
        return Judgement("agree", f"All give {accounts[0][0]}.", accounts)
    met: str | None = None
    joined = linked(slot, groups)
    # Each filler against each, by value: one account may hold a hedged and an exact figure.
    told = [list(first_of_each(group, _value)) for group in groups]
    for i, j in combinations(range(len(groups)), 2):
        found = [(compare_answers(_quantity(a), _quantity(b)), a, b) for a in told[i] for b in told[j]]
        apart = [
            (a, b) for result, a, b in found if result.outcome == "disjoint" or _exclude(_quantity(a), _quantity(b))
        ]
        if len(apart) == len(found):
            left, right = accounts[i][0], accounts[j][0]
            signal = Signal("figures that cannot both hold", 1.0, 0.0, f"{left} / {right}")
            if (i, j) in joined:
                order = supersedes(groups[i], groups[j], articles)
                # "Rose to 9-5" replaces no 10-5, nor "a revised $2.2 trillion" a $2.2 billion, which is a slip.
                p, q = _quantity(groups[i][0]), _quantity(groups[j][0])
                if order and p.kind != "score" and not one_figure(p, q):
                    return Judgement("update", order.reason(left, right), accounts, (signal, order.signal), (i, j))
                return _clashing(slot, (groups[i][0], groups[j][0]), signal)
        grown = _grown(groups[i], groups[j], articles) if (i, j) in joined and not apart else None
        if grown:
            signal = Signal("a floor that a later figure passes", 1.0, 0.0, f"{accounts[i][0]} / {accounts[j][0]}")
            why = grown.reason(accounts[i][0], accounts[j][0])
            return Judgement("update", why, accounts, (signal, grown.signal), (i, j))
        near = next((x for x in found if x[0].outcome != "disjoint"), None)
        if met is None and near:
            result, a, b = near
            met = met_quantities(_quantity(a), _quantity(b), result)
    return Judgement("compatible", met or "The figures may tell of different things.", accounts)


def _grown(one: Sequence[Filler], other: Sequence[Filler], articles: Mapping[str, Article]) -> Order | None:
    """The order of a floor of a count ("at least 1,400") and a larger one, be it a floor as well, told as newer
    ("raised to 1,941")."""
    if _quantity(one[0]).kind != "count":
        return None
    floor = [all(_side(_quantity(f)) == "at_least" for f in side) for side in (one, other)]
    if not any(floor):
        return None
    one_is_low = floor[0] and (not floor[1] or _quantity(one[0]).base_low < _quantity(other[0]).base_low)
    low, high = (one, other) if one_is_low else (other, one)
    floor_told, told = max(_quantity(f).base_low for f in low), min(_quantity(f).base_low for f in high)
    if not floor_told < told <= GROWTH * floor_told:
        return None
    order = supersedes(one, other, articles)
    return order if order and order.later_is_right is one_is_low else None


def _clashing(slot: Slot, sides: tuple[Filler, Filler], signal: Signal) -> Judgement:
    """A conflict, in which a figure and the same figure with "about" are one account."""
    groups = group_fillers(slot.fillers, _one_value, _value)
    accounts = tuple((_answer(g), g) for g in groups)
    i, j = (next(n for n, group in enumerate(groups) if side in group) for side in sides)
    return Judgement("conflict", f"{accounts[i][0]} against {accounts[j][0]}.", accounts, (signal,), (i, j))


def _one_value(a: Filler, b: Filler) -> bool:
    p, q = _quantity(a), _quantity(b)
    one = p.value is not None and (p.value, p.unit) == (q.value, q.unit)
    return _same(a, b) or (one and not _exclude(p, q) and compare_answers(p, q).outcome != "disjoint")


def _exclude(p: Quantity, q: Quantity) -> bool:
    """Whether two figures of one thing cannot both hold although rounding alone would let them: one is told to lie
    below an edge at or beyond which the other lies ("fewer than 200,000" and 210,000, "nearly 40 million" and "over 41
    million", "nearly 8 percent" and "over 8 percent", "nearly 20" and "nearly 21 percent"), or two percentages without
    a hedge are too far apart for either to be the other in tens. What is only about a figure excludes nothing."""
    if p.value is None or q.value is None or p.unit != q.unit or p.kind == "age":
        return False
    exact = p.hedge is None and q.hedge is None
    if exact and p.kind == q.kind == "percent" and abs(p.value - q.value) > ROUNDED_SHARE:
        return True
    less, more = (p, q) if (p.value, _side(p) not in BELOW) <= (q.value, _side(q) not in BELOW) else (q, p)
    if less.value is None or more.value is None or _side(less) not in BELOW:
        return False
    if _side(more) in ABOVE:
        return True
    if more.hedge is None:
        return more.value >= (1 + BEYOND) * less.value
    return _side(less) == _side(more) == "nearly" and more.value - last_digit(more.value) >= less.value


def _side(quantity: Quantity) -> str | None:
    """The kind of a quantity's hedge (``hedges.toml``)."""
    return _hedges().get(quantity.hedge.lower()) if quantity.hedge else None


@cache
def _hedges() -> Mapping[str, str]:
    return {word: kind for kind, words in table("hedges.toml")["before"].items() for word in words}


def _replaced(
    slot: Slot,
    groups: tuple[tuple[Filler, ...], ...],
    accounts: tuple[tuple[str, tuple[Filler, ...]], ...],
    articles: Mapping[str, Article],
) -> Judgement | None:
    """An update where one report itself says that its second figure replaces the slot's only one, and
    another does not give that:
    "12 died" / "the toll, earlier put at 12, now stands at 14"."""
    found = [(f, *new) for f in slot.fillers if (new := replaced_within(f))]
    if not found or len(groups) != 1 or all(_gives(articles[f.claim.article], found[0][1]) for f in slot.fillers):
        return None
    newer = tuple(Filler(f.claim, q) for f, q, _ in found)
    signal = Signal("wording of an update", 1.0, 0.0, f"the words “{found[0][2]}”")
    reason = f"{_answer(newer)} replaces {accounts[0][0]}: {signal.detail}."
    return Judgement("update", reason, (*accounts, (_answer(newer), newer)), (signal,), (0, 1))


def _gives(article: Article, quantity: Quantity) -> bool:
    """Whether a report gives a figure anywhere, hedged or not, in the same words."""
    words = quantity.text
    if quantity.hedge and words.lower().startswith(quantity.hedge.lower()):
        words = words[len(quantity.hedge) :].lstrip()
    return re.search(rf"(?<![\w.,$€£]){re.escape(words)}(?!\w)", article.text) is not None


def _answer(group: tuple[Filler, ...]) -> str:
    """The words that most of the group use for the quantity, ties by the shortest."""
    texts = [_quantity(f).text for f in group]
    return min(texts, key=lambda t: (-texts.count(t), len(t), t))
