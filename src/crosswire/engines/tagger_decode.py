"""From a tagger's scores to attributions: the best sequence of labels, its spans, and what belongs to which cue."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Span = tuple[int, int]
LABELS, LINK, BUCKETS = 7, 64, 48
SOURCE, CUE, CONTENT = 1, 3, 5  # each label's beginning; its inside follows
REACH = 8  # spans on either side that a link is looked for in
MANY = 2  # cues between a cue and a fragment, at most counted
GAPS = (0, 1, 3, 6, 12, 25, 50)  # tokens between a cue and a fragment, up to each step


@dataclass(frozen=True, slots=True)
class Links:
    """What the links learned beside their vectors: scores by place, of having no source, and what
    a dot product weighs."""

    source: Floats
    content: Floats
    no_source: float
    source_scale: float = 1.0
    content_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution as token ranges."""

    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]


def best_labels(scores: Floats, start: Floats, moves: Floats) -> NDArray[np.int64]:
    """The most likely label of each token, as one sequence (Viterbi)."""
    n = len(scores)
    if not n:
        return np.zeros(0, dtype=np.int64)
    back = np.zeros((n, LABELS), dtype=np.int64)
    best = start + scores[0]
    for t in range(1, n):
        ways = best[:, None] + moves
        back[t] = ways.argmax(0)
        best = ways.max(0) + scores[t]
    path = np.zeros(n, dtype=np.int64)
    path[-1] = best.argmax()
    for t in range(n - 1, 0, -1):
        path[t - 1] = back[t, path[t]]
    return path


def spans_of(path: NDArray[np.int64], begin: int) -> list[Span]:
    """The token ranges that a sequence labels as ``begin`` and its inside."""
    found: list[Span] = []
    for i, label in enumerate(path.tolist()):
        if label == begin or (label == begin + 1 and not (found and found[-1][1] == i)):
            found.append((i, i + 1))
        elif label == begin + 1:
            found[-1] = (found[-1][0], i + 1)
    return found


def bucket(cue: Span, other: Span, cues: list[Span]) -> int:
    """Where a fragment stands from a cue: side, distance, and how many other cues stand between."""
    before = other[0] < cue[0]
    low, high = (other[1], cue[0]) if before else (cue[1], other[0])
    far = sum(high - low > gap for gap in GAPS)
    between = 0
    for k in range(bisect_left(cues, (low, low)), len(cues)):
        if cues[k][1] > high or between == MANY:
            break
        between += 1
    return (24 if before else 0) + 3 * far + between


def linked(path: NDArray[np.int64], vectors: Floats, links: Links) -> list[Found]:
    """Each cue with its source and content fragments. A cue takes the source near it that scores
    best, or none; a fragment of content goes to the cue near it that scores best."""
    cues, sources, contents = (spans_of(path, begin) for begin in (CUE, SOURCE, CONTENT))
    if not cues:
        return []
    cue_source, source_key, cue_content, content_key = np.split(vectors, 4, axis=1)
    owned: dict[int, list[Span]] = {}
    for fragment in contents:
        those = near(fragment, cues)
        places = [bucket(cues[k], fragment, cues) for k in those]
        scores = np.array([mean(cue_content, cues[k]) for k in those]) @ mean(content_key, fragment) / 8
        scores = links.content_scale * scores + links.content[places]
        owned.setdefault(those[int(scores.argmax())], []).append(fragment)
    found = []
    for k, cue in enumerate(cues):
        those = near(cue, sources)
        source: tuple[Span, ...] = ()
        if those:
            places = [bucket(cue, sources[n], cues) for n in those]
            scores = np.array([mean(source_key, sources[n]) for n in those]) @ mean(cue_source, cue) / 8
            scores = links.source_scale * scores + links.source[places]
            source = (sources[those[int(scores.argmax())]],) if scores.max() > links.no_source else ()
        found.append(Found(cue, source, tuple(owned.get(k, ()))))
    return found


def near(span: Span, others: list[Span]) -> range:
    """The numbers of the spans nearest to one, in text order, REACH on either side."""
    at = bisect_left(others, span)
    return range(max(0, at - REACH), min(len(others), at + REACH))


def mean(vectors: Floats, span: Span) -> Floats:
    """A span's vector: of its first and its last token."""
    both: Floats = (vectors[span[0]] + vectors[span[1] - 1]) / 2
    return both
