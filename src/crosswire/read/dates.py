"""Dates as news pages write them in a line of their own: "11: 39am UK, Monday 09 September 2013"."""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

AMERICAN = ("et", "ct", "mt", "pt", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt")
DAYS = ("iso", "slash", "ymd", "dmy", "mdy")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a line states. ``value`` is ISO 8601: with the time of day and its zone where
    both are given, else the day alone; None where the words leave the day open ("03/04/2013")."""

    value: str | None
    label: Literal["published", "modified"] | None


@cache
def _words() -> dict[str, object]:
    return tomllib.loads(files(__package__).joinpath("dates.toml").read_text(encoding="utf-8"))


def _table(name: str) -> dict[str, object]:
    table = _words()[name]
    assert isinstance(table, dict)
    return table


def _list(name: str) -> list[str]:
    words = _words()[name]
    assert isinstance(words, list)
    return sorted(words, key=len, reverse=True)


@cache
def _pattern() -> re.Pattern[str]:
    """One alternative for each thing that a date line may hold, the longest first."""
    month = "|".join(sorted(_table("months"), key=len, reverse=True))
    weekday = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    zone = "|".join(sorted([*_table("zones"), *_table("places")], key=len, reverse=True))
    parts = (
        rf"(?P<published>\b(?:{'|'.join(_list('labels_published'))})\b)",
        rf"(?P<modified>\b(?:{'|'.join(_list('labels_modified'))})\b)",
        r"(?P<iso>\b\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:z\b|[+-]\d{2}:?\d{2}))",
        r"(?P<slash>\b\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b)",
        r"(?P<ymd>\b\d{4}(?P<ysep>[/.-])\d{1,2}(?P=ysep)\d{1,2}(?:\b|t(?=\d)))",
        rf"(?P<dmy>\b\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?(?:{month})\b\.?,?[ -](?:19|20)\d\d\b)",
        rf"(?P<mdy>\b(?:{month})\b\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b)",
        (
            r"(?P<clock>(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
            rf"|\b\d{{4}}(?= ?(?:{zone}|hrs|hours)\b))"
        ),
        rf"(?P<offset>(?:\b(?:gmt|utc)\s?)?[+-]\d{{1,2}}:?\d{{2}}\b)|(?P<zone>\b(?:{zone})\b)",
        rf"(?P<skip>\b{weekday}\b\.?|\b(?:{'|'.join(_list('fillers'))})\b|[\s,;:|()·•–—@/-])",
    )
    return re.compile("|".join(parts), re.IGNORECASE)


def read_dates(line: str) -> tuple[Stated, ...]:
    """Read a line that says nothing but when. Gives the dates in order with what each of them
    dates ("Published", "Updated"); nothing for a line that holds other words or no full date."""
    if len(line) > 160:
        return ()
    tidy = _tidy(line)
    found: list[list[tuple[str, str]]] = [[]]
    place = 0
    for match in _pattern().finditer(tidy):
        if match.start() != place:
            return ()
        place = match.end()
        kind = match.lastgroup or ""
        day = kind in DAYS
        if kind in ("published", "modified") and any(k != "clock" for k, _ in found[-1]):
            found.append([])
        elif day and any(k in DAYS for k, _ in found[-1]):
            return ()
        if kind != "skip":
            found[-1].append((kind, match.group()))
    if place != len(tidy):
        return ()
    _share_day(found)
    read = [_stated(dict(parts)) for parts in found]
    return tuple(r for r in read if r) if all(read) else ()


def _tidy(line: str) -> str:
    """Close the gaps that tokenised corpora leave: "11 / 27 / 2005 7: 21 AM", "Nov . 30 , 2009"."""
    line = re.sub(r"\s+", " ", line.strip())
    line = re.sub(r"(?<=\w) (?=[,.])", "", line)
    line = re.sub(r"(?<=\d)( ?[:/] ?| - (?=\d\d\b))(?=\d)", lambda m: m.group().strip(), line)
    line = re.sub(r"(?<=\d)\. (?=\d\d\b)", ".", line)
    return re.sub(r"\b([ap])\. ?(m)\b", r"\1.\2", line, flags=re.IGNORECASE)


def _share_day(found: list[list[tuple[str, str]]]) -> None:
    """In "9 September 2013 Last updated at 14:39 GMT" the clock is of the same day."""
    for before, after in pairwise(found):
        if any(k == "clock" for k, _ in after) and not any(k in DAYS for k, _ in after):
            after.extend((k, words) for k, words in before if k in DAYS and k != "iso")


def _stated(parts: dict[str, str]) -> Stated | None:
    """Put the parts of one date together. None where there is no day among them."""
    label: Literal["published", "modified"] | None = None
    if "modified" in parts:
        label = "modified"
    elif "published" in parts:
        label = "published"
    if "iso" in parts:
        return Stated(iso(parts["iso"]), label)
    zone = parts.get("zone", "").lower()
    if not any(k in parts for k in DAYS):
        return None
    day = _day(parts, zone in AMERICAN)
    if day is None:
        return Stated(None, label)
    clock = _clock(parts["clock"]) if "clock" in parts else None
    where = _zone(parts.get("offset", ""), zone)
    if clock is None or where is None:
        return Stated(day.isoformat(), label)
    moment = datetime(day.year, day.month, day.day, *clock, tzinfo=where)
    return Stated(moment.isoformat(), label)


def _day(parts: dict[str, str], american: bool) -> date | None:
    words = re.findall(r"\d+|[a-z]+", next(parts[k] for k in DAYS if k in parts).lower())
    months = _table("months")
    try:
        if "ymd" in parts:
            return date(int(words[0]), int(words[1]), int(words[2]))
        if "slash" in parts:
            return _numeric_day(int(words[0]), int(words[1]), int(words[2]), american)
        month = next(int(str(months[w])) for w in words if w in months)
        day = next(int(w) for w in words if w.isdigit())
        return date(int(words[-1]), month, day)
    except ValueError:
        return None


def _numeric_day(first: int, second: int, year: int, american: bool) -> date | None:
    """Read 11/30/09. Which is the month is known only where one number can't be, where both are
    the same, or where an American zone stands beside it."""
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    if american or second > 12 or first == second:
        return date(year, first, second)
    return date(year, second, first) if first > 12 else None


def _clock(text: str) -> tuple[int, int, int] | None:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if len(numbers) == 1 and numbers[0] >= 100:
        numbers = [numbers[0] // 100, numbers[0] % 100]
    hour, minute, second = (*numbers, 0, 0)[:3]
    if half := re.search(r"[ap](?=\.?m)", text.lower()):
        hour = hour % 12 + (12 if half.group() == "p" else 0)
    return (hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _zone(offset: str, name: str) -> timezone | ZoneInfo | None:
    if offset:
        sign, hours, minutes = re.findall(r"([+-])(\d{1,2}):?(\d{2})", offset)[0]
        ahead = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(ahead if sign == "+" else -ahead) if ahead < timedelta(hours=24) else None
    if name in _table("zones"):
        return timezone(timedelta(minutes=int(str(_table("zones")[name]))))
    try:
        return ZoneInfo(str(_table("places")[name])) if name in _table("places") else None
    except ZoneInfoNotFoundError:
        return None


def iso(text: str) -> str | None:
    """Bring an ISO 8601 date or date-time to one form. A time of day without a zone fixes no
    instant, so only its day is kept. None for anything else."""
    text = re.sub(r"\s(?=z$|[+-]\d)", "", text.strip(), flags=re.IGNORECASE).upper()
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text) if "T" in text or ":" in text else text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if "T" not in text and ":" not in text:
        return moment.date().isoformat()
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.replace(microsecond=0, tzinfo=UTC if not moment.utcoffset() else moment.tzinfo).isoformat()
