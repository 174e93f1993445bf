"""Comparing two quantities or times that are known to answer one question."""

from dataclasses import replace

from crosswire.records import Quantity, TimeExpression
from crosswire.text.dates import Relation, relation
from crosswire.text.numbers import Comparison, compare

# A vague word ("several", "dozens") has no sharp edge: another figure clashes with it only when
# it lies this many times beyond.
VAGUE = 1.5


def compare_answers(a: Quantity, b: Quantity) -> Comparison:
    """Compare two quantities that answer one question: as ``compare``, but two counts are
    compared whatever their nouns ("12 people" and "a dozen passengers"), and a vague word clashes
    only with what is far from it."""
    if a.kind == b.kind == "count":
        b = replace(b, noun=a.noun, unit=a.unit, base_unit=a.base_unit)
    found = compare(a, b)
    if found.outcome == "disjoint" and (a.value is None or b.value is None) and _near(a, b):
        return Comparison("compatible", "a vague word near it")
    if found.outcome == "disjoint" and a.kind == b.kind == "duration" and a.unit != b.unit and _rounded(a, b):
        return Comparison("compatible", "rounded to the longer unit")
    return found


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
    anchor are the same ("Thursday" in reports of the same week)."""
    found = relation(a, b)
    if found == "disjoint" and a.text.lower() == b.text.lower() and "stated" not in (a.basis, b.basis):
        return "same"
    return found
