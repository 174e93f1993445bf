"""Passages that two texts share word for word or lightly edited.

Runs of equal words are found through their shingles, stretched to their full length, and joined
over small edits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from crosswire.stories.shingles import GRAM

# An edit of up to this many words on either side is bridged.
EDIT = 4


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words from word ``left`` of one text and word ``right`` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared passage as its runs of equal words, in order; edits lie between them."""

    runs: tuple[Run, ...]

    @property
    def equal(self) -> int:
        """How many words are equal."""
        return sum(run.length for run in self.runs)

    @property
    def left(self) -> tuple[int, int]:
        """The passage's words in the left text, a half-open range."""
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """The passage's words in the right text, a half-open range."""
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].length


def passages(starts: Sequence[tuple[int, int]]) -> list[Shared]:
    """The maximal passages behind one pair's meetings. No word of either text is used twice:
    the longest run is kept first, a passage grows from it to both sides, and what other runs have
    in common with it is cut off them."""
    free = sorted(_runs(starts), key=_order)
    found: list[Shared] = []
    while free:
        chain = [free.pop(0)]
        while (after := _next(chain[-1], free, forward=True)) is not None:
            chain.append(after)
            free = _left_over(free, after)
        while (before := _next(chain[0], free, forward=False)) is not None:
            chain.insert(0, before)
            free = _left_over(free, before)
        found.append(Shared(tuple(chain)))
        free = sorted(_left_over(free, *chain, between=True), key=_order)
    return sorted(found, key=lambda shared: shared.left)


def _order(run: Run) -> tuple[int, int, int]:
    return -run.length, run.left, run.right


def _runs(starts: Sequence[tuple[int, int]]) -> list[Run]:
    """Consecutive meetings on one diagonal, as runs of equal words."""
    here = set(starts)
    runs = []
    for left, right in sorted(here):
        if (left - 1, right - 1) not in here:
            length = 1
            while (left + length, right + length) in here:
                length += 1
            runs.append(Run(left, right, length + GRAM - 1))
    return runs


def _next(run: Run, free: Sequence[Run], *, forward: bool) -> Run | None:
    """The longest free run that follows (or precedes) this one within an edit's reach, less the
    words that it has in common with it: what was put in may begin as what comes after."""
    reachable = []
    for other in free:
        gaps = _gaps(run, other) if forward else _gaps(other, run)
        common = max(0, -min(gaps))
        if common < min(GRAM, other.length) and max(gaps) + common <= EDIT:
            first = common if forward else 0
            reachable.append(Run(other.left + first, other.right + first, other.length - common))
    return min(reachable, key=_order, default=None)


def _gaps(first: Run, second: Run) -> tuple[int, int]:
    return second.left - first.left - first.length, second.right - first.right - first.length


def _left_over(free: Sequence[Run], *taken: Run, between: bool = False) -> list[Run]:
    """What of the free runs lies outside of the words that were taken; ``between`` takes those
    between the runs as well. Pieces shorter than GRAM are dropped."""
    spans = [((run.left, run.left + run.length), (run.right, run.right + run.length)) for run in taken]
    if between:
        shared = Shared(tuple(taken))
        spans = [(shared.left, shared.right)]
    for (a, b), (c, d) in spans:
        free = [
            piece
            for run in free
            for piece in _outside(run, (a - run.left, b - run.left), (c - run.right, d - run.right))
        ]
    return list(free)


def _outside(run: Run, *cuts: tuple[int, int]) -> list[Run]:
    """The run without the words of these half-open ranges, counted from its start."""
    pieces, first = [], 0
    for low, high in (*sorted(cuts), (run.length, run.length)):
        pieces.append((first, min(low, run.length)))
        first = max(first, high)
    return [
        Run(run.left + start, run.right + start, end - start)
        for start, end in pieces
        if end - start >= GRAM or (start, end) == (0, run.length)
    ]
