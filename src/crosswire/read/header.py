"""Header lines: "date 2025-03-02", "Published: 3 March 2025", "Outlet: …", "By Ann Lee"."""

import re
from dataclasses import dataclass

from crosswire.read.dates import Stated, iso, read_dates
from crosswire.read.tables import tables

KEYED = re.compile(r"([*_]{0,2}[A-Za-z][A-Za-z ]{1,20}?)[*_]{0,2}\s*[:=\t]\s*[*_]{0,2}\s*(\S.*)", re.DOTALL)
BYLINE = re.compile(r"by:?\s+((?:[^\W\d_][\w.’'-]*|and|&|,|\||[-–—/])(?:\s*(?:,|\||[-–—/])?\s+|$))+\Z", re.IGNORECASE)
NAME_SMALL = frozenset(
    ("and", "de", "da", "del", "der", "van", "von", "bin", "al", "el", "la", "le", "for", "of", "the", "in", "&")
)
LONGEST_HEADER = 25  # words; a longer line is prose that happens to begin with "Source:" or "By"


@dataclass(frozen=True, slots=True)
class Field:
    """What a header line states: ``name`` is title, published, modified, author, outlet,
    address or place; ``value`` the words (a time in ISO 8601, empty where its day is left open);
    ``words`` the line."""

    name: str
    value: str
    words: str


def header_field(line: str) -> Field | None:
    """Read a header line that states one field, or None for any other line."""
    if len(line.split()) > LONGEST_HEADER:
        return None
    dates = read_dates(line)
    if dates:
        return Field(dates[0].label or "published", dates[0].value or "", line)
    before, at_end = date_at_end(line)
    if at_end:
        barred = re.search(r"[|•·]", line) is not None
        if byline := _byline(before) or (_byline(f"by {before}") if barred else None):
            return Field("author", byline.value, line)
        if _is_name(before) and len(before.split()) <= 5 and not before.endswith(":"):
            return Field("place", before, line)
        return _keyed_line(line)
    return _keyed_line(line) or _byline(line)


def _keyed_line(line: str) -> Field | None:
    if (keyed := KEYED.match(line)) and (name := tables().keys.get(keyed.group(1).strip("*_ ").lower())):
        return _keyed(name, keyed.group(2).strip().strip("*_\"'"), line)
    return None


def date_at_end(line: str) -> tuple[str, tuple[Stated, ...]]:
    """Part "Ann Lee | March 2, 2025 | 3 min read" into the words before the date and the date."""
    line = re.sub(r"[\s|•·–—-]+\d+ min(?:ute)?s?\.? read$", "", line)
    if len(line.split()) > 14 or not any(c.isdigit() for c in line):
        return line, ()
    for gap in re.finditer(r"[\s,|•·–—-]+(?=\S)", line):
        if gap.start() and (dates := read_dates(line[gap.end() :])):
            return line[: gap.start()], dates
    return line, ()


def title_label(line: str) -> int | None:
    """How long the label of "Title: Ferry sinks" is, with the blank after it; None without one."""
    keyed = KEYED.match(line)
    if keyed and tables().keys.get(keyed.group(1).strip("*_ ").lower()) == "title":
        return keyed.start(2)
    return None


def _keyed(name: str, value: str, line: str) -> Field | None:
    if name in ("published", "modified"):
        dates = read_dates(value)
        when = dates[0].value if dates else iso(value)
        return Field(name, when or "", line) if dates or when else None
    if name == "outlet" and not _is_name(value):
        return None
    if name == "author":
        return Field(name, value, line) if len(value.split()) <= 12 else None
    if name == "address":
        return Field(name, value, line) if re.match(r"(https?://|www\.)\S+$", value) else None
    return Field(name, value, line)


def _is_name(value: str) -> bool:
    """Whether words could name an outlet: few, and capitalised or a host's name."""
    words = value.split()
    named = [word for word in words if word.lower() not in NAME_SMALL]
    return (
        len(words) <= 8
        and not value.endswith(("!", "?"))
        and all(not word[0].islower() or "." in word for word in named)
    )


def _byline(line: str) -> Field | None:
    """Read "By Ann Lee and Bo Ray, Harbour Post": a few capitalised names and no full stop."""
    if not BYLINE.match(line) or len(line.split()) > 14:
        return None
    names = re.sub(r"^by:?\s+", "", line, flags=re.IGNORECASE)
    words = re.findall(r"[^\W\d_][\w.’'-]*", names)
    if not words or words[0].lower() in tables().not_names or line.endswith("."):
        return None
    if not all(word[0].isupper() or word.lower() in NAME_SMALL for word in words):
        return None
    return Field("author", re.split(r"\s*[|–—]\s*|,\s", names)[0].strip(), line)
