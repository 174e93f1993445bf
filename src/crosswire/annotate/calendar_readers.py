"""Readers of calendar times: dates, months, years, seasons, feasts, weekdays, clock times.

Each takes the match of its rule and the context, and gives a Reading, or None to refuse."""

import re
from datetime import datetime, timedelta

from crosswire.annotate.time_readings import (
    Context,
    Reading,
    day_value,
    easter,
    month_day,
    month_only,
    unit_around,
    week_value,
    weekday,
    words,
)
from crosswire.annotate.time_words import edge_of, find_word, which_of, with_part, year_in
from crosswire.text.dates import interval

Match = re.Match[str]


def read_iso_date(m: Match, context: Context) -> Reading | None:
    """A date in figures: "2025-03-02", with or without a time."""
    value = m.group().replace("/", "-")
    if interval(value) is None:
        return None
    return Reading("time", value, "minute", False) if "T" in value else Reading("date", value, "day", False)


def read_slash(m: Match, context: Context) -> Reading | None:
    """A date with slashes, the month first unless it can't be: "11/28/2005"."""
    first, second, year = (int(x) for x in m.group().split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    month, day = (first, second) if first <= 12 else (second, first)
    return month_day(month, day, year, context) if 1 <= month <= 12 else None


def read_short_year(m: Match, context: Context) -> Reading | None:
    """A day of a month and two figures of its year: "10 Nov 11"."""
    name, figures = find_word("months", m.group()), re.findall(r"\d+", m.group())
    if name is None or len(figures) != 2:
        return None
    day, year = (int(x) for x in figures)
    return month_day(words()["months"][name], day, year + (2000 if year < 50 else 1900), context)


def _zone(text: str) -> str:
    zone = find_word("zones", re.sub(r"^[\d:.\s]+", "", text))
    if zone is None:
        return ""
    minutes = round(words()["zones"][zone] * 60)
    return "Z" if minutes == 0 else f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


# "with 7:42 to go": how much of a game is left, and no time of the day.
_GAME_CLOCK = re.compile(r"\s+(?:(?:minutes?\s+)?(?:to\s+(?:go|play)|remaining|left)|on\s+the\s+(?:\w+\s+)?clock)\b")
# "at 6:41 last night": in the second half of the day, though no "p.m." says so.
_LATE = re.compile(
    r",?\s+(?:last\s+night|tonight|(?:this|yesterday|in\s+the|(?:on\s+)?[A-Z]\w+day)\s+(?:afternoon|evening|night)|at\s+night)\b"
)


def read_clock(m: Match, context: Context) -> Reading | None:
    """A time on the clock, with its zone and day where they stand beside it."""
    text = m.group().lower()
    if text.startswith(("noon", "midnight")):
        hour, minute, digits = (12 if text.startswith("noon") else 0), 0, True
    else:
        figures = re.match(r"(\d{1,2})(?:\s?[:.]\s?([0-5]\d)|([0-5]\d))?", text)
        if figures is None:
            return None
        hour, minute = int(figures[1]), int(figures[2] or figures[3] or 0)
        digits = figures[2] is not None or figures[3] is not None
    behind = m.string[m.end() : m.end() + 30]
    if hour > 24 or minute > 59 or _GAME_CLOCK.match(behind):
        return None
    half = re.search(r"\d\s*([ap])\.?\s?m\b", text)
    if half:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    elif 5 <= hour < 12 and not text.startswith("0") and _LATE.match(behind):
        hour += 12
    stated = find_word("weekdays", text)
    day = "XXXX-XX-XX"
    anchored = False
    if stated:
        reading = weekday(words()["weekdays"][stated], context, None)
        day, anchored = reading.value, reading.anchored
    elif "yesterday" in text and context.anchor:
        day, anchored = day_value(context.anchor - timedelta(days=1)), True
    elif context.anchor:
        day, anchored = day_value(context.reference or context.anchor), True
    return Reading("time", f"{day}T{hour:02d}:{minute:02d}{_zone(text)}", "minute" if digits else "hour", anchored)


def read_month_day(m: Match, context: Context) -> Reading | None:
    """A day of a month, with or without weekday and year."""
    text = m.group()
    name = find_word("months", text)
    rest = re.sub(r"\b(?:1[5-9]|20)\d\d\b", " ", text)
    year, relative = year_in(text), re.search(r"\b(last|this|next)\s+year\b", text, re.IGNORECASE)
    if relative and context.anchor:
        year = context.anchor.year + {"last": -1, "this": 0, "next": 1}[relative[1].lower()]
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", rest)
    if name is None or day is None:
        return None
    year = year or _year_of_deed(m, words()["months"][name], int(day[1]), context)
    reading = month_day(words()["months"][name], int(day[1]), year, context)
    return with_part(reading, text) if reading else None


def _year_of_deed(m: Match, month: int, day: int, context: Context) -> int | None:
    """The year of a day that stands for what happened on it ("the Sept. 11 attacks", "the victims of Sept. 11"),
    None for a day like others."""
    named = words()["named_days"].get(f"{month:02d}-{day:02d}")
    if named is None or (context.anchor and context.anchor.year < named["year"]):
        return None
    deeds = rf"(?:{'|'.join(named['deeds'])})s?\b"
    behind = re.match(rf",?\s+(?:[\w'’-]+\s+)?{deeds}", m.string[m.end() : m.end() + 50], re.IGNORECASE)
    before = re.search(rf"\b{deeds}\s+(?:of|on|from)\s+$", m.string[max(0, m.start() - 30) : m.start()], re.IGNORECASE)
    return named["year"] if behind or before else None


def read_month(m: Match, context: Context) -> Reading | None:
    """A month, with or without year: "late December 2008", "last May"."""
    text = m.group()
    name = find_word("months", text)
    if name is None or not re.search(rf"(?:{re.escape(name)})", text, re.IGNORECASE):
        return None
    written = re.search(re.escape(name), text, re.IGNORECASE)
    if written is None or not written.group()[:1].isupper():
        return None
    if (
        name in ("may", "mar", "march", "dec", "jan", "sep", "jun", "jul")
        and len(text.split()) == 1
        and not _is_month(m, name)
    ):
        return None
    year = year_in(text)
    relative = re.search(r"\b(last|this|next)\s+year\b", text, re.IGNORECASE)
    anchored = False
    if relative and context.anchor:
        year = context.anchor.year + {"last": -1, "this": 0, "next": 1}[relative[1].lower()]
        anchored = True
    reading = month_only(words()["months"][name], year, context, None if relative else which_of(text))
    return Reading("date", reading.value, "month", reading.anchored or anchored, edge_of(text))


def _is_month(m: Match, name: str) -> bool:
    """Whether "May", "March" or a bare abbreviation stands where a month can."""
    before = m.string[max(0, m.start() - 14) : m.start()]
    return (
        re.search(
            r"\b(?:in|of|for|since|until|till|by|from|last|next|this|late|early|mid|and|or|to|between|during|through|before|after|on)[\s-]$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def read_holiday(m: Match, context: Context) -> Reading | None:
    """A feast, its weekend or its week; Easter is reckoned."""
    text = m.group().lower().replace("’", "'")
    if not re.search(r"[A-Z]", m.group()):
        return None
    year = year_in(text)
    anchored = year is None
    feast = next((h for h in sorted(words()["easter"], key=len, reverse=True) if h in text), None)
    fixed = next((h for h in sorted(words()["holidays"], key=len, reverse=True) if h in text), None)

    def on(y: int) -> datetime | None:
        if feast:
            return easter(y) + timedelta(days=words()["easter"][feast])
        if fixed:
            return datetime.fromisoformat(f"{y}-{words()['holidays'][fixed]}")
        if "thanksgiving" in text:
            first = datetime(y, 11, 1)
            return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
        if "labor day" in text:
            first = datetime(y, 9, 1)
            return first + timedelta(days=(1 - first.isoweekday()) % 7)
        if "memorial day" in text:
            last = datetime(y, 5, 31)
            return last - timedelta(days=(last.isoweekday() - 1) % 7)
        return None

    if year is None:
        if context.anchor is None:
            if fixed and "weekend" not in text:
                return Reading("date", f"XXXX-{words()['holidays'][fixed]}", "day", False)
            name = (feast or fixed or "holiday").replace(" ", "-").upper()
            return Reading("date", f"XXXX-{name}" + ("-WE" if "weekend" in text else ""), "none", False)
        days = [d for y in (context.anchor.year - 1, context.anchor.year, context.anchor.year + 1) if (d := on(y))]
        if not days:
            return None
        behind = [d for d in days if d <= context.anchor]
        ahead = [d for d in days if d >= context.anchor]
        day = min(ahead) if (context.future and ahead) or which_of(text) in ("next", "coming") else max(behind)
    else:
        stated = on(year)
        if stated is None:
            return None
        day = stated
    if "weekend" in text:
        return Reading("date", week_value(day - timedelta(days=1)) + "-WE", "week", anchored)
    return Reading("date", day_value(day), "day", anchored)


def read_quarter(m: Match, context: Context) -> Reading | None:
    """A quarter or half of a year."""
    text = m.group().lower()
    order = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
    number = next((n for word, n in order.items() if re.search(rf"\b{word}\b", text)), None)
    if number is None:
        return unit_around("Q", -1, context)
    letter = "H" if "half" in text else "Q"
    if letter == "H" and not re.search(r"year|\d{4}", text):
        return None
    year = year_in(text)
    anchored = year is None
    relative = re.search(r"\b(last|this|next)\s+year\b", text)
    if year is None and context.anchor is not None:
        year = context.anchor.year
        if relative:
            year += {"last": -1, "this": 0, "next": 1}[relative[1]]
        elif not context.future and letter == "Q" and number > (context.anchor.month - 1) // 3 + 1:
            year -= 1
    return Reading(
        "date",
        f"{year:04d}-{letter}{number}" if year else f"XXXX-{letter}{number}",
        "quarter",
        anchored and year is not None,
    )


def read_season(m: Match, context: Context) -> Reading | None:
    """A season: "last summer", "spring 2019"."""
    text = m.group().lower()
    name = find_word("seasons", text)
    if name is None or (
        name in ("fall", "spring")
        and not re.search(rf"(?:last|next|this|early|late|the)\s+{name}\b|{name}\s+(?:of\s+)?\d", text)
    ):
        return None
    if (
        name == "fall"
        and re.match(r"the\s+fall$", text)
        and not re.search(r"\bin\s+$", m.string[max(0, m.start() - 4) : m.start()], re.IGNORECASE)
    ):
        return None
    if m.group()[-len(name) :][:1].isupper() and re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]):
        return None  # "the Winter Games"
    code = words()["seasons"][name]
    year = year_in(text)
    if year is not None:
        return Reading("date", f"{year}-{code}", "quarter", False, edge_of(text))
    if context.anchor is None:
        return Reading("date", f"XXXX-{code}", "quarter", False)
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    which = which_of(text)
    year = context.anchor.year
    if (which == "last" and first + 2 >= context.anchor.month) or (
        code == "WI" and context.anchor.month < 6 and which != "next"
    ):
        year -= 1
    elif which == "next" and first <= context.anchor.month:
        year += 1
    return Reading("date", f"{year}-{code}", "quarter", True, edge_of(text))


def read_weekday(m: Match, context: Context) -> Reading | None:
    """A weekday, with or without part of the day."""
    text = m.group()
    name = find_word("weekdays", text)
    if (
        name is None
        or (written := re.search(re.escape(name), text, re.IGNORECASE)) is None
        or not written.group()[:1].isupper()
    ):
        return None
    if name in ("sun.", "sat.", "mon.", "wed.", "fri.") and not re.search(r"[A-Z]", text):
        return None
    if re.search(rf"{re.escape(name)}s\b", text, re.IGNORECASE) and "." not in name:
        return Reading("set", f"XXXX-WXX-{words()['weekdays'][name]}", "day", False)
    return with_part(weekday(words()["weekdays"][name], context, which_of(text)), text)


def read_decade(m: Match, context: Context) -> Reading | None:
    """A decade: "the 1970s", "the late sixties"."""
    text = m.group().lower()
    figures = re.search(r"(\d{3})0|['’](\d)0s", text)
    if figures:
        value = figures[1] or "19" + figures[2]
    else:
        names = {
            "twenties": "192",
            "thirties": "193",
            "forties": "194",
            "fifties": "195",
            "sixties": "196",
            "seventies": "197",
            "eighties": "198",
            "nineties": "199",
        }
        value = next(v for n, v in names.items() if n in text)
    return Reading("date", value, "year", False, edge_of(text))


def read_century(m: Match, context: Context) -> Reading | None:
    """A century."""
    figure = re.search(r"\d\d", m.group())
    names = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = int(figure.group()) if figure else next(n for w, n in names.items() if w in m.group().lower())
    return Reading("date", f"{number - 1:02d}", "year", False)


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|of|before|after|late|early|mid|through|for|to|and|the|between|around|about|season|year|fiscal|circa|than|his|her|its|their|a|or|on|as)[\s-]|[(,–-]\s*|[’']s\s)$",
    re.IGNORECASE,
)


def read_year(m: Match, context: Context) -> Reading | None:
    """A year alone, where it is no other number."""
    text = m.group()
    year = year_in(text)
    if year is None:
        return None
    before, after = m.string[max(0, m.start() - 12) : m.start()], m.string[m.end() : m.end() + 16]
    if re.search(r"[$£€¥#.]\s?$|\d[,.]$", before) or re.match(
        r"\s?(?:%|per\s?cent|miles|km|kilomet|feet|metres|meters|points|people|dollars|euros|troops|soldiers|hours|jobs|workers)",
        after,
    ):
        return None
    if not (_YEAR_BEFORE.search(before) or m.start() == 0 or text != str(year) or (1900 <= year <= 2035)):
        return None
    return Reading("date", str(year), "year", False, edge_of(text))
