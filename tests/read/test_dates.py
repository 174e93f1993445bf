"""Dates in lines of their own, as outlets and tokenised corpora write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.read.dates import iso, read_dates

STATED = [
    ("date 2025-03-02", [("published", "2025-03-02")]),
    ("2025-03-02T10:00:00Z", [(None, "2025-03-02T10:00:00+00:00")]),
    ("Published: 2025-03-02 10:00:00 +0100", [("published", "2025-03-02T10:00:00+01:00")]),
    ("Published: 09 Sep 2024 11: 25 GMT+02: 00", [("published", "2024-09-09T11:25:00+02:00")]),
    ("Last Updated: Monday, 28 November 2022, 02: 24 GMT", [("modified", "2022-11-28T02:24:00+00:00")]),
    ("9 September 2024 Last updated at 14: 39 GMT", [(None, "2024-09-09"), ("modified", "2024-09-09T14:39:00+00:00")]),
    ("First Posted 23: 37: 00 05 / 05 / 2020", [("published", "2020-05-05")]),
    ("Posted 11 / 27 / 2025 7: 21 AM", [("published", "2025-11-27")]),
    ("11 / 30 / 19 05: 40 PM ET", [(None, "2019-11-30T17:40:00-05:00")]),
    ("07/04/19 05:40 PM ET", [(None, "2019-07-04T17:40:00-04:00")]),
    ("11: 39am UK, Monday 09 September 2024", [(None, "2024-09-09")]),
    ("12: 48PM BST 09 Sep 2024", [(None, "2024-09-09T12:48:00+01:00")]),
    ("Nov . 30 , 2019", [(None, "2019-11-30")]),
    ("November 28th, 2022, 09: 11 GMT", [(None, "2022-11-28T09:11:00+00:00")]),
    ("November 30, 2019 at 02: 22 pm", [(None, "2019-11-30")]),
    ("THURSDAY, DECEMBER 3, 2020, 9: 36 AM", [(None, "2020-12-03")]),
    ("POSTED : 1052 GMT , April 10 , 2019", [("published", "2019-04-10T10:52:00+00:00")]),
    ("FOR IMMEDIATE RELEASE July 13, 2020", [(None, "2020-07-13")]),
    ("Published 3 March 2025 | Updated 4 March 2025", [("published", "2025-03-03"), ("modified", "2025-03-04")]),
    ("Published 10:00 UTC 3 March 2025", [("published", "2025-03-03T10:00:00+00:00")]),
    ("03/04/2025", [(None, None)]),
    ("25.12.2024", [(None, "2024-12-25")]),
]
NOT_DATES = [
    "On 3 March 2025 the ferry sank.",
    "Monday",
    "Published by Agency N",
    "March 2025",
    "31 February 2025 3 March 2025",
    "10:30",
    "5.9 earthquake",
    "",
]


@pytest.mark.parametrize(("line", "dates"), STATED)
def test_date_lines(line: str, dates: list[tuple[str | None, str | None]]) -> None:
    assert [(date.label, date.value) for date in read_dates(line)] == dates


@pytest.mark.parametrize("line", NOT_DATES)
def test_other_lines_state_no_date(line: str) -> None:
    assert read_dates(line) == ()


def test_a_day_that_does_not_exist_is_left_open() -> None:
    assert [date.value for date in read_dates("31 February 2025")] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-03-02", "2025-03-02"),
        ("2025-03-02T10:00:00", "2025-03-02"),
        ("2025-03-02T10:00:00.123Z", "2025-03-02T10:00:00+00:00"),
        ("2025-03-02T10:00:00+0100", "2025-03-02T10:00:00+01:00"),
        ("2025-03-02 10:00:00 +01:00", "2025-03-02T10:00:00+01:00"),
        ("2025-03-02 10:00:00+00:00", "2025-03-02T10:00:00+00:00"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_iso_keeps_a_time_only_with_its_zone(text: str, value: str | None) -> None:
    assert iso(text) == value


@given(st.text(max_size=80))
def test_any_line_can_be_asked(line: str) -> None:
    assert all(date.value is None or iso(date.value) == date.value for date in read_dates(line))
