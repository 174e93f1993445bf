"""How two stated times stand to each other: a table of pairs as two reports would have them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.records import TimeExpression
from crosswire.text.dates import duration_seconds, interval, iso, relation

SPANS = [
    ("2018", "2018-01-01T00:00", "2019-01-01T00:00"),
    ("199", "1990-01-01T00:00", "2000-01-01T00:00"),
    ("2018-04", "2018-04-01T00:00", "2018-05-01T00:00"),
    ("2018-12", "2018-12-01T00:00", "2019-01-01T00:00"),
    ("2018-Q2", "2018-04-01T00:00", "2018-07-01T00:00"),
    ("2018-H2", "2018-07-01T00:00", "2019-01-01T00:00"),
    ("2018-WI", "2018-12-01T00:00", "2019-03-01T00:00"),
    ("2018-W16", "2018-04-16T00:00", "2018-04-23T00:00"),
    ("2018-W16-WE", "2018-04-20T18:00", "2018-04-23T00:00"),
    ("2018-04-17", "2018-04-17T00:00", "2018-04-18T00:00"),
    ("2018-04-17TNI", "2018-04-17T18:00", "2018-04-18T06:00"),
    ("2018-04-17T09:30", "2018-04-17T09:30", "2018-04-17T09:31"),
    ("2018-04-17T09", "2018-04-17T09:00", "2018-04-17T10:00"),
    ("2018-04-17T09:30:15Z", "2018-04-17T09:30:15", "2018-04-17T09:30:16"),
]


@pytest.mark.parametrize(("value", "first", "last"), SPANS)
def test_interval(value: str, first: str, last: str) -> None:
    bounds = interval(value)
    assert bounds is not None
    assert (iso(bounds[0]), iso(bounds[1])) == (first, last)


@pytest.mark.parametrize("value", ["PRESENT_REF", "XXXX-04-17", "XXXX-WXX-2", "2018-13", "2018-02-30", "", "P2D"])
def test_no_interval(value: str) -> None:
    assert interval(value) is None


def at(value: str, hedge: str | None = None) -> TimeExpression:
    """A date or time of a value, with a hedge."""
    bounds = interval(value)
    first, last = (iso(bounds[0]), iso(bounds[1])) if bounds else (None, None)
    kind = "duration" if value.startswith("P") and "_" not in value else "time" if "T" in value else "date"
    basis = "stated" if bounds else "absent"
    return TimeExpression(0, 1, "t", kind, "day", value, first, last, basis, hedge)  # type: ignore[arg-type]


PAIRS = [
    ("2018-04-17", "2018-04-17", "same"),
    ("2018-04-17", "2018-04-18", "disjoint"),
    ("2018-04-17", "2018-04", "contains"),
    ("2018-04-17", "2018", "contains"),
    ("2018-04-17", "2018-W16", "contains"),
    ("2018-04-17", "2018-W15", "disjoint"),
    ("2018-04-21", "2018-W16-WE", "contains"),
    ("2018-W16", "2018-04", "contains"),
    ("2018-W18", "2018-04", "overlaps"),
    ("2018-04", "2018-Q2", "contains"),
    ("2018-04", "2018-SU", "disjoint"),
    ("2018", "201", "contains"),
    ("2018", "2017", "disjoint"),
    ("2018-04-17TNI", "2018-04-17", "overlaps"),
    ("2018-04-17TNI", "2018-04-18", "overlaps"),
    ("2018-04-17TMO", "2018-04-17", "contains"),
    ("2018-04-17TMO", "2018-04-17TEV", "disjoint"),
    ("2018-04-17TEV", "2018-04-17TNI", "overlaps"),
    ("2018-04-17T09:30", "2018-04-17TMO", "contains"),
    ("2018-04-17T02:00", "2018-04-17TMO", "contains"),
    ("2018-04-17T09:30", "2018-04-17T09:45", "disjoint"),
    ("2018-04-17T09:30Z", "2018-04-17T11:30+02:00", "same"),
    ("2018-04-17T09:30Z", "2018-04-17T09:30+02:00", "disjoint"),
    ("2018-04-17T09:30Z", "2018-04-17T12:30", "unknown"),
    ("2018-04-17T09:30Z", "2018-04-19T09:30", "disjoint"),
    ("XXXX-04-17", "2018-04-17", "contains"),
    ("XXXX-04-17", "2018-04-18", "disjoint"),
    ("XXXX-04-17", "XXXX-04-17", "same"),
    ("XXXX-04-17", "XXXX-05-17", "disjoint"),
    ("XXXX-04", "XXXX-04-17", "contains"),
    ("XXXX-04", "2018-05", "disjoint"),
    ("XXXX-04", "2018-04", "contains"),
    ("XXXX-WXX-2", "2018-04-17", "contains"),
    ("XXXX-WXX-3", "2018-04-17", "disjoint"),
    ("XXXX-WXX-2", "XXXX-WXX-2", "same"),
    ("XXXX-WXX-2", "XXXX-WXX-5", "disjoint"),
    ("XXXX-WXX-1TNI", "XXXX-WXX-2", "unknown"),
    ("XXXX-WXX-2TMO", "XXXX-WXX-2", "contains"),
    ("XXXX-WXX-2TMO", "XXXX-WXX-2TEV", "disjoint"),
    ("XXXX-WXX-2", "XXXX-04", "unknown"),
    ("XXXX-XX-XXT20:45", "XXXX-XX-XXT20:45", "same"),
    ("XXXX-XX-XXT20:45", "XXXX-XX-XXT21:00", "disjoint"),
    ("XXXX-XX-XXT20:45Z", "XXXX-XX-XXT22:45+02:00", "same"),
    ("XXXX-XX-XXT20:45Z", "XXXX-XX-XXT22:45", "unknown"),
    ("XXXX-WXX-2T09:30", "XXXX-WXX-2TMO", "contains"),
    ("PAST_REF", "2018-04-17", "unknown"),
    ("PRESENT_REF", "PRESENT_REF", "unknown"),
    ("XXXX-XX-XX", "XXXX-WXX-2", "unknown"),
    ("P2D", "P2D", "same"),
    ("P2W", "P14D", "overlaps"),
    ("P2Y", "P5Y", "disjoint"),
    ("PXD", "P3D", "unknown"),
    ("PT90M", "PT20M", "disjoint"),
    ("P2D", "2018-04-17", "unknown"),
]


@pytest.mark.parametrize(("a", "b", "expected"), PAIRS)
def test_relation(a: str, b: str, expected: str) -> None:
    assert relation(at(a), at(b)) == expected
    assert relation(at(b), at(a)) == expected


HEDGED = [
    ("XXXX-XX-XXT20:45", "about", "XXXX-XX-XXT21:00", "shortly before", "contains"),
    ("XXXX-XX-XXT21:00", "around", "XXXX-XX-XXT20:45", None, "contains"),
    ("XXXX-XX-XXT21:00", "around", "XXXX-XX-XXT18:00", None, "disjoint"),
    ("XXXX-XX-XXT09:00", "just after", "XXXX-XX-XXT09:00", "around", "overlaps"),
    ("2018", "since", "2019-04-17", None, "contains"),
    ("2018-04-17", "after", "2018-04-10", None, "disjoint"),
    ("2018-04-17", "before", "2018-04-10", None, "contains"),
    ("2018-04-17", "by", "2018-05", None, "disjoint"),
]


@pytest.mark.parametrize(("a", "hedge_a", "b", "hedge_b", "expected"), HEDGED)
def test_hedged_relation(a: str, hedge_a: str | None, b: str, hedge_b: str | None, expected: str) -> None:
    assert relation(at(a, hedge_a), at(b, hedge_b)) == expected


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
def test_a_minute_lies_within_its_day_month_and_year(moment: datetime) -> None:
    minute = at(moment.strftime("%Y-%m-%dT%H:%M"))
    for wider in ("%Y-%m-%d", "%Y-%m", "%Y"):
        assert relation(minute, at(moment.strftime(wider))) == "contains"


@given(st.integers(1, 10_000), st.sampled_from(["D", "W", "M", "Y"]))
def test_a_duration_holds_its_own_count(count: int, unit: str) -> None:
    bounds = duration_seconds(f"P{count}{unit}")
    assert bounds is not None
    assert 0 < bounds[0] < bounds[1]
