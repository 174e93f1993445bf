"""Read MEANTIME (Wikinews with events, times and values) as sentences with marked spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

_CLOSING = re.compile(r"[.,;:!?%)\]”]|'s|’s|n't|'|\.\.\.|''", re.IGNORECASE)
_OPENING = re.compile(r"[(\[“#$€£]|[A-Z]{1,3}\$|``")


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words of one sentence: offsets into its text, what they are (``kind``: DATE, DURATION,
    MONEY, PERCENT, QUANTITY, ...) and a time's normalised ``value``."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Story:
    """An article of the corpus: its day ("2007-05-14"), its sentences as running text (the title
    first, the line with the date left out), and the marked spans of each."""

    name: str
    day: str
    sentences: tuple[str, ...]
    spans: tuple[tuple[Span, ...], ...]


def stories(folder: Path) -> Iterator[Story]:
    """Yield the corpus's articles by name; those without a date of their own are left out."""
    for path in sorted(folder.glob("meantime/corpus_*/*.xml")):
        story = _story(path)
        if story is not None:
            yield story


def _story(path: Path) -> Story | None:
    root = ElementTree.parse(path).getroot()
    written = next((t for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None)
    if written is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", written.get("value", "")):
        return None
    rows: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        rows.setdefault(int(token.get("sentence", "0")), []).append((token.get("t_id", ""), token.text or ""))
    del rows[min(rows, key=lambda n: (not _is_date(rows[n]), n))]
    texts: list[str] = []
    places: dict[str, tuple[int, int, int]] = {}
    for number, (_, row) in enumerate(sorted(rows.items())):
        text, offsets = _join([word for _, word in row])
        texts.append(text)
        places |= {key: (number, *span) for (key, _), span in zip(row, offsets, strict=True)}
    found: list[list[Span]] = [[] for _ in texts]
    for mark in (*root.iter("VALUE"), *root.iter("TIMEX3")):
        anchors = [places[a.get("t_id", "")] for a in mark.findall("token_anchor") if a.get("t_id", "") in places]
        if anchors and len({a[0] for a in anchors}) == 1:
            start, end = min(a[1] for a in anchors), max(a[2] for a in anchors)
            found[anchors[0][0]].append(Span(start, end, mark.get("type", ""), mark.get("value", "")))
    spans = tuple(tuple(sorted(set(marks), key=lambda s: (s.start, s.end))) for marks in found)
    return Story(path.stem, written.get("value", ""), tuple(texts), spans)


def spelled(day: str) -> str:
    """An ISO day as a line under a headline has it: "May 14, 2007"."""
    return f"{date.fromisoformat(day):%B %d, %Y}"


def _is_date(row: list[tuple[str, str]]) -> bool:
    return re.fullmatch(r"[A-Z][a-z]+ \d+ , \d{4}", " ".join(word for _, word in row)) is not None


def _join(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Tokens as running text, and where each stands in it."""
    text, spans, quoted = "", [], False
    for n, word in enumerate(words):
        word = word.replace("#", "£")  # as the corpus has it
        if word in ('"', "``", "''"):
            quoted = not quoted if word == '"' else word == "``"
            word = "“" if quoted else "”"
        glued = not text or _CLOSING.fullmatch(word) or _OPENING.fullmatch(_last(words, n, text))
        text += ("" if glued else " ") + word
        spans.append((len(text) - len(word), len(text)))
    return text, spans


def _last(words: list[str], n: int, text: str) -> str:
    return text[-1:] if text[-1:] in "“”" else words[n - 1]
