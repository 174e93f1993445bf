"""Where the lines of a text begin and end, before anybody asks what they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

# A line ends at any of Unicode's mandatory breaks (UAX 14). Some corpora leave the two characters
# backslash and n where a paragraph ended; they are layout too.
BREAK = re.compile(r"""\r\n|[\n\r\v\f\x85\u2028\u2029]|(?<![^\s.!?"”'’)\]])\\n(?=[\s"“'‘(A-Z]|\\n|\Z)""")
BLANK = " \t\u00a0\u2007\u202f\u200b\u2060\ufeff\u3000"
MARK = re.compile(r"(?:#{1,6}|[•●◦▪■‣·*+–—-]|\(?\d{1,2}[.)])[ \t]+(?=\S)(?!\d)(?=[^\n]*[^\W_])")
WIDEST_WRAP = 120  # e-mail and wire copy wrap at 60 to 100 columns; a longer line is a paragraph
RAGGED = 6  # columns by which one line of a wrapped text may stand out over the others
FULL_SHARE = 0.8  # of the lines that could be full in a wrapped text; the rest are headers and ends


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text between breaks, without blanks at its ends. ``gap``: a blank line or a
    literal "\\n" stands before it. ``mark``: what was cut off before ``start``, a list mark ("•") or
    a heading's ("##")."""

    start: int
    end: int
    gap: bool
    mark: str = ""

    @property
    def bullet(self) -> bool:
        """Whether the row is an item of a list."""
        return bool(self.mark) and not self.mark.startswith("#")


def rows(text: str) -> list[Row]:
    """Split a text at its line breaks. Gives the non-blank rows in order; list marks are cut off."""
    found: list[Row] = []
    place, gap = 0, True
    ends = [(m.start(), m.end()) for m in BREAK.finditer(text)] + [(len(text), len(text))]
    for stop, after in ends:
        start, end = trim(text, place, stop)
        if start < end:
            mark = MARK.match(text, start, end)
            found.append(Row(mark.end() if mark else start, end, gap, mark.group().strip() if mark else ""))
            gap = False
        else:
            gap = True
        gap = gap or text[stop:after] == "\\n"
        place = after
    return found


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span so that it neither begins nor ends with a blank."""
    while start < end and (text[start] in BLANK or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in BLANK or text[end - 1].isspace()):
        end -= 1
    return start, end


def paragraphs(text: str, is_label: Callable[[str], bool]) -> list[Row]:
    """The rows of a text with hard-wrapped lines joined. ``is_label`` tells a row that stands for
    itself ("date 2025-03-02"), which nothing is joined to."""
    parts = rows(text)
    width = wrap_width(text, [row for row in parts if not is_label(text[row.start : row.end])])
    joined: list[Row] = []
    for i, row in enumerate(parts):
        if i and not row.gap and not row.mark and _continues(text, parts[i - 1], row, width, is_label):
            joined[-1] = replace(joined[-1], end=row.end)
        else:
            joined.append(row)
    return joined


def wrap_width(text: str, parts: list[Row]) -> int | None:
    """The column at which a text is wrapped, or None where it is not.

    A line is full when the next line's first word would not have fitted on it. In a wrapped text
    nearly all lines that have a next line in their paragraph are full."""
    width = max((row.end - row.start for row in parts), default=0)
    pairs = [(a, b) for a, b in pairwise(parts) if not b.gap and not a.mark and not b.mark]
    if width > WIDEST_WRAP or len(pairs) < 2:
        return None
    open_ended = [pair for pair in pairs if not ends_sentence(text[pair[0].start : pair[0].end])]
    full = [pair for pair in open_ended if _is_full(text, *pair, width)]
    return width if len(full) >= 2 and len(full) >= FULL_SHARE * len(open_ended) else None


def _is_full(text: str, row: Row, following: Row, width: int) -> bool:
    word = text[following.start : following.end].split(maxsplit=1)[0]
    return row.end - row.start + 1 + len(word) > width - RAGGED


def _continues(text: str, row: Row, following: Row, width: int | None, is_label: Callable[[str], bool]) -> bool:
    before, after = text[row.start : row.end], text[following.start : following.end]
    if row.mark.startswith("#") or is_label(before) or is_label(after):
        return False
    return after[0].islower() or (width is not None and _is_full(text, row, following, width))


def ends_sentence(line: str) -> bool:
    """Whether a line closes with a full stop, a question or exclamation mark or an ellipsis,
    quotation marks and brackets aside."""
    return line.rstrip(" \t\"'”’»)]*_").endswith((".", "!", "?", "…", "。"))
