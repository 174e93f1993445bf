"""Comparing two quantities: a table of pairs as two reports would have them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.records import Quantity
from crosswire.text.hedges import hedge_after, hedge_before, widen
from crosswire.text.numbers import compare, find_numbers
from crosswire.text.units import currency_before, unit_after


def stated(words: str, noun: str | None = None) -> Quantity:
    """A quantity from bare words, as a test needs it: hedge, number, unit, and no syntax."""
    words, _, also = words.partition(" (")
    numbers = [n for n in find_numbers(words) if n.form != "ordinal"]
    number = numbers[0]
    sign = currency_before(words, number.start)
    named = unit_after(words, number.end)
    unit = sign[0] if sign else named[0] if named else None
    hedge = hedge_before(words, sign[1] if sign else number.start)
    hedge = hedge or hedge_after(words, named[1] if named else number.end)
    low, high = widen(number, hedge.kind if hedge else None)
    name = unit.name if unit else noun or "item"
    kind = unit.kind if unit else "ratio" if number.form == "fraction" else "count"
    base = unit.base if unit else "ratio" if kind == "ratio" else name
    bounds = (unit.to_base(low), unit.to_base(high)) if unit else (low, high)
    rest = (also.rstrip(")"),) if also else ()
    text = hedge.text if hedge else None
    return Quantity(0, len(words), words, kind, number.value, low, high, name, text, noun, *bounds, base, rest)  # type: ignore[arg-type]


PAIRS = [
    ("12", "12", "same", "same value"),
    ("12", "14", "disjoint", "12 against 14"),
    ("twelve", "12", "same", "same value"),
    ("two dozen", "24", "same", "same value"),
    ("about 20 minutes", "about 25 minutes", "disjoint", "against"),
    ("about 20 minutes", "20 minutes", "compatible", "same value, other hedge"),
    ("about 20 minutes", "about 20 minutes", "same", "same value"),
    ("about 20 minutes", "22 minutes", "compatible", "within hedge"),
    ("about 2,000", "1,947", "compatible", "within hedge"),
    ("2,000", "1,947", "compatible", "rounding"),
    ("2,000", "1,700", "disjoint", "against"),
    ("at least 17", "20", "compatible", "within hedge"),
    ("at least 17", "15", "disjoint", "against"),
    ("up to 30", "12", "compatible", "within hedge"),
    ("up to 30", "45", "disjoint", "against"),
    ("as many as 20", "around 20", "compatible", "same value, other hedge"),
    ("more than 50", "60", "compatible", "within hedge"),
    ("more than 26,000", "more than 31,000", "disjoint", "against"),
    ("more than 26,000", "26,214", "compatible", "within hedge"),
    ("more than 50", "80", "disjoint", "against"),
    ("more than 50", "40", "disjoint", "against"),
    ("fewer than 10", "12", "disjoint", "against"),
    ("just over 100 km", "60 miles", "compatible", "unit conversion"),
    ("just over 100 km (60 miles)", "62 miles", "compatible", "unit conversion"),
    ("100 km", "62 miles", "compatible", "unit conversion"),
    ("100 kilometers (60 miles)", "60 miles", "same", "same value"),
    ("just over 100 km (60 miles)", "110 km (68 miles)", "compatible", "within hedge"),
    ("just over 100 km", "50 miles", "disjoint", "against"),
    ("100 km", "62.1371 miles", "compatible", "unit conversion"),
    ("6 feet", "72 inches", "same", "unit conversion"),
    ("3 hours", "180 minutes", "same", "unit conversion"),
    ("two weeks", "14 days", "same", "unit conversion"),
    ("35 days", "five weeks", "same", "unit conversion"),
    ("two years", "2 1/2 years", "disjoint", "against"),
    ("dozens", "40", "compatible", "within range"),
    ("dozens", "3", "disjoint", "against"),
    ("hundreds of thousands", "800,000", "compatible", "within range"),
    ("hundreds of thousands", "more than 1.8 million", "disjoint", "against"),
    ("tens of thousands", "20, 000", "compatible", "within range"),
    ("$1.4 billion", "$1.375 billion", "compatible", "rounding"),
    ("$138 million", "$138.7 million", "compatible", "rounding"),
    ("$139 million", "$139.7 million", "compatible", "rounding"),
    ("$137 million", "$138.7 million", "disjoint", ""),
    ("$13 million", "$13.7 million", "disjoint", ""),
    ("$3.5 billion", "$3.6 billion", "disjoint", "against"),
    ("$1.4bn", "$1.4 billion", "same", "same value"),
    ("$2 million", "2 million euros", "incomparable", "different unit"),
    ("2 million euros ($2.6 million)", "$2.6 million", "same", "same value"),
    ("almost $2 million", "£910, 000", "incomparable", "different unit"),
    ("65 percent", "65 per cent", "same", "same value"),
    ("82 percent", "65%", "disjoint", "against"),
    ("half of it", "50 percent", "same", "unit conversion"),
    ("two-thirds", "40 percent", "disjoint", "against"),
    ("5.9", "6.1", "disjoint", "against"),
    ("6.12", "6.1", "compatible", "rounding"),
    ("100 miles", "100 people", "incomparable", "different kind"),
    ("nearly 30", "27", "compatible", "within hedge"),
    ("nearly 30", "31", "disjoint", "against"),
    ("several", "5", "compatible", "within range"),
    ("20 or so", "21", "compatible", "within hedge"),
    ("50-plus", "49", "disjoint", "against"),
    ("1,250,000", "1.25 million", "same", "same value"),
    ("520,000", "400,000", "disjoint", "against"),
    ("roughly 520,000", "400,000", "disjoint", "against"),
    ("213", "231", "disjoint", "against"),
]


@pytest.mark.parametrize(("a", "b", "outcome", "reason"), PAIRS)
def test_compare(a: str, b: str, outcome: str, reason: str) -> None:
    found = compare(stated(a), stated(b))
    assert (found.outcome, reason in found.reason) == (outcome, True), found


@pytest.mark.parametrize(("a", "b", "outcome", "reason"), PAIRS)
def test_compare_does_not_depend_on_order(a: str, b: str, outcome: str, reason: str) -> None:
    assert compare(stated(b), stated(a)).outcome == outcome


def test_nouns_keep_counts_apart() -> None:
    boats, people = stated("12", "boat"), stated("12", "sailor")
    assert compare(boats, people).outcome == "compatible"
    assert compare(boats, replace(people, value=13.0, low=13, high=13)).outcome == "incomparable"
    assert compare(stated("12", "person"), stated("13", "sailor")).outcome == "disjoint"


@given(st.floats(1, 1e9), st.sampled_from(["about", "nearly", "just_over", "at_least", "up_to", None]))
def test_a_hedge_never_shuts_out_the_number_itself(value: float, hedge: str | None) -> None:
    number = next(iter(find_numbers(f"{value:.2f}")))
    low, high = widen(number, hedge)
    assert low <= number.value <= high if number.value is not None else False
