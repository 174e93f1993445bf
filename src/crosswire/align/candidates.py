"""Blocking: which claims are compared at all."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from crosswire.align.signals import Pairs, log_rank
from crosswire.align.views import View
from crosswire.ports import Meaning, Vectors

Numbers = NDArray[np.int64]

# On the gold clusters 97 % of the pairs that belong together have a blended cosine above .30; .10 finds the rest, and
# aligns no better.
FLOOR = 0.30
# A claim meets at most this many of another article's claims, its nearest, and of them this many in all: as many as
# six other articles give, and what keeps a large story's work in proportion to its claims.
PER_ARTICLE = 8
IN_ALL = 48
# Of a text that more claims than this have word for word, as the copies of an agency's report have, only so many are
# compared: each further one stands where its twin stands. Of seven reports none has more.
COPIES = 8
# The nearest claims among which those are looked for.
LOOKED_AT = 512
# Claims a block: similarities held at once are this many times all claims.
BLOCK = 1024


def word_for_word(views: Sequence[View]) -> dict[int, int]:
    """The rows that need not be compared, each with its twin of another article: of the claims that have one text, up
    to white space, in like sentences, those after the first COPIES."""
    alike: dict[tuple[str, frozenset[str]], list[View]] = {}
    twins: dict[int, int] = {}
    for view in views:
        first = alike.setdefault((" ".join(view.claim.text.split()), view.sentence_lemmas), [])
        twin = next((other.row for other in first if other.article != view.article), None)
        if len(first) < COPIES or twin is None:
            first.append(view)
        else:
            twins[view.row] = twin
    return twins


def candidates(
    views: Sequence[View], vectors: Mapping[str, Meaning], twins: Mapping[int, int] = MappingProxyType({})
) -> Pairs:
    """The pairs of claims from different articles that are near enough to be compared, by row, each once; the rows of
    ``twins`` are compared with their twins alone, of which nothing is nearer."""
    compared = [view for view in views if view.row not in twins]
    found = _nearest_pairs(compared, vectors)
    rows = np.array([view.row for view in compared], dtype=np.int64)
    found = replace(found, left=rows[found.left], right=rows[found.right])
    if not twins:
        return found
    left, right = (np.array([sorted(pair)[side] for pair in twins.items()]) for side in (0, 1))
    here, there = ([vectors[views[row].claim.id] for row in side] for side in (left, right))
    of_sentences = _cosines(*(np.stack([m.sentence for m in side]) for side in (here, there)))
    of_clauses = _cosines(*(np.stack([m.own for m in side]) for side in (here, there)))
    nought = np.zeros(len(left))
    own = Pairs(left, right, of_sentences, of_clauses, nought + 2.0, nought, nought)
    return Pairs(*(np.concatenate([getattr(found, f.name), getattr(own, f.name)]) for f in fields(Pairs)))


def _cosines(left: Vectors, right: Vectors) -> NDArray[np.float64]:
    """The cosine of each row of unit vectors to the other's."""
    found: NDArray[np.float64] = np.einsum("ij,ij->i", left, right).astype(np.float64)
    return found


def _nearest_pairs(views: Sequence[View], vectors: Mapping[str, Meaning]) -> Pairs:
    """The pairs of claims from different articles that are near enough to be compared, by their places, each once,
    in order. Claims are taken a block at a time, so that memory grows with their number."""
    if not views:
        none, nothing = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Pairs(none, none, nothing, nothing, nothing, nothing, nothing)
    sentences = np.stack([vectors[v.claim.id].sentence for v in views])
    clauses = np.stack([vectors[v.claim.id].own for v in views])
    _, number = np.unique(np.array([v.article for v in views]), return_inverse=True)
    together = np.argsort(number, kind="stable")
    firsts = np.searchsorted(number[together], np.arange(number.max() + 1))
    best, keys, ranks = [], [], []
    for first in range(0, len(views), BLOCK):
        rows = slice(first, first + BLOCK)
        similar = ((sentences[rows] @ sentences.T + clauses[rows] @ clauses.T) / 2).astype(np.float32, copy=False)
        best.append(np.maximum.reduceat(similar[:, together], firsts, axis=1))
        similar[number[rows, None] == number[None, :]] = -1.0
        i, j, rank = _nearest(similar, number)
        keys.append((i + first) * len(views) + j)
        ranks.append(rank)
    return _joined(np.concatenate(keys), np.concatenate(ranks), sentences, clauses, np.concatenate(best), number)


def _nearest(similar: NDArray[np.float32], number: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """For each row the columns to compare it with, sorted: row, column, and the column's place from 0 among those of
    its article, the most similar first, ties by column."""
    count = similar.shape[1]
    near = np.sort(np.argpartition(-similar, LOOKED_AT, axis=1)[:, :LOOKED_AT]) if count > LOOKED_AT else None
    columns = np.broadcast_to(np.arange(count), similar.shape) if near is None else near
    values = np.take_along_axis(similar, columns, axis=1)
    order = np.argsort(-values, axis=1, kind="stable")
    columns, values = np.take_along_axis(columns, order, axis=1), np.take_along_axis(values, order, axis=1)
    rank = _places(number[columns])
    met = (values >= FLOOR) & (rank < PER_ARTICLE)
    met &= np.cumsum(met, axis=1) <= IN_ALL
    i, at = np.nonzero(met)
    j, rank = columns[i, at], rank[i, at]
    by_column = np.lexsort((j, i))
    return i, j[by_column], rank[by_column]


def _places(labels: Numbers) -> Numbers:
    """For each item of each row how many before it in the row have its label."""
    order = np.argsort(labels, axis=1, kind="stable")
    ordered = np.take_along_axis(labels, order, axis=1)
    steps = np.broadcast_to(np.arange(labels.shape[1]), labels.shape)
    new = np.ones(labels.shape, dtype=bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    places = np.empty_like(order)
    np.put_along_axis(places, order, steps - np.maximum.accumulate(np.where(new, steps, 0), axis=1), axis=1)
    return places


def _joined(
    keys: Numbers,
    ranks: Numbers,
    sentences: Vectors,
    clauses: Vectors,
    best: Vectors,
    number: Numbers,
) -> Pairs:
    """Join what each claim of a pair sees of the other. ``keys`` (row times count plus column)
    are sorted; where only one side has the other among its nearest, the other's rank counts as
    PER_ARTICLE."""
    count = len(sentences)
    i, j = keys // count, keys % count
    left, right = np.divmod(np.unique(np.minimum(i, j) * count + np.maximum(i, j)), count)

    def seen(a: Numbers, b: Numbers) -> Numbers:
        at = np.minimum(np.searchsorted(keys, a * count + b), len(keys) - 1)
        return np.where(keys[at] == a * count + b, ranks[at], PER_ARTICLE)

    of_sentences = _cosines(sentences[left], sentences[right])
    of_clauses = _cosines(clauses[left], clauses[right])
    similar = (of_sentences + of_clauses) / 2
    there, back = seen(left, right), seen(right, left)
    behind = (best[left, number[right]] - similar) + (best[right, number[left]] - similar)
    nearest = (there == 0).astype(np.float64) + (back == 0)
    return Pairs(left, right, of_sentences, of_clauses, nearest, log_rank(there) + log_rank(back), behind)
