"""Two figures or times that are known to answer one question."""

from dataclasses import replace

import pytest

from crosswire.records import Quantity, TimeExpression
from crosswire.text.answers import compare_answers, compare_times


def count(value: float | None, low: float, high: float, noun: str | None = None, hedge: str | None = None) -> Quantity:
    unit = noun or "person"
    return Quantity(0, 2, str(value), "count", value, low, high, unit, hedge, noun, low, high, unit)


TWELVE, FORTY = count(12, 12, 12), count(40, 40, 40)


@pytest.mark.parametrize(
    ("a", "b", "outcome"),
    [
        (TWELVE, TWELVE, "same"),
        (TWELVE, FORTY, "disjoint"),
        (count(12, 12, 12, "passenger"), count(12, 12, 12, "sailor"), "same"),
        (count(12, 12, 12, "passenger"), count(14, 14, 14, "sailor"), "disjoint"),
        (count(2000, 1800, 2200, hedge="about"), count(1947, 1947, 1947), "compatible"),
        # "dozens" begins at 24: 20 is near it, 5 is not.
        (count(None, 24, 99), count(20, 20, 20), "compatible"),
        (count(None, 24, 99), count(5, 5, 5), "disjoint"),
    ],
)
def test_counts(a: Quantity, b: Quantity, outcome: str) -> None:
    assert compare_answers(a, b).outcome == outcome
    assert compare_answers(b, a).outcome == outcome


def test_other_kinds_keep_their_units() -> None:
    length = replace(TWELVE, kind="length", unit="km", base_unit="m", noun=None)
    assert compare_answers(length, TWELVE).outcome == "incomparable"


def day(text: str, first: str, last: str, basis: str) -> TimeExpression:
    return TimeExpression(0, 4, text, "date", "day", first[:10], first, last, basis, None)  # type: ignore[arg-type]


def test_one_weekday_read_against_two_assumed_dates_is_one() -> None:
    here = day("Thursday", "2025-03-06T00:00", "2025-03-07T00:00", "assumed")
    there = day("thursday", "2025-03-13T00:00", "2025-03-14T00:00", "assumed")
    assert compare_times(here, there) == "same"
    assert compare_times(here, replace(there, basis="stated")) == "disjoint"
    assert compare_times(here, replace(there, text="Friday")) == "disjoint"
