"""Blocking: which claims are compared at all."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from crosswire.align.signals import Pair
from crosswire.align.views import View
from crosswire.ports import Vectors

# On the gold clusters 98 % of the pairs that belong together have a blended cosine above .30.
FLOOR = 0.30
# A claim meets at most this many of another article's claims, and this many in all: what keeps
# a large story's work in proportion to its claims.
PER_ARTICLE = 8
IN_ALL = 120


def _ranks(similar: NDArray[np.float32]) -> NDArray[np.int64]:
    """Per row, the place of each column from the most similar (0) down; ties by column."""
    return np.argsort(np.argsort(-similar, axis=1, kind="stable"), axis=1, kind="stable")


def candidates(views: Sequence[View], vectors: Mapping[str, Vectors]) -> Iterator[Pair]:
    """Yield the pairs of claims from different articles that are near enough to be compared,
    each once, in order of rows."""
    if not views:
        return
    sentences = np.stack([vectors[v.claim.id][0] for v in views])
    clauses = np.stack([vectors[v.claim.id][1] for v in views])
    articles = np.array([v.article for v in views])
    columns = {int(k): np.flatnonzero(articles == k) for k in np.unique(articles)}
    similar = (sentences @ sentences.T + clauses @ clauses.T) / 2
    rank = np.zeros(similar.shape, dtype=np.int64)
    best = np.full((len(views), len(columns)), -1.0, dtype=np.float32)
    number = {k: n for n, k in enumerate(columns)}
    for k, column in columns.items():
        rank[:, column] = _ranks(similar[:, column])
        best[:, number[k]] = similar[:, column].max(axis=1)
    for i, view in enumerate(views):
        near = np.flatnonzero((similar[i] >= FLOOR) & (articles != view.article))
        near = near[(rank[i, near] < PER_ARTICLE) | (rank[near, i] < PER_ARTICLE)]
        if len(near) > IN_ALL:
            near = np.sort(near[np.argsort(-similar[i, near], kind="stable")[:IN_ALL]])
        for j in near[near > i]:
            yield Pair(
                view,
                views[j],
                float(sentences[i] @ sentences[j]),
                float(clauses[i] @ clauses[j]),
                (int(rank[i, j]), int(rank[j, i])),
                (
                    float(best[i, number[articles[j]]] - similar[i, j]),
                    float(best[j, number[view.article]] - similar[i, j]),
                ),
            )
