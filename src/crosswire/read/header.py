"""Header lines: "date 2025-03-02", "Published: 3 March 2025", "Outlet: …", "By Ann Lee"."""

import re
from dataclasses import dataclass

from crosswire.read.dates import iso, read_dates
from crosswire.read.tables import tables

KEYED = re.compile(r"([*_]{0,2}[A-Za-z][A-Za-z ]{1,20}?)[*_]{0,2}\s*[:=\t]\s*[*_]{0,2}\s*(\S.*)", re.DOTALL)
BYLINE = re.compile(r"by:?\s+((?:[^\W\d_][\w.’'-]*|and|&|,|\||[-–—/])(?:\s*(?:,|\||[-–—/])?\s+|$))+\Z", re.IGNORECASE)
NAME_SMALL = frozenset(
    ("and", "de", "da", "del", "der", "van", "von", "bin", "al", "el", "la", "le", "for", "of", "the", "in", "&")
)
LONGEST_HEADER = 25  # words; a longer line is prose that happens to begin with "Source:" or "By"


@dataclass(frozen=True, slots=True)
class Field:
    """What a header line states: ``name`` is title, published, modified, author, outlet or
    address; ``value`` the words (a time in ISO 8601, empty where its day is left open);
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
    if (keyed := KEYED.match(line)) and (name := tables().keys.get(keyed.group(1).strip("*_ ").lower())):
        return _keyed(name, keyed.group(2).strip().strip("*_\"'"), line)
    return _byline(line)


def _keyed(name: str, value: str, line: str) -> Field | None:
    if name in ("published", "modified"):
        dates = read_dates(value)
        when = dates[0].value if dates else iso(value)
        return Field(name, when or "", line) if dates or when else None
    if name == "outlet" and (len(value.split()) > 8 or value.endswith(("!", "?"))):
        return None
    if name == "author":
        return Field(name, value, line) if len(value.split()) <= 12 else None
    if name == "address":
        return Field(name, value, line) if re.match(r"(https?://|www\.)\S+$", value) else None
    return Field(name, value, line)


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
