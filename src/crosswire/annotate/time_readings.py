"""What the words of a time mean: TimeML values against an anchor day that may be absent."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from crosswire.text.dates import month_days

Kind = Literal["date", "time", "duration", "set"]
Grain = Literal["year", "quarter", "month", "week", "day", "part", "hour", "minute", "second", "none"]


@cache
def words() -> dict[str, Any]:
    """The tables of times.toml, read once."""
    return tomllib.loads(files("crosswire.annotate").joinpath("times.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a time is read against. ``anchor`` is the article's own day (None when nothing states
    it), ``reference`` the day that the text spoke of last, ``future`` whether the clause looks ahead."""

    anchor: datetime | None
    reference: datetime | None
    future: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning: TimeML kind and value, grain, and whether the anchor was needed for it."""

    kind: Kind
    value: str
    grain: Grain
    anchored: bool
    part: str | None = None  # "start", "mid" or "end" of the interval
    hedge: str | None = None


def day_value(day: datetime) -> str:
    """A day's TimeML value."""
    return day.date().isoformat()


def week_value(day: datetime) -> str:
    """The ISO week that a day lies in."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def shift_months(day: datetime, months: int) -> datetime:
    """The same day some months on, cut to the month's length."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, month_days(year, month)))


def easter(year: int) -> datetime:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of Meeus)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    return datetime(year, month, (h + el - 7 * m + 33 * month + 19) % 32)


def weekday(number: int, context: Context, which: str | None) -> Reading:
    """A weekday: the nearest one behind the anchor (it may be the anchor's own), or ahead of it
    where the clause looks ahead; "last" is always behind, "next" always ahead."""
    if context.anchor is None:
        return Reading("date", f"XXXX-WXX-{number}", "day", False)
    back = (context.anchor.isoweekday() - number) % 7
    ahead = (number - context.anchor.isoweekday()) % 7
    if which in ("last", "past", "previous"):
        day = context.anchor - timedelta(days=back or 7)
    elif which in ("next", "coming", "following", "this coming"):
        day = context.anchor + timedelta(days=ahead or 7)
    elif which == "this":
        day = context.anchor + timedelta(days=ahead if context.future or ahead <= back else -back)
    else:
        day = context.anchor + timedelta(days=ahead if context.future else -back)
    return Reading("date", day_value(day), "day", True)


def month_day(month: int, day: int, year: int | None, context: Context) -> Reading | None:
    """A day of a month; without a year the one nearest the anchor (behind it on a tie)."""
    if not 1 <= day <= 31:
        return None
    if year is not None:
        return Reading("date", f"{year:04d}-{month:02d}-{day:02d}", "day", False)
    anchor = context.anchor
    if anchor is None:
        return Reading("date", f"XXXX-{month:02d}-{day:02d}", "day", False)
    days = [
        datetime(y, month, day) for y in (anchor.year, anchor.year - 1, anchor.year + 1) if day <= month_days(y, month)
    ]
    if not days:
        return None

    def strain(candidate: datetime) -> int:
        # Ninety days: a date behind is taken over a nearer one ahead unless the clause looks ahead.
        against = context.future != (candidate > anchor)
        return abs((candidate - anchor).days) + (90 if against else 0)

    return Reading("date", day_value(min(days, key=strain)), "day", True)


# Months behind from which a bare month is the one to come: a month that far back is said with
# "last" or its year. On AQUAINT this sets three more months right and none wrong (any of 7 to 10).
FAR_BEHIND = 8


def month_only(month: int, year: int | None, context: Context, which: str | None) -> Reading:
    """A month; without a year the last one that has begun, or the next where the clause looks ahead."""
    if year is not None:
        return Reading("date", f"{year:04d}-{month:02d}", "month", False)
    anchor = context.anchor
    if anchor is None:
        return Reading("date", f"XXXX-{month:02d}", "month", False)
    if which in ("last", "past"):
        year = anchor.year if month < anchor.month else anchor.year - 1
    elif which in ("next", "coming"):
        year = anchor.year if month > anchor.month else anchor.year + 1
    else:
        back = (anchor.month - month) % 12
        ahead = month != anchor.month and (context.future or back >= FAR_BEHIND)
        year = anchor.year if (month > anchor.month) == ahead else anchor.year + (1 if ahead else -1)
        year = anchor.year if month == anchor.month else year
    return Reading("date", f"{year:04d}-{month:02d}", "month", True)


def unit_around(unit: str, shift: int, context: Context) -> Reading | None:
    """This (0), last (-1) or next (+1) unit of time against the anchor."""
    if context.anchor is None:
        pointer = "PAST_REF" if shift < 0 else "FUTURE_REF" if shift > 0 else "PRESENT_REF"
        return Reading("date", pointer, GRAINS.get(unit, "none"), False)
    if unit == "WE" and shift == 0 and context.anchor.isoweekday() < 4 and not context.future:
        shift = -1  # early in a week, "the weekend" is the one behind
    return _shifted(unit, shift, context.anchor)


GRAINS: dict[str, Grain] = {
    "D": "day",
    "W": "week",
    "WE": "week",
    "W2": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "year",
    "CE": "year",
}


def _shifted(unit: str, steps: int, base: datetime) -> Reading | None:
    """The unit that lies some steps from the one that holds a day, in the unit's own grain."""
    quarter = base.year * 4 + (base.month - 1) // 3 + steps
    values = {
        "D": lambda: day_value(base + timedelta(days=steps)),
        "W": lambda: week_value(base + timedelta(weeks=steps)),
        "WE": lambda: week_value(base + timedelta(weeks=steps)) + "-WE",
        "W2": lambda: week_value(base + timedelta(weeks=2 * steps)),
        "M": lambda: day_value(shift_months(base.replace(day=1), steps))[:7],
        "Q": lambda: f"{quarter // 4}-Q{quarter % 4 + 1}",
        "Y": lambda: f"{base.year + steps:04d}",
        "DE": lambda: f"{base.year // 10 + steps}",
        "CE": lambda: f"{base.year // 100 + steps}",
    }
    try:
        return Reading("date", values[unit](), GRAINS[unit], True) if unit in values else None
    except (OverflowError, ValueError):
        return None  # "a million years ago" lies outside the calendar


def offset(count: float | None, unit: str, direction: int, base: datetime | None) -> Reading | None:
    """A count of units before (-1) or after (+1) a base: "two days ago", "a year later".

    The grain of the answer is the unit's ("three years ago" is a year, "two weeks ago" a week)."""
    if base is None or count is None:
        return Reading("date", "PAST_REF" if direction < 0 else "FUTURE_REF", GRAINS.get(unit, "none"), False)
    if unit in ("TS", "TM", "TH"):
        return Reading("time", day_value(base), "none", True)
    return _shifted(unit, direction * round(count), base)


def duration(count: float | None, unit: str) -> Reading:
    """A length of time: "P2W", "PT90M", with X for a count that the words leave open."""
    if unit == "W2":
        count, unit = (count or 1) * 2, "W"
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    number = "X" if count is None else f"{count:g}"
    if unit == "Q":
        return Reading("duration", f"P{number}Q", "none", False)
    return Reading("duration", f"P{clock}{number}{letter}", "none", False)
