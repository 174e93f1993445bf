"""Where an article quotes: spans between quotation marks, of whatever shape and however broken."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.records import Article

OPENERS, CLOSERS = "“«„", "”»"
SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'](?=\S)([^‘\"“”\n]{2,300}?)(?<=\S)[’'](?=[\s.,;:!?)\]—–-]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets with its marks, and of the words between them. ``open`` says that no
    mark closes it before its line ends, as in a quotation that goes on in the next paragraph."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    open: bool


def _quote(text: str, start: int, end: int, is_open: bool) -> Quote | None:
    a, b = start + 1, end if is_open else end - 1
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return Quote(start, end, a, b, is_open) if b > a else None


def _opens(text: str, i: int, first: int, last: int) -> bool:
    """Whether a straight mark outside a quotation can open one: not after a word and before a space."""
    before = i == first or text[i - 1].isspace() or text[i - 1] in "([—–-'‘/"
    after = i + 1 < last and not text[i + 1].isspace()
    return before or after


def line_quotes(text: str, first: int, last: int) -> list[Quote]:
    """Return the quotations of one line [first, last) in order: double marks of any shape pair in
    turn, a mark left open runs to the line's end, and single marks count where both stand free."""
    found: list[Quote | None] = []
    begin = -1
    for i in range(first, last):
        mark = text[i]
        if begin < 0:
            if mark in OPENERS or (mark == '"' and _opens(text, i, first, last)):
                begin = i
        elif mark in CLOSERS or mark == '"':
            found.append(_quote(text, begin, i + 1, False))
            begin = -1
        elif mark in OPENERS:  # a lost closing mark: the new one starts over
            found.append(_quote(text, begin, i, True))
            begin = i
    if begin >= 0:
        found.append(_quote(text, begin, last, True))
    double = [q for q in found if q]
    for match in SINGLE.finditer(text, first, last):
        inside = any(q.start < match.end() and match.start() < q.end for q in double)
        if not inside and (len(match.group(1).split()) > 1 or match.group(1)[-1] in ",.!?"):
            quote = _quote(text, match.start(), match.end(), False)
            if quote:
                double.append(quote)
    return sorted(double, key=lambda q: q.start)


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of the article's title and body lines, in order, never overlapping."""
    quotes: list[Quote] = []
    for line in article.lines:
        if line.kind in ("title", "body", "heading"):
            quotes.extend(line_quotes(article.text, line.start, line.end))
    return tuple(quotes)


def quote_at(quotes: Sequence[Quote], position: int) -> Quote | None:
    """The quotation that holds a character position, marks included."""
    i = bisect_right(quotes, position, key=lambda q: q.start) - 1
    return quotes[i] if i >= 0 and quotes[i].start <= position < quotes[i].end else None
