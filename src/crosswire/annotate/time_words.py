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
