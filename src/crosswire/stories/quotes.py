"""Which characters of an article stand in quotation marks."""

import re
from itertools import pairwise

from crosswire.records import Annotations, Article

CLOSING = {'"': '"', "“": "”", "«": "»", "„": "“", "「": "」", "『": "』"}
MARK = re.compile(f"[{''.join(CLOSING)}]")
# Marks of tokenised texts, each beside one of the same length that the rules below know.
TOKENISED = (("``", "“ "), ("''", " ”"))
# 'We are well,' she said: single marks, the closing one behind a stop, so that it is no apostrophe.
SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)[^\n]*?[.,!?]\s?['’](?![\w'’])")
# A mark that none of this many following lines closes is taken to close at its own line's end.
OPEN_LINES = 6

Spans = list[tuple[int, int]]


def quoted_spans(article: Article, annotations: Annotations | None) -> Spans:
    """Spans of the article inside quotation marks, set off as a block after a colon, or
    annotated as direct speech, in text order and apart. A quotation may run over several lines,
    each of which may open it anew."""
    text = article.text
    for tokenised, known in TOKENISED:
        text = text.replace(tokenised, known)
    lines = [(line.start, line.end) for line in article.lines if line.kind == "body"]
    spans = _marked(text, lines)
    spans += [match.span() for start, end in lines for match in SINGLE.finditer(text, start, end)]
    spans += [after for before, after in pairwise(lines) if text[before[0] : before[1]].rstrip().endswith(":")]
    if annotations:
        spans += [span for said in annotations.attributions if said.mode == "direct" for span in said.contents]
    return _joined(sorted(spans))


def inside(spans: Spans, start: int, end: int) -> bool:
    """Whether one of the spans holds all of [start, end)."""
    return any(a <= start and end <= b for a, b in spans)


def _marked(text: str, lines: Spans) -> Spans:
    spans = []
    number, place = 0, 0
    while number < len(lines):
        start, end = lines[number]
        marks = MARK.finditer(text, max(place, start), end)
        opening = next((mark.start() for mark in marks if _opens(text, mark.start())), None)
        if opening is None:
            number += 1
            continue
        closing = _closing(text, lines, number, opening)
        number, place = closing or (number + 1, end)
        spans.append((opening, place))
    return spans


def _opens(text: str, i: int) -> bool:
    """Whether the mark here can open: not the inches of 6'2"."""
    return i == 0 or not text[i - 1].isalnum()


def _closing(text: str, lines: Spans, number: int, opening: int) -> tuple[int, int] | None:
    """The line in which the quotation ends, and the place after its closing mark."""
    mark = text[opening]
    for k in range(number, min(len(lines), number + OPEN_LINES + 1)):
        start, end = lines[k]
        start = opening + 1 if k == number else start + text.startswith(mark, start)
        close = _match(text, mark, start, end) if k == number else text.find(CLOSING[mark], start, end)
        if k > number and _opens_another(text, mark, start, close, end):
            return None
        if close >= 0:
            return k, close + 1
    return None


def _match(text: str, mark: str, start: int, end: int) -> int:
    """Where the mark is closed in its own line, past a quotation within it that wears the same
    marks; where those do not pair, at the first closing mark; -1 where there is none."""
    depth, first = 1, text.find(CLOSING[mark], start, end)
    if mark == CLOSING[mark] or first < 0:
        return first
    for i in range(start, end):
        depth += (text[i] == mark) - (text[i] == CLOSING[mark])
        if not depth:
            return i
    return first


def _opens_another(text: str, mark: str, start: int, close: int, end: int) -> bool:
    """Whether a later line opens a quotation of its own before the first is closed."""
    if mark != CLOSING[mark]:
        return mark in text[start : close if close >= 0 else end]
    return close > 0 and text[close - 1].isspace() and text[close + 1 : close + 2].isalnum()


def _joined(spans: Spans) -> Spans:
    """Overlapping spans as one."""
    found: Spans = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
