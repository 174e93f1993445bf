"""Blocking: which claims are compared at all."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.align.signals import Pairs, log_rank
from crosswire.align.views import View
from crosswire.ports import Vectors

# On the gold clusters 98 % of the pairs that belong together have a blended cosine above .30.
FLOOR = 0.30
# A claim meets at most this many of another article's claims, and this many in all: what keeps
# a large story's work in proportion to its claims.
PER_ARTICLE = 8
IN_ALL = 120
# Claims a block: similarities held at once are this many times all claims.
BLOCK = 1024


def _ranks(similar: NDArray[np.float32]) -> NDArray[np.int64]:
    """Per row, the place of each column from the most similar (0) down; ties by column."""
    order = np.argsort(-similar, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(similar.shape[1])[None], axis=1)
    return ranks


def candidates(views: Sequence[View], vectors: Mapping[str, Vectors]) -> Pairs:
    """The pairs of claims from different articles that are near enough to be compared, each once,
    in order of rows. Claims are taken a block at a time, so that memory grows with their number."""
    if not views:
        none, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Pairs(none, none, nothing, nothing, nothing, nothing, nothing)
    sentences = np.stack([vectors[v.claim.id][0] for v in views])
    clauses = np.stack([vectors[v.claim.id][1] for v in views])
    articles = np.array([v.article for v in views])
    columns = [np.flatnonzero(articles == article) for article in np.unique(articles)]
    number = np.searchsorted(np.unique(articles), articles)
    best = np.zeros((len(views), len(columns)), dtype=np.float32)
    keys, ranks = [], []
    for first in range(0, len(views), BLOCK):
        rows = slice(first, first + BLOCK)
        similar = (sentences[rows] @ sentences.T + clauses[rows] @ clauses.T) / 2
        rank = np.zeros(similar.shape, dtype=np.int64)
        for n, column in enumerate(columns):
            rank[:, column] = _ranks(similar[:, column])
            best[rows, n] = similar[:, column].max(axis=1)
        near = (similar >= FLOOR) & (rank < PER_ARTICLE) & (articles[rows, None] != articles[None, :])
        if len(views) > IN_ALL:
            near &= _ranks(np.where(near, similar, -1.0)) < IN_ALL
        i, j = np.nonzero(near)
        keys.append((i + first) * len(views) + j)
        ranks.append(rank[i, j])
    return _joined(np.concatenate(keys), np.concatenate(ranks), sentences, clauses, best, number)


def _joined(
    keys: NDArray[np.int64],
    ranks: NDArray[np.int64],
    sentences: Vectors,
    clauses: Vectors,
    best: Vectors,
    number: NDArray[np.int64],
) -> Pairs:
    """Join what each claim of a pair sees of the other. ``keys`` (row times count plus column)
    are sorted; where only one side has the other among its nearest, the other's rank counts as
    PER_ARTICLE."""
    count = len(sentences)
    i, j = keys // count, keys % count
    left, right = np.divmod(np.unique(np.minimum(i, j) * count + np.maximum(i, j)), count)

    def seen(a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.int64]:
        at = np.minimum(np.searchsorted(keys, a * count + b), len(keys) - 1)
        return np.where(keys[at] == a * count + b, ranks[at], PER_ARTICLE)

    of_sentences = np.einsum("ij,ij->i", sentences[left], sentences[right]).astype(np.float64)
    of_clauses = np.einsum("ij,ij->i", clauses[left], clauses[right]).astype(np.float64)
    similar = (of_sentences + of_clauses) / 2
    there, back = seen(left, right), seen(right, left)
    behind = (best[left, number[right]] - similar) + (best[right, number[left]] - similar)
    nearest = (there == 0).astype(np.float64) + (back == 0)
    return Pairs(left, right, of_sentences, of_clauses, nearest, log_rank(there) + log_rank(back), behind)
