"""Comparing two quantities or times that are known to answer one question."""

import math
import re
from dataclasses import replace

from crosswire.records import Quantity, TimeExpression
from crosswire.text.dates import Relation, relation
from crosswire.text.numbers import Comparison, compare

# A vague word ("several", "dozens") has no sharp edge, and a writer who has no figure yet takes one: another figure
# clashes with it only when it lies this many times beyond ("several" were held, "at least 24" were).
VAGUE = 3.0


# From here on a figure is written with a word for its scale ("1.2 million"), which a slip can change.
SCALED = 1e5
# Currencies that a bare "$" may stand for, so that "$5 million" and "A$5 million" can be one amount.
DOLLARS = frozenset(("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"))
# Words of a time that name an edge: two different ones of a kind can't both be it ("since 2003", "since 2005").
EDGES = frozenset(("since", "until", "till", "by", "from", "starting"))


def compare_answers(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities that answer one question: as ``compare``, but two counts are
    compared whatever their nouns ("12 people" and "a dozen passengers"), and a vague word clashes
    only with what is far from it."""
    if a.kind == b.kind == "count":
        b = replace(b, noun=a.noun, unit=a.unit, base_unit=a.base_unit)
    found = compare(a, b)
    if found.outcome == "incomparable" and a.kind == b.kind == "money" and one_figure(a, b):
        return _currencies(a, b)
    if found.outcome == "disjoint" and (a.value is None or b.value is None) and _near(a, b):
        return Comparison("compatible", "a vague word near it")
    if found.outcome == "disjoint" and a.kind == b.kind == "duration" and a.unit != b.unit and _rounded(a, b):
        return Comparison("compatible", "rounded to the longer unit")
    return found


def one_figure(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities are one figure of two sizes: another unit, currency or scale stands beside it ("25 years",
    "25 months"; "$7.3 million", "€7.3 billion"). Two figures of two things are seldom the same figure."""
    if a.kind != b.kind:
        return False
    if a.unit != b.unit and a.kind != "count":
        return (a.value, a.low, a.high) == (b.value, b.low, b.high) and a.high < math.inf
    if not a.value or not b.value:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return low >= SCALED and any(math.isclose(high, low * scale) for scale in (1e3, 1e6, 1e9))


def _currencies(a: Quantity, b: Quantity) -> Comparison:
    """One figure in two currencies: another amount, but for dollars whose country one report leaves out."""
    bare = any(re.match(r"\W*\$", q.text) for q in (a, b))
    if "XXX" in (a.unit, b.unit) or (bare and a.unit in DOLLARS and b.unit in DOLLARS):
        return Comparison("compatible", "a currency left open")
    return Comparison("disjoint", f"{a.text.strip()} against {b.text.strip()}")


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether two durations in different units are within a quarter of the longer unit: eight
    days are about a week, 40 days are not a month."""
    units = [abs(q.base_low / q.value) for q in (a, b) if q.value]
    return len(units) > 1 and abs(a.base_low - b.base_low) <= max(units) / 4


def _near(a: Quantity, b: Quantity) -> bool:
    low, high = (a, b) if a.base_high < b.base_low else (b, a)
    return high.base_low <= VAGUE * max(low.base_high, 1.0)


def compare_times(a: TimeExpression, b: TimeExpression) -> Relation:
    """Compare two times of one happening: as ``relation``, but the same words with an assumed
    anchor are the same ("Thursday" in reports of the same week), and one edge stated twice ("since
    July 24", "since July 20") is compared by its own day."""
    if a.hedge == b.hedge and a.hedge in EDGES:
        a, b = replace(a, hedge=None), replace(b, hedge=None)
    found = relation(a, b)
    if found == "disjoint" and a.text.lower() == b.text.lower() and "stated" not in (a.basis, b.basis):
        return "same"
    return found
