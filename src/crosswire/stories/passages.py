"""Passages that two texts share word for word or lightly edited.

Runs of equal words are found through their shingles, stretched to their full length, and joined
over small edits.
"""

from bisect import bisect_left
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


def passages(starts: Sequence[tuple[int, int]], least: int = GRAM) -> list[Shared]:
    """The maximal passages behind one pair's meetings that hold a run of at least ``least`` words.
    No word of either text is used twice: the longest run is kept first, a passage grows from it to
    both sides, and what other runs have in common with it is cut off them."""
    free = _runs(starts)
    found: list[Shared] = []
    while free and (longest := min(free, key=_order)).length >= least:
        shared = Shared((*_before(longest, free), longest, *_after(longest, free)))
        found.append(shared)
        free = _left_over(free, shared)
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


def _after(run: Run, free: Sequence[Run]) -> list[Run]:
    """The free runs that follow this one, each within an edit's reach of the last, the longest of
    those first, and less the words that it has in common with it: what was put in may begin as
    what comes after."""
    ordered = sorted(free, key=lambda other: other.left)
    chain = [run]
    while True:
        last = chain[-1]
        end = last.left + last.length
        first = bisect_left(ordered, end - GRAM + 1, key=lambda other: other.left)
        beyond = bisect_left(ordered, end + EDIT + 1, key=lambda other: other.left)
        joined = [cut for other in ordered[first:beyond] if (cut := _joined(last, other, forward=True))]
        if not joined:
            return chain[1:]
        chain.append(min(joined, key=_order))


def _before(run: Run, free: Sequence[Run]) -> list[Run]:
    """The free runs that lead up to this one, as those that follow."""
    ordered = sorted(free, key=lambda other: other.left + other.length)
    chain = [run]
    while True:
        start = chain[0].left
        first = bisect_left(ordered, start - EDIT, key=lambda other: other.left + other.length)
        beyond = bisect_left(ordered, start + GRAM, key=lambda other: other.left + other.length)
        joined = [cut for other in ordered[first:beyond] if (cut := _joined(other, chain[0], forward=False))]
        if not joined:
            return chain[:-1]
        chain.insert(0, min(joined, key=_order))


def _joined(first: Run, second: Run, *, forward: bool) -> Run | None:
    """The second run as it can follow the first (or the first as it can lead up to the second), cut
    by what they have in common; None when it is out of reach."""
    gaps = second.left - first.left - first.length, second.right - first.right - first.length
    other = second if forward else first
    common = max(0, -min(gaps))
    if common >= min(GRAM, other.length) or max(gaps) + common > EDIT:
        return None
    skipped = common if forward else 0
    return Run(other.left + skipped, other.right + skipped, other.length - common)


def _left_over(free: Sequence[Run], shared: Shared) -> list[Run]:
    """What of the free runs lies outside of the passage in both texts; pieces shorter than GRAM are
    dropped."""
    (a, b), (c, d) = shared.left, shared.right
    left: list[Run] = []
    for run in free:
        if (b <= run.left or run.left + run.length <= a) and (d <= run.right or run.right + run.length <= c):
            left.append(run)
        else:
            left += _outside(run, (a - run.left, b - run.left), (c - run.right, d - run.right))
    return left


def _outside(run: Run, *cuts: tuple[int, int]) -> list[Run]:
    """The run without the words of these half-open ranges, counted from its start."""
    pieces, first = [], 0
    for low, high in (*sorted(cuts), (run.length, run.length)):
        pieces.append((first, min(low, run.length)))
        first = max(first, high)
    return [Run(run.left + start, run.right + start, end - start) for start, end in pieces if end - start >= GRAM]
