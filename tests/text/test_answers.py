"""Two figures or times that are known to answer one question."""

from dataclasses import replace

import pytest

from crosswire.records import Quantity, TimeExpression
from crosswire.text.answers import compare_answers, compare_times, near_times


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
        # What is told finely rounds to no other round figure, and to a five as to a nought.
        (count(180_000, 162_000, 198_000, hedge="some"), count(188_000, 169_200, 206_800, hedge="about"), "disjoint"),
        (count(190_000, 171_000, 209_000, hedge="some"), count(188_000, 169_200, 206_800, hedge="about"), "compatible"),
        (count(150, 135, 165, hedge="about"), count(162, 162, 162), "compatible"),
        (count(24, 21, 27, hedge="about"), count(26, 26, 26), "compatible"),
        (
            count(180_000, 162_000, 198_000, hedge="nearly"),
            count(188_000, 169_200, 206_800, hedge="about"),
            "compatible",
        ),
        # "dozens" begins at 24: 20 is near it, 5 is not. "Hundreds" are no 2,500.
        (count(None, 150, 1999), count(2500, 2500, 2750, hedge="over"), "disjoint"),
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


def stated(value: str, grain: str) -> TimeExpression:
    return TimeExpression(0, 4, value, "date", grain, value, None, None, "absent", None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "near"),
    [
        (("XXXX-WXX-4", "day"), ("XXXX-WXX-5", "day"), True),
        (("XXXX-03-03", "day"), ("XXXX-03-05", "day"), True),
        (("XXXX-03-03", "day"), ("XXXX-08-19", "day"), False),
        (("XXXX-WXX-4", "day"), ("2002", "year"), False),
        (("XXXX-11", "month"), ("XXXX-12", "month"), True),
        (("XXXX-WXX-6TNI", "part"), ("XXXX-XX-XXT20:30", "minute"), False),
    ],
)
def test_times_that_may_be_one_told_otherwise(a: tuple[str, str], b: tuple[str, str], near: bool) -> None:
    assert near_times(stated(*a), stated(*b)) is near
    assert near_times(stated(*b), stated(*a)) is near


def test_dated_times_are_near_by_their_days() -> None:
    here = day("March 6", "2025-03-06T00:00", "2025-03-07T00:00", "stated")
    assert near_times(here, day("March 12", "2025-03-12T00:00", "2025-03-13T00:00", "stated"))
    assert not near_times(here, day("March 20", "2025-03-20T00:00", "2025-03-21T00:00", "stated"))
    year = replace(day("1995", "1995-01-01T00:00", "1996-01-01T00:00", "stated"), grain="year")
    assert near_times(year, replace(year, first="1997-01-01T00:00", last="1998-01-01T00:00"))
    assert not near_times(year, replace(year, first="2002-01-01T00:00", last="2003-01-01T00:00"))
