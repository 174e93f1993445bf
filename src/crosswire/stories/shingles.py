"""Which texts share runs of words, found through an index of every few words in a row.

These are the n-gram fingerprints of Broder, "On the resemblance and containment of documents" (1997),
kept whole: numbers stand for words, for two words and for four, so that no two runs share a number.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Pairs = NDArray[np.int64]

# Words in a row that must be equal for a run to be seen.
GRAM = 4
# Shingles that two texts must share to be looked at: six equal words in a row have three.
SHARED = 3
# A shingle in more texts than this tells little, and links each text only to its next neighbours.
FULL_POSTING = 64
NEIGHBOURS = 4
# A shingle that one text repeats more often than this is a refrain; its further places are left out.
REFRAIN = 8


def shingles(texts: Iterable[Iterable[str]]) -> list[Numbers]:
    """For each text the numbers of its runs of GRAM words, in order; equal runs have equal numbers.
    GRAM is a power of two."""
    known: dict[str, int] = {}
    words = [np.array([known.setdefault(form, len(known)) for form in text], dtype=np.int64) for text in texts]
    sizes = [len(text) for text in words]
    runs, span = words, 1
    while span < GRAM:
        joined = [
            run[: max(0, size - 2 * span + 1)] * (1 << 32) + run[span:][: max(0, size - 2 * span + 1)]
            for run, size in zip(runs, sizes, strict=True)
        ]
        runs, span = _numbered(joined), 2 * span
    return runs


def _numbered(texts: Sequence[Numbers]) -> list[Numbers]:
    """The same sequences with numbers from 0 on, one for each different value."""
    if not texts:
        return []
    _, numbers = np.unique(np.concatenate(texts), return_inverse=True)
    return np.split(numbers, np.cumsum([len(text) for text in texts])[:-1])


def meetings(texts: Sequence[Numbers]) -> list[tuple[int, int]]:
    """The pairs of texts (i < j), in order, that share enough shingles to hold a passage."""
    holders = [np.unique(text) for text in texts]
    shingle = np.concatenate(holders) if holders else np.empty(0, dtype=np.int64)
    text = np.repeat(np.arange(len(holders)), [len(held) for held in holders])
    return [(int(i), int(j)) for i, j in linked(shingle, text, FULL_POSTING, NEIGHBOURS, SHARED)]


def linked(key: Numbers, item: Numbers, full: int, neighbours: int, shared: int) -> Pairs:
    """The pairs of items (i < j), as sorted rows, that have ``shared`` keys in common; ``key`` and
    ``item`` say together which item has which key, each once, items ascending. A key that more
    than ``full`` items have links each only to its next ``neighbours``, so that the pairs looked
    at grow with the items and not with their square."""
    order = np.argsort(key, kind="stable")
    key, item = key[order], item[order]
    first = np.flatnonzero(np.diff(key, prepend=-1))
    sizes = np.diff(np.r_[first, len(key)])
    end = np.repeat(first + sizes, sizes)
    reach = np.where(np.repeat(sizes, sizes) <= full, full, neighbours)
    held = np.flatnonzero(np.repeat(sizes, sizes) > 1)
    found = []
    for step in range(1, full):
        held = held[(held + step < end[held]) & (step <= reach[held])]
        if not len(held):
            break
        found.append(item[held] * (1 << 32) + item[held + step])
    if not found:
        return np.empty((0, 2), dtype=np.int64)
    pairs, counts = np.unique(np.concatenate(found), return_counts=True)
    kept = pairs[counts >= shared]
    return np.stack([kept >> 32, kept & ((1 << 32) - 1)], axis=1)


def starts(left: Numbers, right: Numbers, order: Numbers | None = None) -> list[tuple[int, int]]:
    """Where in each of two texts an equal run of GRAM words starts; of a refrain's places in the
    right text only the first. ``order`` is what ``in_order`` gives for the right text, where it is at hand."""
    order = in_order(right) if order is None else order
    ordered = right[order]
    low = np.searchsorted(ordered, left)
    place = np.flatnonzero(ordered[np.minimum(low, len(ordered) - 1)] == left) if len(ordered) else low[:0]
    low = low[place]
    counts = np.minimum(np.searchsorted(ordered, left[place], "right") - low, REFRAIN)
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    there = order[np.repeat(low, counts) + within]
    return list(zip(np.repeat(place, counts).tolist(), there.tolist(), strict=True))


def in_order(text: Numbers) -> Numbers:
    """The places of a text's shingles by their numbers."""
    return np.argsort(text, kind="stable")
