"""Readers of relative times: days by name, units before and after, durations, repetitions.

Each takes the match of its rule and the context, and gives a Reading, or None to refuse."""

import re
from datetime import timedelta

from crosswire.annotate.time_readings import (
    Context,
    Reading,
    day_value,
    duration,
    month_day,
    offset,
    unit_around,
    weekday,
    words,
)
from crosswire.annotate.time_words import edge_of, find_word, which_of
from crosswire.text.numerals import alternatives, find_numbers

Match = re.Match[str]


def read_day_name(m: Match, context: Context) -> Reading | None:
    """A day or night by name: "yesterday", "last night", "the day before"."""
    text = re.sub(r"\s+", " ", m.group().lower()).replace("'s", "").replace("’s", "")
    base, shift, absent = context.anchor, 0, "PRESENT_REF"
    if "yesterday" in text:
        shift = -2 if "day before" in text else -1
    elif "tomorrow" in text:
        shift = 2 if "day after" in text else 1
    elif text.startswith("last night"):
        shift = -1
    elif re.search(r"\b(?:that|same|previous|next|following|day before|day after)\b", text):
        base = None if _is_of_event(m) else context.reference or context.anchor
        shift = -1 if re.search(r"previous|day before", text) else 0 if re.search(r"that|same", text) else 1
    part = (
        "NI"
        if "night" in text
        else words()["parts"].get(find_word("parts", re.sub(r"tonight|overnight", "", text)) or "")
    )
    if base is None:
        value = "XXXX-XX-XX" if shift or part or text != "today" else absent
        return Reading(
            "time" if part else "date", value + (f"T{part}" if part else ""), "part" if part else "day", False
        )
    value = day_value(base + timedelta(days=shift))
    return Reading("time", f"{value}T{part}", "part", True) if part else Reading("date", value, "day", True)


def _is_of_event(m: Match) -> bool:
    """Whether a day is told by an event that is named behind it, on whatever day that was: "the day before Lee's
    death", "the day after the vote"."""
    last = m.group().lower().split()[-1]
    return (
        last in ("before", "after")
        and re.match(r"\s+(?:[A-Z]|the\b|his\b|her\b|their\b|its\b)", m.string[m.end() :]) is not None
    )


def _count(text: str) -> float | None:
    """How many units the words name; None when they leave it open."""
    lowered = text.lower()
    numbers = [n for n in find_numbers(lowered) if n.form != "ordinal"]
    if numbers and numbers[0].form == "fraction" and not re.search(r"half\s+an?\b|half-", lowered):
        return numbers[0].value
    if re.search(r"\bhalf\s+an?\b|\bhalf-", lowered):
        return 0.5
    if re.search(r"\bcouple\b", lowered):
        return 2.0
    if numbers and numbers[0].value is not None:
        return numbers[0].value + (0.5 if "and a half" in lowered and numbers[0].value == int(numbers[0].value) else 0)
    if numbers or re.search(r"\b(?:few|several|many|some|dozens|hundreds|recent)\b", lowered):
        return None
    return 1.0 + (0.5 if "half" in lowered else 0) if re.search(r"\b(?:an?|one)\b", lowered) else None


def _unit_of(text: str) -> str | None:
    m = re.search(rf"\b({alternatives(words()['units'])})s?\b", text.lower().replace("centuries", "century"))
    return words()["units"][m[1]] if m else None


def read_ago(m: Match, context: Context) -> Reading | None:
    """So much time before or after: "two days ago", "a week later"."""
    text = m.group().lower()
    unit = _unit_of(text)
    if unit is None:
        return None
    back = re.search(r"\b(?:ago|earlier|before|previously|prior|beforehand)$", text) is not None
    from_now = re.search(r"\b(?:ago|from now|from today|hence)$", text) is not None
    if text.endswith((" before", " after")) and not re.match(r"\s*(?:[.,;)]|$)", m.string[m.end() : m.end() + 3]):
        return duration(_count(text), unit)
    base = context.anchor if from_now else context.reference or context.anchor
    return offset(_count(text), unit, -1 if back else 1, base)


def read_past_units(m: Match, context: Context) -> Reading | None:
    """A stretch up to or from now: "the past two weeks"."""
    unit = _unit_of(m.group())
    return duration(_count(re.sub(r"\bfirst\b", "", m.group(), flags=re.IGNORECASE)), unit) if unit else None


def read_unit(m: Match, context: Context) -> Reading | None:
    """This, last or next unit: "last week", "later this year"."""
    text = re.sub(r"\s+", " ", m.group().lower())
    unit = "WE" if "weekend" in text else _unit_of(text)
    if unit is None or unit in ("TS", "TM", "TH") or text.startswith("following"):
        return None
    which = which_of(text)
    if which is None:
        if re.search(r"\bthat\b", text) and context.reference:
            return unit_around(unit, 0, Context(context.reference, None, False))
        if unit == "WE" or (
            unit in ("Y", "M", "Q", "D", "W") and edge_of(text) and re.match(r"(?:later|earlier|late|early)", text)
        ):
            reading = unit_around(unit, 0, context)
            return Reading("date", reading.value, reading.grain, reading.anchored, edge_of(text)) if reading else None
        return None
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
    if re.search(r"s$", text) and unit != "WE":
        return Reading("date", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift], "none", False)
    against = context
    if which in ("previous", "following", "same") and context.reference:
        against = Context(context.reference, None, context.future)
    if (which == "past" or (which == "coming" and unit != "WE")) and "this" not in text:
        return duration(1, unit)
    reading = unit_around(unit, shift, against)
    if reading is None:
        return None
    edge = edge_of(text)
    if re.match(r"(?:earlier|later)\b", text):
        edge = None
    return Reading(
        "date",
        reading.value,
        reading.grain,
        reading.anchored,
        edge,
        text.split()[0] if re.match(r"(?:earlier|later)\b", text) else None,
    )


def read_set(m: Match, context: Context) -> Reading | None:
    """A repetition: "every Tuesday", "daily"."""
    text = re.sub(r"\s+", " ", m.group().lower())
    if text in words()["sets"]:
        return Reading("set", words()["sets"][text], "none", False)
    name = find_word("weekdays", text)
    if name:
        return Reading("set", f"XXXX-WXX-{words()['weekdays'][name]}", "day", False)
    unit = _unit_of(text)
    if unit is None:
        part = find_word("parts", text)
        return Reading("set", f"XXXX-XX-XXT{words()['parts'][part]}", "part", False) if part else None
    count = _count(re.sub(r"\b(?:once|twice|three times|\d+ times)\b", "", text)) or 1
    return Reading("set", duration(2 if "other" in text else count, unit).value, "none", False)


def read_duration(m: Match, context: Context) -> Reading | None:
    """A length of time: "20 minutes", "two-year"."""
    text = m.group().lower()
    unit = _unit_of(text)
    if unit is None:
        return None
    if re.match(r"an?\s+(?:second|night|weekend|quarter)\b", text) or re.match(
        r"(?:one|some)\s+(?:day|night|week|weekend)\b", text
    ):
        return None
    if re.match(r"an?\s", text) and not _is_span(m):
        return None
    if "long" in text and not re.search(r"\d", text) and _count(text) is None:
        return duration(1, unit)
    return duration(_count(text), unit)


def _is_span(m: Match) -> bool:
    """Whether "a week" is a length of time there, not a rate ("$5 a week")."""
    before = m.string[max(0, m.start() - 16) : m.start()]
    after = m.string[m.end() : m.end() + 8]
    if re.search(
        r"(?:[\d%]|dollars?|times|once|twice|percent|barrels|hours|cents|million|billion|tons|euros|s)\s+$", before
    ) and not re.search(r"\b(?:less|this|was|is|has|its|his)\s+$", before):
        return False
    return (
        re.search(
            r"\b(?:for|within|in|after|over|than|about|nearly|almost|least|around|under|took|takes|last|just|half|of|lasted|once|to|spent|only|is|was|by|before)\s+$",
            before,
            re.IGNORECASE,
        )
        is not None
        or re.match(r"\s+(?:of|and|to|long)\b", after) is not None
    )


def read_part_only(m: Match, context: Context) -> Reading | None:
    """A part of a day, with the day or without: "in the morning", "the early hours of June 10"."""
    text = m.group().lower()
    part = words()["parts"][find_word("parts", text) or "night"]
    name, month, figure = find_word("weekdays", text), find_word("months", text), re.search(r"\d{1,2}", text)
    stated = month_day(words()["months"][month], int(figure.group()), None, context) if month and figure else None
    if name and not stated:
        stated = weekday(words()["weekdays"][name], context, None)
    if stated:
        return Reading("time", f"{stated.value}T{part}", "part", stated.anchored)
    day = day_value(context.reference or context.anchor) if context.anchor else "XXXX-XX-XX"
    return Reading("time", f"{day}T{part}", "part", context.anchor is not None)


def read_reference(m: Match, context: Context) -> Reading | None:
    """A time that only points: "now", "recently"."""
    value = words()["references"][re.sub(r"\s+", " ", m.group().lower())]
    return Reading("date", value, "none", False)
