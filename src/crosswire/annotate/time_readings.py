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
    return day.strftime("%Y-%m-%d")


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
    days = [datetime(y, month, day) for y in (anchor.year, anchor.year - 1, anchor.year + 1) if day <= month_days(y, month)]
    if not days:
        return None

    def strain(candidate: datetime) -> int:
        # Ninety days: a date behind is taken over a nearer one ahead unless the clause looks ahead.
        against = context.future != (candidate > anchor)
        return abs((candidate - anchor).days) + (90 if against else 0)

    return Reading("date", day_value(min(days, key=strain)), "day", True)


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
    elif context.future:
        year = anchor.year if month >= anchor.month else anchor.year + 1
    else:
        year = anchor.year if month <= anchor.month else anchor.year - 1
    return Reading("date", f"{year:04d}-{month:02d}", "month", True)


def unit_around(unit: str, shift: int, context: Context) -> Reading | None:
    """This (0), last (-1) or next (+1) unit of time against the anchor."""
    a = context.anchor
    grain: Grain = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(unit, "none")  # type: ignore[assignment]
    if a is None:
        return Reading(
            "date", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, shift))], grain, False
        )
    match unit:
        case "D":
            return Reading("date", day_value(a + timedelta(days=shift)), "day", True)
        case "W":
            return Reading("date", week_value(a + timedelta(weeks=shift)), "week", True)
        case "WE":
            weeks = shift - (1 if shift == 0 and a.isoweekday() < 4 and not context.future else 0)
            return Reading("date", week_value(a + timedelta(weeks=weeks)) + "-WE", "week", True)
        case "W2":
            return Reading("date", week_value(a + timedelta(weeks=2 * shift)), "week", True)
        case "M":
            return Reading("date", shift_months(a.replace(day=1), shift).strftime("%Y-%m"), "month", True)
        case "Q":
            index = a.year * 4 + (a.month - 1) // 3 + shift
            return Reading("date", f"{index // 4}-Q{index % 4 + 1}", "quarter", True)
        case "Y":
            return Reading("date", f"{a.year + shift:04d}", "year", True)
        case "DE":
            return Reading("date", f"{a.year // 10 + shift}", "year", True)
        case "CE":
            return Reading("date", f"{a.year // 100 + shift}", "year", True)
        case _:
            return None


def offset(count: float | None, unit: str, direction: int, base: datetime | None) -> Reading | None:
    """A count of units before (-1) or after (+1) a base: "two days ago", "a year later".

    The grain of the answer is the unit's ("three years ago" is a year, "two weeks ago" a week)."""
    grain: Grain = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}.get(unit, "none")  # type: ignore[assignment]
    if base is None or count is None:
        return Reading("date", "PAST_REF" if direction < 0 else "FUTURE_REF", grain, False)
    steps = direction * round(count)
    match unit:
        case "TS" | "TM" | "TH":
            return Reading("time", day_value(base), "none", True)
        case "D":
            return Reading("date", day_value(base + timedelta(days=steps)), "day", True)
        case "W":
            return Reading("date", week_value(base + timedelta(weeks=steps)), "week", True)
        case "W2":
            return Reading("date", week_value(base + timedelta(weeks=2 * steps)), "week", True)
        case "M":
            return Reading("date", shift_months(base, steps).strftime("%Y-%m"), "month", True)
        case "Q":
            index = base.year * 4 + (base.month - 1) // 3 + steps
            return Reading("date", f"{index // 4}-Q{index % 4 + 1}", "quarter", True)
        case "Y":
            return Reading("date", f"{base.year + steps:04d}", "year", True)
        case "DE":
            return Reading("date", f"{(base.year + 10 * steps) // 10}", "year", True)
        case _:
            return None


def duration(count: float | None, unit: str) -> Reading:
    """A length of time: "P2W", "PT90M", with X for a count that the words leave open."""
    if unit == "W2":
        count, unit = (count or 1) * 2, "W"
    clock, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    number = "X" if count is None else f"{count:g}"
    if unit == "Q":
        return Reading("duration", f"P{number}Q", "none", False)
    return Reading("duration", f"P{clock}{number}{letter}", "none", False)
