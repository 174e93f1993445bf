"""Comparing quantities: counts, money, durations and measures as intervals with hedges."""

import re
from collections.abc import Mapping
from itertools import combinations

from crosswire.reconcile.judgement import Judgement, first_of_each, group_fillers, linked
from crosswire.reconcile.reasons import met_quantities
from crosswire.reconcile.updates import replaced_within, supersedes
from crosswire.records import Article, Filler, Quantity, Signal, Slot
from crosswire.text.answers import compare_answers, unplaced


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
        apart = [(a, b) for result, a, b in found if result.outcome == "disjoint"]
        if len(apart) == len(found):
            left, right = accounts[i][0], accounts[j][0]
            signal = Signal("figures that cannot both hold", 1.0, 0.0, f"{left} / {right}")
            if (i, j) in joined:
                order = supersedes(groups[i], groups[j], articles)
                if order:
                    return Judgement("update", order.reason(left, right), accounts, (signal, order.signal), (i, j))
                return _clashing(slot, (groups[i][0], groups[j][0]), signal)
        near = next((x for x in found if x[0].outcome != "disjoint"), None)
        if met is None and near:
            result, a, b = near
            met = met_quantities(_quantity(a), _quantity(b), result)
    return Judgement("compatible", met or "The figures may tell of different things.", accounts)


def _clashing(slot: Slot, sides: tuple[Filler, Filler], signal: Signal) -> Judgement:
    """A conflict, in which a figure and the same figure with "about" are one account."""
    groups = group_fillers(slot.fillers, _one_value, _value)
    accounts = tuple((_answer(g), g) for g in groups)
    i, j = (next(n for n, group in enumerate(groups) if side in group) for side in sides)
    return Judgement("conflict", f"{accounts[i][0]} against {accounts[j][0]}.", accounts, (signal,), (i, j))


def _one_value(a: Filler, b: Filler) -> bool:
    p, q = _quantity(a), _quantity(b)
    return _same(a, b) or (p.value is not None and (p.value, p.unit) == (q.value, q.unit))


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
