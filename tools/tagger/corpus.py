"""PolNeAR's annotations (Newell et al., 2018; brat standoff), as spans of characters and as labels of tokens."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from crosswire.records import Parse

Span = tuple[int, int]
ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus: the parts of its source, cue and content, in text order, each empty where
    the annotator marked none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def annotation_of(folder: Path, stem: str) -> Path:
    """The annotation of an article; of those few that six annotators read, the first by the annotators' names."""
    return min((folder / "attributions").glob(f"{stem}_????.ann"))


def read_annotation(path: Path) -> tuple[Gold, ...]:
    """Read the attributions of one brat file, in text order."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[list[str]]] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            cells = line.rstrip("\r\n").split("\t")
            if cells[0].startswith("T") and len(cells) > 1:
                places = cells[1].partition(" ")[2].split(";")
                spans[cells[0]] = tuple(sorted((int(a), int(b)) for a, b in (p.split() for p in places)))
            elif cells[0].startswith("E") and len(cells) > 1:
                events.append([part.split(":") for part in cells[1].split()])
    found = []
    for event in events:
        parts: dict[str, list[Span]] = {role: [] for role in ROLES}
        for name, key in event:
            role = re.sub(r"\d+$", "", name)
            if role in parts:
                parts[role].extend(spans[key])
        found.append(Gold(*(tuple(sorted(set(parts[role]))) for role in ROLES)))
    return tuple(sorted(found, key=lambda g: (g.cue, g.content, g.source)))


def tokens_of(spans: Sequence[Span], parse: Parse) -> frozenset[int]:
    """The tokens that spans touch (white space aside)."""
    from bisect import bisect_left, bisect_right

    ends, starts = [t.end for t in parse.tokens], [t.start for t in parse.tokens]
    return frozenset(
        i
        for start, end in spans
        for i in range(bisect_right(ends, start), bisect_left(starts, end))
        if parse.tokens[i].text.strip()
    )
