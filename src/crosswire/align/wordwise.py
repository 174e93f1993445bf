"""How near two claims are word by word: each word finds its nearest in the other claim, and counts by its rarity."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from crosswire.ports import WHOLE, Words

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# A word counts by how few of the story's words are like it: their cosines' fourth powers are summed, so that ten near
# ones count as ten and a thousand far ones as little. Powers of 3 to 6 are as good on the gold.
POWER = 4
SAMPLE = 1024  # words of the story that a word is compared with to know how rare it is, spread over all
BLOCK = 2048


def wordwise(left: Integers, right: Integers, words: Sequence[Words]) -> Floats:
    """For each pair of rows of ``words`` (a row a claim, as ports.Meaning has them) the mean over both directions of
    the weighted mean of each word's cosine to its nearest in the other claim: the matching of BERTScore (Zhang and
    others, 2020) with rarities taken from the story itself instead of a corpus. 0 where a claim has no words."""
    size = np.array([len(w) for w in words], dtype=np.int64)
    first = np.cumsum(size) - size
    found = np.zeros(len(left))
    if not size.any():
        return found
    weights = _rarities(np.concatenate([w for w in words if len(w)]))
    order = np.argsort(left, kind="stable")
    bounds = np.flatnonzero(np.diff(left[order], prepend=-1, append=-1))
    for begin, end in pairwise(bounds):
        rows = order[begin:end]
        rows = rows[size[right[rows]] > 0]
        one = int(left[order[begin]])
        if not (len(rows) and size[one]):
            continue
        others = right[rows]
        starts = np.cumsum(size[others]) - size[others]
        cosines = words[one].astype(np.float32) @ np.concatenate([words[n] for n in others]).astype(np.float32).T
        own = weights[first[one] : first[one] + size[one]]
        there = np.maximum.reduceat(cosines, starts, axis=1).astype(np.float64)
        theirs = weights[np.repeat(first[others] - starts, size[others]) + np.arange(cosines.shape[1])]
        back = np.add.reduceat(cosines.max(axis=0) * theirs, starts) / np.add.reduceat(theirs, starts)
        found[rows] = (own @ there / own.sum() + back) / 2
    return found / WHOLE**2


def _rarities(words: Words) -> Floats:
    """How rare each word of a story is: 1 over how many of it, at a guess from SAMPLE of them, are like it."""
    some = words[np.unique(np.linspace(0, len(words) - 1, SAMPLE).astype(np.int64))].astype(np.float32).T
    found = np.empty(len(words))
    for first in range(0, len(words), BLOCK):
        cosines = (words[first : first + BLOCK].astype(np.float32) @ some).astype(np.float64) / WHOLE**2
        found[first : first + BLOCK] = (np.maximum(cosines, 0.0) ** POWER).mean(axis=1)
    return 1 / np.maximum(found, 1 / len(words))
