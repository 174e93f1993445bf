"""Header lines: "date 2025-03-02", "Published: 3 March 2025", "Outlet: …", "By Ann Lee"."""

import re
from dataclasses import dataclass

from crosswire.read.dates import iso, read_dates
from crosswire.read.tables import tables

KEYED = re.compile(r"([*_]{0,2}[A-Za-z][A-Za-z ]{1,20}?)[*_]{0,2}\s*[:=\t]\s*[*_]{0,2}\s*(\S.*)", re.DOTALL)
NAME = re.compile(r"[^\W\d_][\w.’'-]*")
NAME_SMALL = frozenset(
    ("and", "de", "da", "del", "der", "van", "von", "bin", "al", "el", "la", "le", "for", "of", "the", "in", "&")
)
# "By Ann Lee | The Harbour Post | Updated: 2025-03-02", "Source: Agency N  2025-03-02  Editor: Bo Ray"
PIECES = re.compile(r"\s*[|•·]\s*|\s{2,}|\s+(?=(?:source|editor|author|from|updated|published|by)\s?:)", re.IGNORECASE)
SMALL_PRINT = re.compile(r"\d+ min(ute)?s?\.? read|(\w+ )?editors?\s*:.*|[\w-]+(\.[\w-]+)+", re.IGNORECASE)
LONGEST_HEADER = 25  # words; a longer line is prose that happens to begin with "Source:" or "By"
LONGEST_NAME = 5  # words of an outlet or a place beside a date


@dataclass(frozen=True, slots=True)
class Field:
    """What a header line states: ``name`` is title, published, modified, author, outlet,
    address or place; ``value`` the words (a time in ISO 8601, empty where its day is left open);
    ``words`` the line."""

    name: str
    value: str
    words: str


def header_fields(line: str) -> tuple[Field, ...]:
    """Read a header line: the fields that it states in order, none for any other line."""
    if len(line.split()) > LONGEST_HEADER:
        return ()
    if found := _one(line, line):
        return found
    pieces = [piece for piece in PIECES.split(line.strip(" |•·")) if piece]
    if len(pieces) > 1:
        read = [_one(piece, line) for piece in pieces]
        if any(read) and all(one or _is_aside(piece) for one, piece in zip(read, pieces, strict=True)):
            return tuple(field for one in read for field in one)
    return _placed(line)


def _one(piece: str, line: str) -> tuple[Field, ...]:
    """A line, or a piece of one, that states one thing, or the times of publication and change."""
    if dates := read_dates(piece):
        return tuple(Field(date.label or "published", date.value or "", line) for date in dates)
    field = _keyed_line(piece, line) or _byline(piece, line)
    return (field,) if field else ()


def _is_aside(piece: str) -> bool:
    """Whether a piece beside a date or a byline could be a name, a host or small print."""
    return SMALL_PRINT.fullmatch(piece) is not None or (len(piece.split()) <= LONGEST_NAME and _is_name(piece))


def _placed(line: str) -> tuple[Field, ...]:
    """Read "By Ann Lee, March 2, 2025" and "LUND, March 2, 2025": words that end in a date."""
    if len(line.split()) > 14 or not any(c.isdigit() for c in line):
        return ()
    for gap in re.finditer(r"[\s,|–—-]+(?=\S)", line):
        dates = read_dates(line[gap.end() :]) if gap.start() else ()
        if not dates:
            continue
        before = line[: gap.start()]
        if byline := _byline(before, line):
            return (byline, *(Field(date.label or "published", date.value or "", line) for date in dates))
        named = len(before.split()) <= LONGEST_NAME and _is_name(before) and not before.endswith(":")
        return (Field("place", before, line),) if named else ()
    return ()


def title_label(line: str) -> int | None:
    """How long the label of "Title: Ferry sinks" is, with the blank after it; None without one."""
    keyed = KEYED.match(line)
    if keyed and tables().keys.get(keyed.group(1).strip("*_ ").lower()) == "title":
        return keyed.start(2)
    return None


def _keyed_line(piece: str, line: str) -> Field | None:
    if (keyed := KEYED.match(piece)) and (name := tables().keys.get(keyed.group(1).strip("*_ ").lower())):
        return _keyed(name, keyed.group(2).strip().strip("*_\"'"), line)
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


def _byline(piece: str, line: str) -> Field | None:
    """Read "By Ann Lee and Bo Ray, Harbour Post": a few capitalised names and no full stop."""
    first, *words = piece.split()[:15] or [""]
    if first.lower().rstrip(":") != "by" or not 0 < len(words) < 14 or piece.endswith("."):
        return None
    names = [bare for word in words if (bare := word.strip(",|/–—-"))]
    if not names or names[0].lower() in tables().not_names:
        return None
    if not all(name.lower() in NAME_SMALL or (NAME.fullmatch(name) and name[0].isupper()) for name in names):
        return None
    return Field("author", re.split(r"\s*[|–—]\s*|,\s", " ".join(words))[0].strip(" ,"), line)
