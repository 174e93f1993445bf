"""Times: the expressions of when and how long, read against the article's own date."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Literal

from crosswire.annotate.counted import Counter
from crosswire.annotate.time_readings import (
    Context,
    Grain,
    Reading,
    day_value,
    duration,
    easter,
    month_day,
    month_only,
    offset,
    unit_around,
    week_value,
    weekday,
    words,
)
from crosswire.records import Article, Parse, TimeExpression
from crosswire.text.dates import interval, iso
from crosswire.text.numerals import alternatives, find_numbers
from crosswire.text.syntax import Tree

Match = re.Match[str]
_FUTURE_MODALS = ("will", "would", "shall", "'ll", "’ll", "may", "might", "could")
_FUTURE_VERBS = (
    "plan",
    "expect",
    "schedule",
    "intend",
    "hope",
    "set",
    "due",
    "go",
    "aim",
    "slate",
    "prepare",
    "want",
    "promise",
    "vow",
    "pledge",
)


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, Callable[[Match, Context], Reading | None]]]:
    """One pattern of named alternatives, the most telling first, and the reader of each."""
    w = words()
    month = rf"(?:{alternatives(w['months'])})(?![a-z])"
    wday = rf"(?:{alternatives(w['weekdays'])})(?![a-z])"
    part = rf"(?:{alternatives(w['parts'])})\b"
    zone = rf"(?:{alternatives(w['zones'])}|local\s+time|Eastern(?:\s+time)?|Pacific(?:\s+time)?|ET|PT|CT)\b"
    unit = rf"(?:{alternatives(w['units'])})s?\b"
    season = rf"(?:{alternatives(w['seasons'])})\b"
    holiday = rf"(?:{alternatives([*w['holidays'], *w['easter'], 'thanksgiving', 'thanksgiving day', 'memorial day', 'labor day'])})(?:\s+(?:weekend|holidays?|week|day))?\b"
    year = r"(?:1[5-9]|20)\d\d(?![\d,]*\d|%|-\w)"
    day = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,]\d|:|%)"
    number = (
        r"(?:(?:a\s+)?(?:few|couple(?:\s+of)?|several|dozen)|half\s+an?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
        r"(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)?|"
        r"(?:two|three|four|five|several)\s+dozen|\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:\s?[-–]?\s?\d/\d)?|many|some|hundreds\s+of|dozens\s+of|recent)"
    )
    ampm = r"(?:[ap]\.?\s?m\b\.?)"
    clock = (
        rf"(?:\d{{1,2}}(?:\s?[:.]\s?[0-5]\d)?\s*{ampm}|\d{{1,2}}\s?:\s?[0-5]\d(?:\s?:\s?[0-5]\d)?(?:\s*(?:hours|hrs|h)\b)?"
        rf"|[0-2]\d[0-5]\d(?=\s*(?:{zone}|hours\b|hrs\b|h\b))(?:\s*(?:hours|hrs|h)\b)?|noon\b|midnight\b|\d{{1,2}}\s+o['’]\s?clock\b)"
    )
    edge = r"(?:early|late|mid|earlier|later|(?:the\s+)?(?:beginning|start|end|middle|close)\s+of)"
    which = r"(?:last|next|this(?:\s+(?:past|coming))?|past|previous|following|coming|(?:the\s+)?(?:same|following|next|previous))"
    rules = [
        ("iso", r"\b\d{4}[-/]\d\d[-/]\d\d(?:T\d\d:\d\d(?::\d\d)?)?\b", _iso_date),
        ("slash", r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b", _slash),
        (
            "clockday",
            rf"\b{clock}(?:\s*\(?{zone}\)?)?(?:\s+(?:on\s+)?(?:{wday}|yesterday|today)(?:\s+{part})?)?",
            _clock,
        ),
        (
            "mdy",
            rf"\b(?:{wday},?\s+)?(?:the\s+)?(?:{part}\s+of\s+)?{month}\s+{day}\b(?:,?\s+(?:{year}))?(?:,?\s+{part})?",
            _month_day,
        ),
        ("dmy", rf"\b(?:{wday},?\s+)?(?:the\s+)?{day}\s+(?:of\s+)?{month}\b(?:,?\s+(?:{year}))?", _month_day),
        (
            "my",
            rf"\b(?:{edge}[\s-]+)?(?:{which}\s+)?{month}(?:,?\s+(?:of\s+)?(?:{year}|last\s+year|this\s+year|next\s+year))?(?=\W|$)",
            _month,
        ),
        ("holiday", rf"\b(?:{which}\s+)?{holiday}(?:,?\s+(?:{year}))?", _holiday),
        (
            "quarter",
            rf"\b(?:(?:the|{which}|its|their|fiscal|fiscal-)\s*)*(?:first|second|third|fourth|1st|2nd|3rd|4th|latest)[- ](?:fiscal[- ])?(?:quarter|half)\b(?:\s+of)?(?:\s+(?:(?:fiscal\s+)?{year}|last\s+year|this\s+year|next\s+year))?",
            _quarter,
        ),
        (
            "season",
            rf"\b(?:{edge}[\s-]+)?(?:{which}|the)\s+{season}(?:\s+of)?(?:\s+{year})?|\b{season}\s+(?:of\s+)?{year}",
            _season,
        ),
        (
            "wday",
            rf"\b(?:{edge}[\s-]+)?(?:{which}\s+)?(?:the\s+)?{wday}(?:s\b)?(?:[\s,]+(?:early\s+|late\s+)?(?:{part}))?",
            _weekday,
        ),
        (
            "dayname",
            rf"\b(?:{edge}\s+)?(?:the\s+day\s+(?:before|after)\s+)?(?:yesterday|today|tomorrow|tonight|overnight)\b(?:['’]s\b)?(?:\s+{part})?|\blast\s+night\b|\bthis\s+(?:{part})|\b(?:that|the\s+same|the\s+previous|the\s+next|the\s+following)\s+(?:{part}|day\b|night\b)|\bthe\s+day\s+(?:before|after)\b|\bthe\s+(?:next|following|previous)\s+(?:morning|day|night)\b",
            _day_name,
        ),
        (
            "ago",
            rf"\b(?:{number}[\s-]+{unit})\s+(?:ago|earlier|later|before|after|from\s+now|from\s+today|hence|previously|prior|beforehand|on)\b|\b(?:{unit})\s+(?:ago|later|earlier|after|before)\b",
            _ago,
        ),
        (
            "past",
            rf"\b(?:the\s+)?(?:past|last|next|first|previous|coming|following|final|latest|recent)\s+(?:{number}\s+)(?:or\s+(?:so|{number})\s+)?(?:{unit})",
            _past_units,
        ),
        (
            "edgeunit",
            rf"\b(?:{edge}\s+)?(?:{which}|the|that)\s+(?:{unit})(?=\W|$)|\b(?:earlier|later|late|early)\s+(?:in\s+)?(?:this|last|next|that|the)\s+(?:{unit})|\ba\s+year\s+(?:ago|earlier)\b",
            _unit,
        ),
        (
            "decade",
            r"\b(?:the\s+)?(?:early|mid|late)?[\s-]*(?:the\s+)?(?:1[5-9]|20)\d0['’]?s\b|\b(?:the\s+)?['’][2-9]0s\b|\bthe\s+(?:early|mid|late)?[\s-]*(?:sixties|seventies|eighties|nineties|fifties|thirties|twenties|forties)\b",
            _decade,
        ),
        (
            "century",
            r"\b(?:the\s+)?(?:early\s+|late\s+|mid-)?(?:\d\d(?:st|nd|rd|th)|(?:seven|eigh|nine)teenth|twentieth|twenty-first)[- ]century\b",
            _century,
        ),
        ("year", rf"\b(?:{edge}[\s-]+|fiscal\s+(?:year\s+)?)?{year}\b", _year),
        (
            "set",
            rf"\b(?:every|each)\s+(?:other\s+)?(?:{number}\s+)?(?:{unit}|{wday}|{part}|{month})|\b(?:once|twice|three\s+times|\d+\s+times)\s+(?:an?|each|every|per)\s+(?:{unit})|\b(?:{alternatives(w['sets'])})\b",
            _set,
        ),
        (
            "span",
            rf"\b(?:{number}(?:\s?-\s?|\s+)(?:(?:more|additional|full|whole|consecutive|straight|long)\s+)?(?:and\s+a\s+half\s+)?(?:{unit}))(?:\s+and\s+a\s+half)?(?!\s?-?\s?olds?\b)|\b(?:months|years|decades|weeks|days|hours|minutes|centuries)(?:-long)?\b|\b(?:year|month|week|day|hour|decade)-?long\b",
            _duration,
        ),
        ("partonly", rf"\b(?:in\s+)?(?:the\s+)(?:{part})(?=\W|$)|\b(?:dawn|dusk|daybreak)\b", _part_only),
        ("ref", rf"\b(?:{alternatives(w['references'])})\b", _reference),
    ]
    pattern = "|".join(rf"(?P<{name}>{body})" for name, body, _ in rules)
    return re.compile(pattern, re.IGNORECASE), {name: reader for name, _, reader in rules}


# ---------------------------------------------------------------- readers


def _find(table: str, text: str) -> str | None:
    """The first word of a table that stands in a text."""
    found = re.search(rf"(?<![a-z])(?:{alternatives(words()[table])})(?![a-z])", text, re.IGNORECASE)
    return re.sub(r"\s+", " ", found.group().lower()) if found else None


def _which(text: str) -> str | None:
    m = re.search(r"\b(last|next|this|past|previous|following|coming|same)\b", text, re.IGNORECASE)
    return m[1].lower() if m else None


def _edge(text: str) -> str | None:
    m = re.search(r"\b(early|beginning|start|earlier|mid|middle|late|later|end|close)\b", text, re.IGNORECASE)
    if m is None:
        return None
    return {"early": "start", "beginning": "start", "start": "start", "mid": "mid", "middle": "mid"}.get(
        m[1].lower(), "end"
    )


def _year_in(text: str) -> int | None:
    m = re.search(r"\b((?:1[5-9]|20)\d\d)\b", text)
    return int(m[1]) if m else None


def _with_part(reading: Reading, text: str) -> Reading:
    """A day narrowed to the part of it that the words name."""
    part = _find("parts", text)
    if part is None or reading.grain != "day":
        return reading
    value = reading.value + "T" + words()["parts"][part]
    return Reading("time", value, "part", reading.anchored)


def _iso_date(m: Match, context: Context) -> Reading | None:
    value = m.group().replace("/", "-")
    if interval(value) is None:
        return None
    return Reading("time", value, "minute", False) if "T" in value else Reading("date", value, "day", False)


def _slash(m: Match, context: Context) -> Reading | None:
    first, second, year = (int(x) for x in m.group().split("/"))
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    month, day = (first, second) if first <= 12 else (second, first)
    return month_day(month, day, year, context) if 1 <= month <= 12 else None


def _zone(text: str) -> str:
    zone = _find("zones", re.sub(r"^[\d:.\s]+", "", text))
    if zone is None:
        return ""
    minutes = round(words()["zones"][zone] * 60)
    return "Z" if minutes == 0 else f"{'+' if minutes > 0 else '-'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _clock(m: Match, context: Context) -> Reading | None:
    text = m.group().lower()
    if text.startswith(("noon", "midnight")):
        hour, minute, digits = (12 if text.startswith("noon") else 0), 0, True
    else:
        figures = re.match(r"(\d{1,2})(?:\s?[:.]\s?([0-5]\d)|([0-5]\d))?", text)
        if figures is None:
            return None
        hour, minute = int(figures[1]), int(figures[2] or figures[3] or 0)
        digits = figures[2] is not None or figures[3] is not None
    if hour > 24 or minute > 59:
        return None
    half = re.search(r"\d\s*([ap])\.?\s?m\b", text)
    if half:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    stated = _find("weekdays", text)
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


def _month_day(m: Match, context: Context) -> Reading | None:
    text = m.group()
    name = _find("months", text)
    rest = re.sub(r"\b(?:1[5-9]|20)\d\d\b", " ", text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", rest)
    if name is None or day is None:
        return None
    reading = month_day(words()["months"][name], int(day[1]), _year_in(text), context)
    return _with_part(reading, text) if reading else None


_MAY_AS_VERB = re.compile(r"^may\b", re.IGNORECASE)


def _month(m: Match, context: Context) -> Reading | None:
    text = m.group()
    name = _find("months", text)
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
    year = _year_in(text)
    relative = re.search(r"\b(last|this|next)\s+year\b", text, re.IGNORECASE)
    anchored = False
    if relative and context.anchor:
        year = context.anchor.year + {"last": -1, "this": 0, "next": 1}[relative[1].lower()]
        anchored = True
    reading = month_only(words()["months"][name], year, context, None if relative else _which(text))
    return Reading("date", reading.value, "month", reading.anchored or anchored, _edge(text))


def _is_month(m: Match, name: str) -> bool:
    """Whether "May", "March" or a bare abbreviation stands where a month can."""
    before = m.string[max(0, m.start() - 14) : m.start()]
    return (
        re.search(
            r"\b(?:in|of|since|until|till|by|from|last|next|this|late|early|mid|and|or|to|between|during|through|before|after|on)[\s-]$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def _holiday(m: Match, context: Context) -> Reading | None:
    text = m.group().lower().replace("’", "'")
    if not re.search(r"[A-Z]", m.group()):
        return None
    year = _year_in(text)
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
        day = min(ahead) if (context.future and ahead) or _which(text) in ("next", "coming") else max(behind)
    else:
        stated = on(year)
        if stated is None:
            return None
        day = stated
    if "weekend" in text:
        return Reading("date", week_value(day - timedelta(days=1)) + "-WE", "week", anchored)
    return Reading("date", day_value(day), "day", anchored)


def _quarter(m: Match, context: Context) -> Reading | None:
    text = m.group().lower()
    order = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
    number = next((n for word, n in order.items() if re.search(rf"\b{word}\b", text)), None)
    if number is None:
        return unit_around("Q", -1, context)
    letter = "H" if "half" in text else "Q"
    if letter == "H" and not re.search(r"year|\d{4}", text):
        return None
    year = _year_in(text)
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


def _season(m: Match, context: Context) -> Reading | None:
    text = m.group().lower()
    name = _find("seasons", text)
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
    code = words()["seasons"][name]
    year = _year_in(text)
    if year is not None:
        return Reading("date", f"{year}-{code}", "quarter", False, _edge(text))
    if context.anchor is None:
        return Reading("date", f"XXXX-{code}", "quarter", False)
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    which = _which(text)
    year = context.anchor.year
    if (
        (which == "last"
        and first + 2 >= context.anchor.month)
        or (code == "WI"
        and context.anchor.month < 6
        and which != "next")
    ):
        year -= 1
    elif which == "next" and first <= context.anchor.month:
        year += 1
    return Reading("date", f"{year}-{code}", "quarter", True, _edge(text))


def _weekday(m: Match, context: Context) -> Reading | None:
    text = m.group()
    name = _find("weekdays", text)
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
    return _with_part(weekday(words()["weekdays"][name], context, _which(text)), text)


def _day_name(m: Match, context: Context) -> Reading | None:
    text = re.sub(r"\s+", " ", m.group().lower()).replace("'s", "").replace("’s", "")
    base, shift, absent = context.anchor, 0, "PRESENT_REF"
    if "yesterday" in text:
        shift = -2 if "day before" in text else -1
    elif "tomorrow" in text:
        shift = 2 if "day after" in text else 1
    elif text.startswith("last night"):
        shift = -1
    elif re.search(r"\b(?:that|same|previous|next|following|day before|day after)\b", text):
        base = context.reference or context.anchor
        shift = -1 if re.search(r"previous|day before", text) else 0 if re.search(r"that|same", text) else 1
    part = (
        "NI" if "night" in text else words()["parts"].get(_find("parts", re.sub(r"tonight|overnight", "", text)) or "")
    )
    if base is None:
        value = "XXXX-XX-XX" if shift or part or text != "today" else absent
        return Reading(
            "time" if part else "date", value + (f"T{part}" if part else ""), "part" if part else "day", False
        )
    value = day_value(base + timedelta(days=shift))
    return Reading("time", f"{value}T{part}", "part", True) if part else Reading("date", value, "day", True)


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


def _ago(m: Match, context: Context) -> Reading | None:
    text = m.group().lower()
    unit = _unit_of(text)
    if unit is None:
        return None
    back = re.search(r"\b(?:ago|earlier|before|previously|prior|beforehand)$", text) is not None
    from_now = re.search(r"\b(?:ago|from now|from today|hence)$", text) is not None
    if text.endswith((" before", " after", " on")):
        if text.endswith(" on") or not re.match(r"\s*(?:[.,;)]|$)", m.string[m.end() : m.end() + 3]):
            return duration(_count(text), unit)
    base = context.anchor if from_now else context.reference or context.anchor
    return offset(_count(text), unit, -1 if back else 1, base)


def _past_units(m: Match, context: Context) -> Reading | None:
    unit = _unit_of(m.group())
    return duration(_count(re.sub(r"\bfirst\b", "", m.group(), flags=re.IGNORECASE)), unit) if unit else None


def _unit(m: Match, context: Context) -> Reading | None:
    text = re.sub(r"\s+", " ", m.group().lower())
    unit = "WE" if "weekend" in text else _unit_of(text)
    if unit is None or unit in ("TS", "TM", "TH"):
        return None
    which = _which(text)
    if which is None:
        if re.search(r"\bthat\b", text) and context.reference:
            return unit_around(unit, 0, Context(context.reference, None, False))
        if unit == "WE" or (
            unit in ("Y", "M", "Q", "D", "W") and _edge(text) and re.match(r"(?:later|earlier|late|early)", text)
        ):
            reading = unit_around(unit, 0, context)
            return Reading("date", reading.value, reading.grain, reading.anchored, _edge(text)) if reading else None
        return None
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}.get(which, 0)
    if re.search(r"s$", text) and unit != "WE":
        return Reading("date", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[shift], "none", False)
    against = context
    if which in ("previous", "following", "same") and context.reference:
        against = Context(context.reference, None, context.future)
    if which == "past" and unit in ("W", "M", "Y", "DE", "CE") and "this" not in text:
        return duration(1, unit)
    reading = unit_around(unit, shift, against)
    if reading is None:
        return None
    edge = _edge(text)
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


def _decade(m: Match, context: Context) -> Reading | None:
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
    return Reading("date", value, "year", False, _edge(text))


def _century(m: Match, context: Context) -> Reading | None:
    figure = re.search(r"\d\d", m.group())
    names = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
    number = int(figure.group()) if figure else next(n for w, n in names.items() if w in m.group().lower())
    return Reading("date", f"{number - 1:02d}", "year", False)


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|from|until|till|during|of|before|after|late|early|mid|through|for|to|and|the|between|around|about|season|year|fiscal|circa|than|his|her|its|their|a|or|on|as)[\s-]|[(,–-]\s*|[’']s\s)$",
    re.IGNORECASE,
)


def _year(m: Match, context: Context) -> Reading | None:
    text = m.group()
    year = _year_in(text)
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
    return Reading("date", str(year), "year", False, _edge(text))


def _set(m: Match, context: Context) -> Reading | None:
    text = re.sub(r"\s+", " ", m.group().lower())
    if text in words()["sets"]:
        return Reading("set", words()["sets"][text], "none", False)
    name = _find("weekdays", text)
    if name:
        return Reading("set", f"XXXX-WXX-{words()['weekdays'][name]}", "day", False)
    unit = _unit_of(text)
    if unit is None:
        part = _find("parts", text)
        return Reading("set", f"XXXX-XX-XXT{words()['parts'][part]}", "part", False) if part else None
    count = _count(re.sub(r"\b(?:once|twice|three times|\d+ times)\b", "", text)) or 1
    return Reading("set", duration(2 if "other" in text else count, unit).value, "none", False)


def _duration(m: Match, context: Context) -> Reading | None:
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


def _part_only(m: Match, context: Context) -> Reading | None:
    text = m.group().lower()
    part = words()["parts"][_find("parts", text) or "night"]
    day = day_value(context.reference or context.anchor) if context.anchor else "XXXX-XX-XX"
    return Reading("time", f"{day}T{part}", "part", context.anchor is not None)


def _reference(m: Match, context: Context) -> Reading | None:
    value = words()["references"][re.sub(r"\s+", " ", m.group().lower())]
    return Reading("date", value, "none", False)


# ---------------------------------------------------------------- the article

_HEDGE = re.compile(
    r"\b((?:shortly|just|soon|right|immediately|well|long|sometime)\s+(?:before|after)|no\s+later\s+than|about|around|roughly|approximately|nearly|almost|"
    r"before|after|since|until|till|by|starting|from|at\s+least|more\s+than|less\s+than|over|circa|up\s+to|as\s+many\s+as|as\s+early\s+as|as\s+late\s+as)\s+(?:the\s+|about\s+|around\s+)?$",
    re.IGNORECASE,
)


def find_times(article: Article, parse: Parse, tree: Tree) -> tuple[TimeExpression, ...]:
    """Every time expression of an article's title and body, in text order.

    Relative words are read against ``article.published`` (basis "assumed"); with no date stated
    they keep what the words fix by themselves ("XXXX-WXX-5" for a Friday), and basis "absent"."""
    counter = Counter(parse, tree)
    anchor = datetime.fromisoformat(article.published[:10]) if article.published else None
    reference: datetime | None = None
    found: list[TimeExpression] = []
    for line in article.lines:
        if line.kind not in ("title", "body"):
            continue
        text = article.text[line.start : line.end]
        for start, end, name, m in _scan(text):
            context = Context(anchor, reference, _looks_ahead(counter, line.start + start))
            reading = _rules()[1][name](m, context)
            if reading is None:
                continue
            time = _record(article.text, line.start + start, line.start + end, reading, text[:start])
            found.append(time)
            day = interval(reading.value) if reading.grain in ("day", "part", "minute", "hour") else None
            reference = day[0].replace(hour=0, minute=0) if day else reference
    return tuple(found)


def _scan(text: str) -> Iterator[tuple[int, int, str, Match]]:
    """Candidate expressions from left to right; where a rule's reader refuses, the next has no
    second chance, so that a word is read one way only."""
    pattern, _ = _rules()
    for m in pattern.finditer(text):
        name = m.lastgroup
        if name is not None and m.end() > m.start():
            start, _end = m.span(name)
            stripped = m.group().rstrip(" ,")
            yield start, start + len(stripped), name, m


def _looks_ahead(counter: Counter, start: int) -> bool:
    """Whether the clause that holds a time speaks of what is to come."""
    i = counter.at(start)
    if i is None:
        return False
    for j in [i, *counter.tree.ancestors(i)]:
        token = counter.tokens[j]
        if token.pos not in ("VERB", "AUX"):
            continue
        for kid in counter.tree.children(j, "aux"):
            if counter.tokens[kid].text.lower() in ("will", "shall", "'ll", "’ll", "wo"):
                return True
            if counter.tokens[kid].text.lower() == "to" and counter.tokens[token.head].lemma in _FUTURE_VERBS:
                return True
        return token.lemma in ("plan", "schedule", "expect", "slate") and token.tag == "VBN"
    return False


def _record(text: str, start: int, end: int, reading: Reading, before: str) -> TimeExpression:
    hedge = _HEDGE.search(before[-30:])
    words_of_hedge = re.sub(r"\s+", " ", hedge[1].lower()) if hedge else reading.hedge
    bounds = interval(reading.value)
    if bounds and reading.part:
        bounds = _edge_of(bounds, reading.part)
    if bounds:
        bounds = _hedged(bounds, words_of_hedge, reading.grain)
    basis: Literal["stated", "assumed", "absent"]
    if reading.kind in ("duration", "set"):
        basis = "stated"
    elif bounds is None:
        basis = "absent"
    else:
        basis = "assumed" if reading.anchored else "stated"
    return TimeExpression(
        start,
        end,
        text[start:end],
        reading.kind,
        reading.grain,
        reading.value,
        iso(bounds[0]) if bounds else None,
        iso(bounds[1]) if bounds else None,
        basis,
        words_of_hedge,
    )


def _edge_of(bounds: tuple[datetime, datetime], part: str) -> tuple[datetime, datetime]:
    """The first, middle or last part of an interval: "early", "mid", "late". Halves, with a
    sixth on either side of the middle, since "late 2008" is said of September and of December."""
    first, last = bounds
    length = last - first
    if part == "start":
        return first, first + length / 2
    if part == "end":
        return first + length / 2, last
    return first + length / 4, last - length / 4


# "About nine o'clock" allows half an hour either way; "shortly after" the hour that follows.
_CLOCK_SLACK = timedelta(minutes=30)


def _hedged(bounds: tuple[datetime, datetime], hedge: str | None, grain: Grain) -> tuple[datetime, datetime]:
    first, last = bounds
    if hedge is None or grain not in ("minute", "hour"):
        return bounds
    if hedge in ("about", "around", "roughly", "approximately", "circa"):
        return first - _CLOCK_SLACK, last + _CLOCK_SLACK
    if (hedge.endswith("before") and " " in hedge) or hedge in ("nearly", "almost"):
        return first - 2 * _CLOCK_SLACK, first
    if hedge.endswith("after") and " " in hedge:
        return first, last + 2 * _CLOCK_SLACK
    return bounds
