"""Vectors of many articles as rows of one sparse matrix: which are worth comparing, and how alike they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from crosswire.stories.shingles import Numbers, Pairs, linked
from crosswire.stories.vectors import Vector, weight

Floats = NDArray[np.float64]

# Two articles are compared when they share two of each one's heaviest words, those of at least
# this weight (in fewer than one of 33 passages). Of the pairs above the threshold this finds
# .998 in ECB+, all in BASIL and .986 in NeuS, among 1 of 32 of NeuS's pairs.
SIGNATURE_WORDS = 40
SIGNATURE_WEIGHT = 3.5
SHARED_WORDS = 2
# A word in more articles than this links each only to the next so many, in order of publication: a
# story of many reports still hangs together, and the pairs looked at grow with the articles. With
# 512 and 128 every story of ECB+, BASIL and 2,400 leads of NeuS is the same.
FULL_POSTING = 128
NEIGHBOURS = 32
# Columns of a matrix that are multiplied at a time, so that memory stays small.
BLOCK = 4096


@dataclass(frozen=True, slots=True)
class Rows:
    """Row i holds ``value`` at the columns ``column`` from ``start[i]`` to ``start[i + 1]``, columns
    ascending; a column is a word of ``words``, in alphabetical order."""

    words: tuple[str, ...]
    start: Numbers
    column: Numbers
    value: Floats

    def of(self, i: int) -> tuple[Numbers, Floats]:
        """The columns and values of one row."""
        return self.column[self.start[i] : self.start[i + 1]], self.value[self.start[i] : self.start[i + 1]]


def rows(vectors: Sequence[Vector]) -> Rows:
    """The vectors, whose words come in alphabetical order, as rows."""
    words = tuple(sorted({word for vector in vectors for word in vector}))
    column = {word: k for k, word in enumerate(words)}
    sizes = [len(vector) for vector in vectors]
    total = sum(sizes)
    return Rows(
        words,
        np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]).astype(np.int64),
        np.fromiter((column[word] for vector in vectors for word in vector), dtype=np.int64, count=total),
        np.fromiter((value for vector in vectors for value in vector.values()), dtype=np.float64, count=total),
    )


def candidates(table: Rows) -> Pairs:
    """Pairs of rows (i < j) that share enough of their heaviest words."""
    telling = np.array([weight(word) >= SIGNATURE_WEIGHT for word in table.words], dtype=bool)
    row = np.repeat(np.arange(len(table.start) - 1), np.diff(table.start))
    kept = np.flatnonzero(telling[table.column]) if len(telling) else np.empty(0, dtype=np.int64)
    order = kept[np.lexsort((table.column[kept], -table.value[kept], row[kept]))]
    first = np.searchsorted(row[order], np.arange(len(table.start) - 1))
    rank = np.arange(len(order)) - first[row[order]]
    signature = order[rank < SIGNATURE_WORDS]
    return linked(table.column[signature], row[signature], FULL_POSTING, NEIGHBOURS, SHARED_WORDS)


def cosines(table: Rows, pairs: Pairs) -> Floats:
    """The cosine of each pair of rows; ``pairs`` in order of their first rows."""
    found = np.zeros(len(pairs))
    dense = np.zeros(len(table.words))
    edges = np.flatnonzero(np.diff(pairs[:, 0], prepend=-1, append=-1)).tolist()
    for at, end in pairwise(edges):
        columns, values = table.of(int(pairs[at, 0]))
        dense[columns] = values
        for k in range(at, end):
            there, amounts = table.of(int(pairs[k, 1]))
            found[k] = dense[there] @ amounts
        dense[columns] = 0.0
    return found


def likeness(table: Rows, members: Sequence[int]) -> Floats:
    """Cosines of all pairs of these rows."""
    parts = [table.of(i) for i in members]
    row = np.repeat(np.arange(len(parts)), [len(columns) for columns, _ in parts])
    used, column = np.unique(np.concatenate([columns for columns, _ in parts]), return_inverse=True)
    value = np.concatenate([values for _, values in parts])
    order = np.argsort(column, kind="stable")
    edges = np.searchsorted(column[order], np.arange(0, len(used) + BLOCK, BLOCK))
    total = np.zeros((len(parts), len(parts)))
    for at, end in pairwise(edges.tolist()):
        inside = order[at:end]
        block = np.zeros((len(parts), BLOCK))
        block[row[inside], column[inside] % BLOCK] = value[inside]
        total += block @ block.T
    return total
