"""Comparing times: weekdays, dates and clock times as intervals, partly specified or not."""

from crosswire.reconcile.judgement import Judgement, group_fillers, linked
from crosswire.reconcile.reasons import met_times
from crosswire.records import Filler, Signal, Slot, TimeExpression
from crosswire.text.answers import compare_times, unplaced


def _time(filler: Filler) -> TimeExpression:
    assert isinstance(filler.filling, TimeExpression)
    return filler.filling


def _value(filler: Filler) -> TimeExpression:
    return unplaced(_time(filler))


def judge_times(slot: Slot) -> Judgement:
    """Judge a slot of dates or clock times: the same agree, one within or across the other is
    compatible, apart is a conflict; what can't be placed is compatible and said to be so."""
    groups = group_fillers(slot.fillers, lambda a, b: compare_times(_time(a), _time(b)) == "same", _value)
    accounts = tuple((_time(g[0]).text, g) for g in groups)
    if len(groups) == 1:
        return Judgement("agree", f"All give {accounts[0][0]}.", accounts)
    for i, j in sorted(linked(slot, groups)):
        if i < j and all(compare_times(_time(a), _time(b)) == "disjoint" for a in groups[i] for b in groups[j]):
            left, right = accounts[i][0], accounts[j][0]
            signal = Signal("times that cannot both hold", 1.0, 0.0, f"{left} / {right}")
            return Judgement("conflict", f"{left} against {right}.", accounts, (signal,), (i, j))
    pairs = [(_time(a), _time(b)) for a in groups[0] for b in groups[1]]
    meeting = next((pair for pair in pairs if compare_times(*pair) != "disjoint"), pairs[0])
    return Judgement("compatible", met_times(*meeting), accounts)
