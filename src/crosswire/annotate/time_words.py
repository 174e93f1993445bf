"""What the words of a time expression hold: months, weekdays, parts of a day, years, edges."""

import re

from crosswire.annotate.time_readings import Reading, words
from crosswire.text.numerals import alternatives


def find_word(table: str, text: str) -> str | None:
    """The first word of a table that stands in a text."""
    found = re.search(rf"(?<![a-z])(?:{alternatives(words()[table])})(?![a-z])", text, re.IGNORECASE)
    return re.sub(r"\s+", " ", found.group().lower()) if found else None


def which_of(text: str) -> str | None:
    """Which of its kind is meant: "last", "next", "this"..."""
    m = re.search(r"\b(last|next|this|past|previous|following|coming|same)\b", text, re.IGNORECASE)
    return m[1].lower() if m else None


def edge_of(text: str) -> str | None:
    """Which part of a span is meant: its start, middle or end."""
    m = re.search(r"\b(early|beginning|start|earlier|mid|middle|late|later|end|close)\b", text, re.IGNORECASE)
    if m is None:
        return None
    return {"early": "start", "beginning": "start", "start": "start", "mid": "mid", "middle": "mid"}.get(
        m[1].lower(), "end"
    )


def year_in(text: str) -> int | None:
    """The year that is written in a text."""
    m = re.search(r"\b((?:1[5-9]|20)\d\d)\b", text)
    return int(m[1]) if m else None


def with_part(reading: Reading, text: str) -> Reading:
    """A day narrowed to the part of it that the words name."""
    part = find_word("parts", text)
    if part is None or reading.grain != "day":
        return reading
    value = reading.value + "T" + words()["parts"][part]
    return Reading("time", value, "part", reading.anchored)


# What stands before an "over" that says "more than": "lasted over three years", "for over a week".
_MORE = re.compile(
    r"\b(?:for|after|in|within|of|than|to|by|a|at|just|well|little|slightly|is|was|be|been|were|are|it['’]?s|lasts?|lasted|lasting"
    r"|takes?|took|taken|taking|spends?|spent|spending|waits?|waited|waiting|serves?|served|serving|ran|runs?)\s+$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s+(?:ago|later|earlier|before|old|long)\b", re.IGNORECASE)


def is_span_of_time(text: str, start: int, behind: str) -> bool:
    """Whether "over" at ``start`` before an amount of time tells in what time something happens ("$3 million over
    three years"), not that it is more. ``behind`` is what follows the amount."""
    return not _MORE.search(text[max(0, start - 12) : start]) and not _SINCE.match(behind)
