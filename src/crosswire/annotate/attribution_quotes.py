"""Where an article quotes: spans between quotation marks, of whatever shape and however broken."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosswire.records import Article, Line

REACH = 6  # lines that a quotation left open may run on before a mark closes it
OPENERS, CLOSERS = "“«„", "”»"
# A closing mark that a converter moved behind its space: ', "said the clerk'.
MOVED = re.compile(
    r"(?<=[,.?!…]) ([\"”])(?=(?:said|says|added|adds|recalled|told|wrote|explained|continued|testified|asked)\b)"
)
TOLD = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3} (?:said|says|told|added|wrote|asked|recalled)\b")
TAG = re.compile(  # who spoke, right behind a mark that a converter moved: '"she said', '"the young clerk told'
    r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|he|she|they|the(?: [a-z]+){1,3})"
    r" (?:said|says|told|added|wrote|asked|recalled|testified|tweeted|explained|continued|read)\b"
)
LEADS = re.compile(
    r"\b(?:said|says|saying|told|added|adding|wrote|asked|recalled|tweeted|explained|continued)\b[^,]{0,40},? $"
)
INNER_END = re.compile(r"[.!?][\"”’']{0,2}\s+[\"“‘']?[A-Z]")  # where a sentence ends within a line
MINE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b")
OPENING = re.compile(r"``|(?<![^\s(\[])''(?=\S)")
SINGLE = re.compile(r"(?<![^\s(\[—–-])[‘'](?=\S)([^‘\"“”\n]{2,300}?)(?:(?<=\S)|(?<=[.?!] ))[’'](?=[\s.,;:!?)\]—–-]|$)")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: offsets with its marks, and of the words between them. ``open`` says that no
    mark closes it before its line ends, as in a quotation that goes on in the next paragraph."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    open: bool
    run: int = 0


def _quote(text: str, start: int, end: int, is_open: bool, inner: int = -1) -> Quote | None:
    a, b = inner if inner >= 0 else start + 1, end if is_open else end - 1
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


def _closes_wrong(text: str, i: int, last: int) -> bool:
    """Whether an opening mark closes what is open: a comma stands before it, small letters behind, and the next mark
    of the line opens ("“They paid, “ a friend said. “It was hers.”"); or it ends the line ("I am not alone. “")."""
    behind = text[i + 1 : last].lstrip(" `")
    if not behind:
        return text[:i].rstrip()[-1:] in (".", "?", "!", "…")
    later = next((c for c in text[i + 1 : last].lstrip("`") if c in OPENERS + CLOSERS + '"'), "“")
    spaced = text[i + 1 : i + 2] in (" ", "`")
    told = behind[:1].islower() or TOLD.match(behind) is not None
    return spaced and text[:i].rstrip()[-1:] in (",", "?", "!") and told and later in OPENERS


def _is_within(text: str, i: int, last: int) -> bool:
    """Whether an opening mark in an open quotation opens one within it: more marks of the line behind it close than
    open ("“He called it “dear” and left.”")."""
    rest = text[i:last]
    return text[i] == "“" and rest.count("”") > rest.count("“") and not _closes_wrong(text, i, last)


def line_quotes(text: str, first: int, last: int, carried: bool = False) -> list[Quote]:
    """Return the quotations of one line [first, last) in order: double marks of any shape pair in
    turn, a mark left open runs to the line's end, and single marks count where both stand free.
    ``carried`` says that a quotation left open in a line before goes on in this one."""
    found: list[Quote | None] = []
    begin = first if carried else -1
    inner = first if carried else -1
    within = 0  # quotations within the one that is open
    for i in range(first, last):
        mark = text[i]
        if within and mark in CLOSERS:
            within -= 1
        elif begin >= 0 and mark in OPENERS and _is_within(text, i, last):
            within += 1
        elif begin < 0:
            if mark in OPENERS or (mark == '"' and _opens(text, i, first, last)):
                begin = i
        elif mark in CLOSERS or mark == '"' or (mark in OPENERS and _closes_wrong(text, i, last)):
            found.append(_quote(text, begin, i + 1, False, inner))
            begin = inner = -1
        elif mark in OPENERS:  # a lost closing mark: the new one starts over
            found.append(_quote(text, begin, i, True, inner))
            begin, inner = i, -1
    if begin >= 0:
        found.append(_quote(text, begin, last, True, inner))
    double = [q for q in found if q]
    for match in SINGLE.finditer(text, first, last):
        inside = any(q.start < match.end() and match.start() < q.end for q in double)
        if not inside and (len(match.group(1).split()) > 1 or match.group(1)[-1] in ",.!?"):
            quote = _quote(text, match.start(), match.end(), False)
            if quote:
                double.append(quote)
    return sorted(double, key=lambda q: q.start)


def _closes_first(text: str, first: int, last: int) -> bool | None:
    """Whether the first double mark of a line closes a quotation; None when the line has none."""
    for i in range(first, last):
        if text[i] in CLOSERS:
            return True
        if text[i] in OPENERS:
            return _closes_wrong(text, i, last)
        if text[i] == '"':
            spaced = i > first and text[i - 1].isspace()
            ends = text[first:i].rstrip()[-1:] in (",", "?", "!")
            ends = ends and not LEADS.search(text, first, i)
            if spaced and ends and text.count('"', i, last) % 2 and TAG.match(text, i + 1, last):
                return True  # '… the way, "she said'; with an even number of marks it opens: 'Lee said, "She said …"'
            return i > first and (not spaced or i + 1 >= last or not text[i + 1].isalnum())
    return None


def _carried(text: str, lines: Sequence[Line], k: int) -> int:
    """How many lines after line k the quotation that it leaves open runs on: to the line that
    closes it, or up to the one that begins by opening it again, as a quotation's next paragraph does. Where a mark
    opens within a line, the mark of line k was lost, and the quotation runs on by one line of a text of which each
    line is a sentence; not in paragraphs. One that is never closed ends with what says "I" or "we"."""
    for ahead in range(1, min(REACH, len(lines) - k - 1) + 1):
        line = lines[k + ahead]
        closes = _closes_first(text, line.start, line.end)
        if closes is None:
            continue
        odd = text[line.start : line.end].count('"') % 2 == 1
        again = text[line.start : line.end].lstrip()[:1] in f'{OPENERS}"'
        if closes or (odd and not again):
            return ahead
        plain = not any(INNER_END.search(text, lines[j].start, lines[j].end) for j in (k, k + 1))
        return ahead - 1 if again else min(ahead - 1, 1) if plain else 0
    return _in_first_person(text, lines, k)


def _in_first_person(text: str, lines: Sequence[Line], k: int) -> int:
    """How many lines behind line k, whose quotation no mark closes, still say "I" or "we": of a text of which each line
    is a sentence."""
    ahead = 0
    while not INNER_END.search(text, lines[k + ahead].start, lines[k + ahead].end):
        ahead += 1
        if k + ahead == len(lines) or not MINE.search(text, lines[k + ahead].start, lines[k + ahead].end):
            return ahead - 1
    return max(0, ahead - 1)


def plain_marks(text: str) -> str:
    """The text with doubled marks (`` and ''), as typesetting and corpora have them, as single double
    ones, of the same length."""
    return MOVED.sub(r"\1 ", OPENING.sub("“ ", text).replace("''", ' "'))


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of the article's title and body lines, in order, never overlapping. A
    quotation that runs over lines gives one for each of them."""
    lines = [line for line in article.lines if line.kind in ("title", "body", "heading")]
    text = plain_marks(article.text)
    quotes: list[Quote] = []
    carry = run = 0
    left_open = False  # a quotation whose next paragraph opens again is one with it
    for k, line in enumerate(lines):
        found = line_quotes(text, line.start, line.end, carry > 0)
        for q in found:
            run += 0 if (carry > 0 or left_open) and q.start == line.start else 1
            quotes.append(replace(q, run=run))
        left_open = bool(found) and found[-1].open and found[-1].end == line.end and line.kind == "body"
        carry = max(0, carry - 1)
        if carry == 0 and found and found[-1].open and found[-1].end == line.end:
            carry = _carried(text, lines, k)
    return tuple(quotes)


def quote_at(quotes: Sequence[Quote], position: int) -> Quote | None:
    """The quotation that holds a character position, marks included."""
    i = bisect_right(quotes, position, key=lambda q: q.start) - 1
    return quotes[i] if i >= 0 and quotes[i].start <= position < quotes[i].end else None
